// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-organisation-store"

#include "foothold-organisation-store.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-lists.h"
#include "rules/foothold-rhythm.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-words.h"

const char *const foothold_organisation_joined_tables[] = { "opportunity", "application", "interview",
                                                            "follow_up",   "person",      "conversation",
                                                            "outreach",    "term",        "import_batch",
                                                            NULL };

#define THESE "(SELECT value FROM json_each (:ids))"

/* ---- what is counted, each (organisation, value), of those whose id is @of ---- */

#define OPPORTUNITIES(of) \
  "SELECT o.organisation_id AS id, count (*) AS n FROM opportunity AS o WHERE o.organisation_id " of \
  " AND " FOOTHOLD_SHOWN ("o") " GROUP BY o.organisation_id"

/* @joined: what else of the applications. */
#define APPLIED_TO(joined, of) \
  "application AS a JOIN opportunity AS o ON o.id = a.opportunity" joined " WHERE o.organisation_id " of \
  " AND " FOOTHOLD_SHOWN ("a") " AND " FOOTHOLD_SHOWN ("o")

#define APPLICATIONS(of) \
  "SELECT o.organisation_id AS id, count (*) AS n FROM " APPLIED_TO ("", of) " GROUP BY o.organisation_id"

#define PEOPLE(of) \
  "SELECT p.organisation_id AS id, count (*) AS n FROM person AS p WHERE p.organisation_id " of \
  " AND " FOOTHOLD_SHOWN ("p") " GROUP BY p.organisation_id"

#define OUTREACH(of) \
  "SELECT r.organisation_id AS id, count (*) AS n FROM outreach AS r WHERE r.organisation_id " of \
  " AND " FOOTHOLD_SHOWN ("r") " GROUP BY r.organisation_id"

/* Every day on which one was in touch: talked, sent something, heard from them, met, asked. */
#define FOLLOWED " JOIN follow_up AS f ON f.application = a.id"
#define MET " JOIN interview AS i ON i.application = a.id AND i.meets_on <= date ('now', 'localtime')"
#define APPLIED_ON(day, joined, of) " UNION ALL SELECT o.organisation_id, " day " FROM " APPLIED_TO (joined, of)
#define TALKED_ON(of) \
  "SELECT p.organisation_id AS id, v.held_on AS day FROM conversation AS v JOIN person AS p ON p.id = v.person" \
  " WHERE p.organisation_id " of
#define ASKED_ON(of) " UNION ALL SELECT organisation_id, asked_on FROM outreach AS r WHERE organisation_id " of
#define CONTACTS(of) \
  TALKED_ON (of) \
  APPLIED_ON ("a.sent_on", "", of) \
  APPLIED_ON ("a.heard_on", "", of) \
  APPLIED_ON ("f.sent_on", FOLLOWED, of) \
  APPLIED_ON ("i.meets_on", MET, of) \
  ASKED_ON (of)

#define LATEST(of) "SELECT id, max (day) AS n FROM (" CONTACTS (of) ") GROUP BY id"

/* ---- the list ---- */

/* What came with an import that was taken back is there all the same where something that is seen names it. */
#define NAMED_BY(table) \
  "EXISTS (SELECT 1 FROM " table " AS n WHERE n.organisation_id = g.id AND " FOOTHOLD_SHOWN ("n") ")"
#define SEEN \
  "(" FOOTHOLD_SHOWN ("g") " OR " NAMED_BY ("opportunity") " OR " NAMED_BY ("person") " OR " NAMED_BY ("outreach") ")"

#define ALL_TEXT \
  "g.name || ' ' || coalesce (g.size, '') || ' ' || coalesce (g.url, '') || ' ' || coalesce (g.notes, '') || ' '" \
  " || coalesce ((SELECT m.name FROM term AS m WHERE m.list = 'industry' AND m.slug = g.industry), '')"

#define LIST(text, joined, order) \
  "SELECT g.id, " text ", g.type, g.industry, g.country FROM organisation AS g " joined " WHERE " SEEN \
  " ORDER BY " order "g.folded, g.id"
#define BY(values) "LEFT JOIN (" values ") AS w ON w.id = g.id"
#define ORDERS(text) \
  { LIST (text, "", ""), LIST (text, BY (LATEST ("IS NOT NULL")), "w.n IS NULL, w.n DESC, "), \
    LIST (text, BY (OPPORTUNITIES ("IS NOT NULL")), "w.n IS NULL, w.n DESC, ") }

