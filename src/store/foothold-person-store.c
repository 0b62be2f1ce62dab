// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-person-store"

#include "foothold-person-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-words.h"

#define THESE "(SELECT value FROM json_each (:ids))"

/* ---- the list ---- */

/* Who came with an import that was taken back is there all the same where something that is seen names them. */
#define SEEN \
  "(" FOOTHOLD_SHOWN ("p") " OR EXISTS (SELECT 1 FROM opportunity AS o WHERE o.supervisor_id = p.id " \
                           "AND " FOOTHOLD_SHOWN ("o") "))"

/* Everything that is kept of somebody, for the words of a search. */
#define ALL_TEXT \
  "p.name || ' ' || coalesce ((SELECT g.name FROM organisation AS g WHERE g.id = p.organisation_id), '')" \
  " || ' ' || coalesce (p.job_title, '') || ' ' || coalesce (p.mail, '') || ' ' || coalesce (p.phone, '')" \
  " || ' ' || coalesce (p.url, '') || ' ' || coalesce (p.met_how, '') || ' ' || coalesce (p.offered, '')" \
  " || ' ' || coalesce (p.next_step, '') || ' ' || coalesce (p.notes, '')" \
  " || ' ' || coalesce ((SELECT group_concat (c.value, ' ') FROM person_contact AS c WHERE c.person = p.id), '')" \
  " || ' ' || coalesce ((SELECT group_concat (v.text, ' ') FROM conversation AS v WHERE v.person = p.id), '')"

#define LIST(text, order) \
  "SELECT p.id, " text " FROM person AS p WHERE " SEEN " AND (:archived IS NULL OR (p.archived_at IS NOT NULL) = " \
  ":archived) ORDER BY " order

#define CONTACTED "(SELECT max (v.held_on) FROM conversation AS v WHERE v.person = p.id)"
#define BY_NAME "p.folded, p.id"
#define BY_NAME_BACK "p.folded DESC, p.id"
#define BY_CONTACT CONTACTED " IS NULL, " CONTACTED " DESC, p.folded, p.id"
#define BY_CONTACT_BACK CONTACTED " IS NULL, " CONTACTED ", p.folded, p.id"
#define BY_STEP "p.next_step_on IS NULL, p.next_step_on, p.next_step IS NULL, p.folded, p.id"
#define BY_STEP_BACK "p.next_step_on IS NULL, p.next_step_on DESC, p.next_step IS NULL, p.folded, p.id"

/* By what is searched, the order, and its direction. */
static const char *
list_sql (const FootholdQuery *query, gboolean searches)
{
  static const char *const sqls[2][3][2] = {
    { { LIST ("NULL", BY_NAME), LIST ("NULL", BY_NAME_BACK) },
      { LIST ("NULL", BY_CONTACT), LIST ("NULL", BY_CONTACT_BACK) },
      { LIST ("NULL", BY_STEP), LIST ("NULL", BY_STEP_BACK) } },
    { { LIST (ALL_TEXT, BY_NAME), LIST (ALL_TEXT, BY_NAME_BACK) },
      { LIST (ALL_TEXT, BY_CONTACT), LIST (ALL_TEXT, BY_CONTACT_BACK) },
      { LIST (ALL_TEXT, BY_STEP), LIST (ALL_TEXT, BY_STEP_BACK) } },
  };
  const guint order = query->order == FOOTHOLD_ORDER_NEWEST ? 1 : query->order == FOOTHOLD_ORDER_DEADLINE ? 2 : 0;

  return sqls[searches ? 1 : 0][order][query->reversed ? 1 : 0];
}

GArray *
foothold_person_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, list_sql (query, foothold_words_are_any (query->text)));

  foothold_stmt_bind_int (stmt, "archived",
                          query->show == FOOTHOLD_SHOW_ALL        ? GINT64_UNKNOWN
                          : query->show == FOOTHOLD_SHOW_ARCHIVED ? 1
                                                                  : 0);
  return foothold_words_list_ids (stmt, query->text, NULL, error);
}

GPtrArray *
foothold_person_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
  return foothold_row_load_in_order (db, &foothold_person_row_type, ids, error);
}

/* ---- all of one ---- */

FootholdPersonDossier *
foothold_person_dossier_ref (FootholdPersonDossier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_person_dossier_unref (FootholdPersonDossier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->person, foothold_row_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->conversations, g_ptr_array_unref);
  g_clear_pointer (&self->ties, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
load_conversations (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT id FROM conversation WHERE person = :person ORDER BY held_on DESC, id DESC");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  foothold_stmt_bind_int (stmt, "person", id);
  while (foothold_stmt_next (stmt))
    {
      const gint64 conversation = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, conversation);
    }

  return foothold_stmt_finish (stmt, error)
           ? foothold_row_load_in_order (db, &foothold_conversation_row_type, ids, error)
           : NULL;
}

#define ORGANISATION "(SELECT g.name FROM organisation AS g WHERE g.id = o.organisation_id)"

#define TIES_SQL \
  "SELECT 0, o.id, 0, 0, o.title, " ORGANISATION ", o.state, NULL FROM opportunity AS o" \
  " WHERE o.supervisor_id = :person AND " FOOTHOLD_SHOWN ( \
    "o") " UNION ALL " \
         "SELECT l.id, o.id, 0, 0, o.title, " ORGANISATION ", o.state, NULL FROM person_link AS l" \
         " JOIN opportunity AS o ON o.id = l.opportunity WHERE l.person = :person AND " FOOTHOLD_SHOWN ( \
           "o") " UNION ALL " \
                "SELECT l.id, o.id, a.id, 0, o.title, " ORGANISATION ", a.state, NULL FROM person_link AS l" \
                " JOIN application AS a ON a.id = l.application JOIN opportunity AS o ON o.id = a.opportunity" \
                " WHERE l.person = :person AND " FOOTHOLD_SHOWN ("a") " AND " FOOTHOLD_SHOWN ( \
                  "o") " UNION ALL " \
                       "SELECT l.id, o.id, a.id, i.id, o.title, " ORGANISATION \
                       ", a.state, i.meets_on FROM person_link AS l" \
                       " JOIN interview AS i ON i.id = l.interview JOIN application AS a ON a.id = i.application" \
                       " JOIN opportunity AS o ON o.id = a.opportunity WHERE l.person = :person AND " FOOTHOLD_SHOWN ( \
                         "a") " AND " FOOTHOLD_SHOWN ("o") " ORDER BY 2 DESC, 3, 4, 1"

static GPtrArray *
load_ties (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, TIES_SQL);

  foothold_stmt_bind_int (stmt, "person", id);
  return foothold_ties_load (stmt, error);
}

FootholdPersonDossier *
foothold_person_dossier_load (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdPersonDossier) self = g_new0 (FootholdPersonDossier, 1);
  g_autoptr (GError) local_error = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->person = foothold_row_load_id (db, &foothold_person_row_type, id, &local_error);
  if (self->person == NULL)
    {
      if (local_error == NULL)
        g_set_error_literal (&local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This person is not there any more."));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  self->contacts = foothold_row_load_owned (db, &foothold_person_contact_row_type, "person", id, error);
  if (self->contacts == NULL)
    return NULL;
  self->conversations = load_conversations (db, id, error);
  if (self->conversations == NULL)
    return NULL;
  self->ties = load_ties (db, id, error);
  return self->ties != NULL ? g_steal_pointer (&self) : NULL;
}

static gpointer
load_dossier (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_person_dossier_load (db, *(const gint64 *) data, error);
}

static void
dossier_unref (gpointer data)
{
  foothold_person_dossier_unref (data);
}

void
foothold_person_dossier_load_async (FootholdStore *store,
                                    gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_person_dossier_load_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  foothold_store_push_read (store, task, load_dossier, dossier_unref);
}

FootholdPersonDossier *
foothold_person_dossier_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- saving ---- */

static gboolean
resolve_organisation (FootholdDb *db, const FootholdPersonRow *before, FootholdPersonRow *row, GError **error)
{
  g_autofree char *name = row->organisation != NULL ? g_strstrip (g_strdup (row->organisation)) : NULL;

  if (before == NULL ? row->organisation_id != GINT64_UNKNOWN
                     : g_strcmp0 (before->organisation, row->organisation) == 0)
    return TRUE;
  if (name == NULL || *name == '\0')
    {
      row->organisation_id = GINT64_UNKNOWN;
      return TRUE;
    }

  row->organisation_id = foothold_name_resolve (db, &foothold_organisation_row_type, name, GINT64_UNKNOWN, error);
  if (row->organisation_id == 0)
    return FALSE;
  /* another spelling of the same name corrects it, and makes no second one */
  if (before != NULL && before->organisation_id == row->organisation_id)
    return foothold_name_respell (db, &foothold_organisation_row_type, row->organisation_id, name, error);

  return TRUE;
}

gint64
foothold_person_save (FootholdDb *db, const FootholdPersonRow *before, const FootholdPersonRow *after, GError **error)
{
  g_autoptr (FootholdRow) copy = foothold_row_copy (after);
  FootholdPersonRow *row = (FootholdPersonRow *) copy;

  if (!resolve_organisation (db, before, row, error))
    return 0;
  if (before == NULL)
    {
      if (row->created_at == GINT64_UNKNOWN)
        row->created_at = foothold_now_ms ();
      if (row->row.id == 0)
        row->row.id = foothold_id_next ();
      return foothold_row_insert (db, &row->row, row->row.id, error) ? row->row.id : 0;
    }

  if (!foothold_row_update (db, &before->row, &row->row, error))
    return 0;
  if (before->organisation_id != row->organisation_id && before->organisation_id != GINT64_UNKNOWN
      && !foothold_name_release (db, &foothold_organisation_row_type, before->organisation_id, error))
    return 0;

  return row->row.id;
}

/* ---- deleting and archiving ---- */

static GArray *
list_organisations (FootholdDb *db, GArray *ids, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "SELECT DISTINCT organisation_id FROM person WHERE organisation_id IS NOT NULL AND id IN " THESE);
  g_autofree char *json = foothold_ids_to_json (ids);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  foothold_stmt_bind_text (stmt, "ids", json);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (found, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&found) : NULL;
}