/* In words what is kept as slugs; a person's own word stands in the text. */
static char *
say_slugs (FootholdStmt *stmt)
{
  static const FootholdList *const lists[] = { &foothold_organisation_types, &foothold_industries,
                                               &foothold_countries };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *slug = foothold_stmt_text (stmt, i + 2);

      if (slug != NULL)
        g_string_append_printf (text, "%s ", foothold_list_name (lists[i], slug));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

GArray *
foothold_organisation_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  static const char *const sqls[2][3] = { ORDERS ("NULL"), ORDERS (ALL_TEXT) };
  const guint order = query->order == FOOTHOLD_ORDER_NEWEST ? 1 : query->order == FOOTHOLD_ORDER_FIT ? 2 : 0;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sqls[foothold_words_are_any (query->text) ? 1 : 0][order]);

  return foothold_words_list_ids (stmt, query->text, say_slugs, error);
}

/* ---- the rows ---- */

/* Of all of @ids at once: which, and what of it. */
static gboolean
count (FootholdDb *db, const char *sql, GArray *ids, GPtrArray *rows, gsize offset, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autofree char *json = foothold_ids_to_json (ids);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  foothold_stmt_bind_text (stmt, "ids", json);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);
      GDate day;
      /* a day is a text, all else a number */
      const gint64 n = offset != G_STRUCT_OFFSET (FootholdOrganisationRow, contacted)  ? foothold_stmt_int (stmt, 1)
                       : foothold_rhythm_read_day (foothold_stmt_text (stmt, 1), &day) ? g_date_get_julian (&day)
                                                                                       : GINT64_UNKNOWN;

      g_hash_table_insert (found, g_memdup2 (&id, sizeof id), g_memdup2 (&n, sizeof n));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdOrganisationRow *row = g_ptr_array_index (rows, i);
      const gint64 *n = g_hash_table_lookup (found, &row->row.id);

      if (n != NULL)
        *(gint64 *) G_STRUCT_MEMBER_P (row, offset) = *n;
    }
  return foothold_stmt_finish (stmt, error);
}

GPtrArray *
foothold_organisation_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
#define COUNT(sql, member) { sql ("IN " THESE), G_STRUCT_OFFSET (FootholdOrganisationRow, member) }
  static const struct
  {
    const char *sql;
    gsize offset;
  } counts[] = {
    COUNT (OPPORTUNITIES, opportunities),
    COUNT (APPLICATIONS, applications),
    COUNT (PEOPLE, people),
    COUNT (OUTREACH, asked),
    COUNT (LATEST, contacted),
  };
  g_autoptr (GPtrArray) rows = foothold_row_load_in_order (db, &foothold_organisation_row_type, ids, error);

  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      FootholdOrganisationRow *row = g_ptr_array_index (rows, i);

      row->opportunities = row->applications = row->people = row->asked = 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!count (db, counts[i].sql, ids, rows, counts[i].offset, error))
      return NULL;

  return g_steal_pointer (&rows);
}

/* ---- all of one ---- */

FootholdOrganisationDossier *
foothold_organisation_dossier_ref (FootholdOrganisationDossier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_organisation_dossier_unref (FootholdOrganisationDossier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->organisation, foothold_row_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->opportunities, g_ptr_array_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->outreach, g_ptr_array_unref);
  g_free (self);
}

static FootholdStmt *
ask_of (FootholdDb *db, const char *sql, gint64 id)
{
  FootholdStmt *stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, "organisation", id);
  foothold_stmt_bind_int (stmt, "most", FOOTHOLD_ORGANISATION_MOST);
  return stmt;
}

static GPtrArray *
load_rows_of (FootholdDb *db, const FootholdRowType *type, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = ask_of (db, sql, id);
  g_autoptr (GArray) ids = foothold_words_list_ids (stmt, NULL, NULL, error);

  return ids != NULL ? foothold_row_load_in_order (db, type, ids, error) : NULL;
}

static GPtrArray *
load_ties_of (FootholdDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = ask_of (db, sql, id);

  return foothold_ties_load (stmt, error);
}

static gboolean
load_parts (FootholdDb *db, FootholdOrganisationDossier *self, gint64 id, GError **error)
{
  self->people = load_rows_of (db, &foothold_person_row_type,
                               "SELECT id FROM person AS p WHERE organisation_id = :organisation AND " FOOTHOLD_SHOWN (
                                 "p") " ORDER BY archived_at IS NOT NULL, folded, id LIMIT :most",
                               id, error);
  if (self->people == NULL)
    return FALSE;
  self->outreach = load_rows_of (db, &foothold_outreach_row_type,
                                 "SELECT id FROM outreach AS r WHERE organisation_id = :organisation "
                                 "AND " FOOTHOLD_SHOWN ("r") " ORDER BY created_at DESC, id DESC LIMIT :most",
                                 id, error);
  if (self->outreach == NULL)
    return FALSE;
  self->opportunities =
    load_ties_of (db,
                  "SELECT 0, o.id, 0, 0, o.title, NULL, o.state, NULL FROM opportunity AS o"
                  " WHERE o.organisation_id = :organisation AND " FOOTHOLD_SHOWN ("o") " ORDER BY o.id DESC LIMIT "
                                                                                       ":most",
                  id, error);
  if (self->opportunities == NULL)
    return FALSE;
  self->applications = load_ties_of (db,
                                     "SELECT 0, o.id, a.id, 0, o.title, NULL, a.state, NULL FROM " APPLIED_TO (
                                       "", "= :organisation") " ORDER BY a.id DESC LIMIT :most",
                                     id, error);
  return self->applications != NULL;
}

FootholdOrganisationDossier *
foothold_organisation_dossier_load (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdOrganisationDossier) self = g_new0 (FootholdOrganisationDossier, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  g_array_append_val (ids, id);
  rows = foothold_organisation_load_rows (db, ids, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This organisation is not there any more."));
      return NULL;
    }

  self->organisation = foothold_row_ref (g_ptr_array_index (rows, 0));
  return load_parts (db, self, id, error) ? g_steal_pointer (&self) : NULL;
}

static gpointer
load_dossier (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_organisation_dossier_load (db, *(const gint64 *) data, error);
}

static void
dossier_unref (gpointer data)
{
  foothold_organisation_dossier_unref (data);
}

void
foothold_organisation_dossier_load_async (FootholdStore *store,
                                          gint64 id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_organisation_dossier_load_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  foothold_store_push_read (store, task, load_dossier, dossier_unref);
}

FootholdOrganisationDossier *
foothold_organisation_dossier_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- what is done with one ---- */

/* Whoever types the name means one of them, and nobody could say which. */
static gboolean
is_taken (FootholdDb *db, const FootholdOrganisationRow *row, gboolean *taken, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT 1 FROM organisation WHERE folded = :folded AND (folded <> '' OR name = :name)"
                          " AND id <> :id");
  g_autofree char *folded = foothold_fold_name (row->name);

  foothold_stmt_bind_text (stmt, "folded", folded);
  foothold_stmt_bind_text (stmt, "name", row->name);
  foothold_stmt_bind_int (stmt, "id", row->row.id);
  *taken = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

gint64
foothold_organisation_save (FootholdDb *db,
                            const FootholdOrganisationRow *before,
                            const FootholdOrganisationRow *after,
                            GError **error)
{
  gboolean taken = FALSE;
  gint64 id;

  if ((before == NULL || !g_str_equal (before->name, after->name)) && !is_taken (db, after, &taken, error))
    return 0;
  if (taken)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   /* Translators: %s is the name of an organisation */
                   _ ("Another organisation is called “%s” already, and they are told apart by their names. Nothing "
                      "was changed."),
                   after->name);
      return 0;
    }
  if (before != NULL)
    return foothold_row_update (db, &before->row, &after->row, error) ? after->row.id : 0;

  id = after->row.id != 0 ? after->row.id : foothold_id_next ();
  return foothold_row_insert (db, &after->row, id, error) ? id : 0;
}

gboolean
foothold_organisation_delete (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT 1 WHERE EXISTS (SELECT 1 FROM opportunity WHERE organisation_id = :id)"
                          " OR EXISTS (SELECT 1 FROM person WHERE organisation_id = :id)"
                          " OR EXISTS (SELECT 1 FROM outreach WHERE organisation_id = :id)");
  gboolean named;

  foothold_stmt_bind_int (stmt, "id", id);
  named = foothold_stmt_next (stmt);
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;
  if (named)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("An opportunity, a person or outreach names this organisation, so it stays. Name another "
                              "one there first."));
      return FALSE;
    }

  return foothold_row_delete (db, &foothold_organisation_row_type, id, error);
}