gboolean
foothold_person_delete (FootholdDb *db, GArray *ids, GError **error)
{
  static const char *const sqls[] = {
    "DELETE FROM person_link WHERE person IN " THESE,
    "DELETE FROM person_contact WHERE person IN " THESE,
    "DELETE FROM conversation WHERE person IN " THESE,
    "UPDATE opportunity SET rev = rev + 1, supervisor_id = NULL WHERE supervisor_id IN " THESE,
    "UPDATE outreach SET rev = rev + 1, person_id = NULL WHERE person_id IN " THESE,
    "UPDATE outreach SET rev = rev + 1, through_id = NULL WHERE through_id IN " THESE,
    "DELETE FROM person WHERE id IN " THESE,
  };
  g_autoptr (GArray) organisations = list_organisations (db, ids, error);

  if (organisations == NULL || !foothold_ids_exec (db, sqls, G_N_ELEMENTS (sqls), ids, error))
    return FALSE;
  for (guint i = 0; i < organisations->len; i++)
    if (!foothold_name_release (db, &foothold_organisation_row_type, g_array_index (organisations, gint64, i), error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  GArray *ids;
  gboolean archive;
} Act;

static void
act_free (gpointer data)
{
  Act *self = data;

  g_array_unref (self->ids);
  g_free (self);
}

static gpointer
first_id (GArray *ids)
{
  return ids->len > 0 ? GSIZE_TO_POINTER ((gsize) g_array_index (ids, gint64, 0)) : NULL;
}

static gpointer
delete_people (FootholdDb *db, gpointer data, GError **error)
{
  Act *self = data;

  return foothold_person_delete (db, self->ids, error) ? first_id (self->ids) : NULL;
}

void
foothold_people_delete_async (FootholdStore *store,
                              GArray *ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Act *data = g_new0 (Act, 1);
  /* Translators: what Undo takes back */
  g_autofree char *label = g_strdup_printf (ngettext ("Delete Person", "Delete %u People", ids->len), ids->len);

  data->ids = g_array_copy (ids);
  foothold_store_write_async (store, label, delete_people, data, act_free, cancellable, callback, user_data);
}

static gpointer
archive_people (FootholdDb *db, gpointer data, GError **error)
{
  Act *self = data;
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE person SET rev = rev + 1, archived_at = :now"
                          " WHERE (archived_at IS NULL) = (:now IS NOT NULL) AND id IN " THESE);
  g_autofree char *json = foothold_ids_to_json (self->ids);

  foothold_stmt_bind_text (stmt, "ids", json);
  foothold_stmt_bind_int (stmt, "now", self->archive ? foothold_now_ms () : GINT64_UNKNOWN);
  return foothold_stmt_exec (stmt, error) ? first_id (self->ids) : NULL;
}

void
foothold_people_archive_async (FootholdStore *store,
                               GArray *ids,
                               gboolean archive,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Act *data = g_new0 (Act, 1);
  /* Translators: what Undo takes back */
  g_autofree char *label =
    archive ? g_strdup_printf (ngettext ("Archive Person", "Archive %u People", ids->len), ids->len)
            : g_strdup_printf (ngettext ("Unarchive Person", "Unarchive %u People", ids->len), ids->len);

  data->ids = g_array_copy (ids);
  data->archive = archive;
  foothold_store_write_async (store, label, archive_people, data, act_free, cancellable, callback, user_data);
}
