// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-outreach-store"

#include "foothold-outreach-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/foothold-lists.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-silence.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-words.h"

/* ---- the list ---- */

#define NAME(table, column) "coalesce ((SELECT n.name FROM " table " AS n WHERE n.id = r." column "), '')"
#define ALL_TEXT \
  NAME ("organisation", "organisation_id") \
  " || ' ' || " NAME ("person", "person_id") " || ' ' || " NAME ( \
    "person", "through_id") " || ' ' || coalesce (r.met_where, '') || ' ' || coalesce (r.asked, '') || ' '" \
                            " || coalesce (r.notes, '')"

/* In the order of foothold_outreach_states. */
#define STATE_PLACE \
  "CASE r.state WHEN 'idea' THEN 0 WHEN 'asked' THEN 1 WHEN 'talking' THEN 2 WHEN 'yes' THEN 3 WHEN 'no' THEN 4 ELSE " \
  "5" \
  " END"
#define IS_OPEN "r.state IN ('idea', 'asked', 'talking')"

#define LIST(text, order) \
  "SELECT r.id, " text " FROM outreach AS r WHERE " FOOTHOLD_SHOWN ("r") " AND (:open IS NULL OR (" IS_OPEN \
                                                                         ") = :open) ORDER BY " order
#define BY_STATE STATE_PLACE ", r.again_on IS NULL, r.again_on, r.id DESC"
#define BY_DAY "r.again_on IS NULL, r.again_on, " STATE_PLACE ", r.id DESC"
#define BY_AGE "r.created_at DESC, r.id DESC"

GArray *
foothold_outreach_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  static const char *const sqls[2][3] = {
    { LIST ("NULL", BY_STATE), LIST ("NULL", BY_AGE), LIST ("NULL", BY_DAY) },
    { LIST (ALL_TEXT, BY_STATE), LIST (ALL_TEXT, BY_AGE), LIST (ALL_TEXT, BY_DAY) },
  };
  const guint order = query->order == FOOTHOLD_ORDER_NEWEST ? 1 : query->order == FOOTHOLD_ORDER_DEADLINE ? 2 : 0;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sqls[foothold_words_are_any (query->text) ? 1 : 0][order]);

  foothold_stmt_bind_int (stmt, "open",
                          query->show == FOOTHOLD_SHOW_ALL        ? GINT64_UNKNOWN
                          : query->show == FOOTHOLD_SHOW_ARCHIVED ? 0
                                                                  : 1);
  return foothold_words_list_ids (stmt, query->text, NULL, error);
}

GPtrArray *
foothold_outreach_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
  return foothold_row_load_in_order (db, &foothold_outreach_row_type, ids, error);
}

static FootholdOutreachRow *
load_one (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) own = NULL;
  FootholdOutreachRow *row = foothold_row_load_id (db, &foothold_outreach_row_type, id, &own);

  if (row == NULL && own == NULL)
    g_set_error_literal (&own, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This is not there any more."));
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  return row;
}

static gpointer
load_job (FootholdDb *db, gpointer data, GError **error)
{
  return load_one (db, *(const gint64 *) data, error);
}

void
foothold_outreach_load_async (FootholdStore *store,
                              gint64 id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_outreach_load_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  foothold_store_push_read (store, task, load_job, foothold_row_unref);
}

FootholdOutreachRow *
foothold_outreach_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- saving ---- */

#define PERSON 1

/* The three that it names: a joined field, the id beside it, and what kind of row that is. */
static const struct
{
  const char *name, *id;
  const FootholdRowType *type;
} named[] = {
  { "organisation", "organisation_id", &foothold_organisation_row_type },
  [PERSON] = { "person", "person_id", &foothold_person_row_type },
  { "through", "through_id", &foothold_person_row_type },
};

static gboolean
resolve (FootholdDb *db, const FootholdOutreachRow *before, FootholdOutreachRow *row, guint i, GError **error)
{
  const FootholdField *name_field = foothold_row_type_find (&foothold_outreach_row_type, named[i].name);
  const FootholdField *id_field = foothold_row_type_find (&foothold_outreach_row_type, named[i].id);
  const char *given = foothold_row_get_text (row, name_field);
  g_autofree char *name = given != NULL ? g_strstrip (g_strdup (given)) : NULL;
  const gint64 old = before != NULL ? foothold_row_get_int (before, id_field) : GINT64_UNKNOWN;
  gint64 id;

  if (before == NULL ? foothold_row_get_int (row, id_field) != GINT64_UNKNOWN
                     : foothold_row_same_value (before, row, name_field))
    return TRUE;
  if (name == NULL || *name == '\0')
    {
      foothold_row_set_int (row, id_field, GINT64_UNKNOWN);
      return TRUE;
    }

  /* who is asked is of the host, which was resolved before; through whom may be anybody */
  id = i == PERSON ? foothold_name_resolve_person (db, name, row->organisation_id, old, GINT64_UNKNOWN, error)
                   : foothold_name_resolve (db, named[i].type, name, GINT64_UNKNOWN, error);
  if (id == 0)
    return FALSE;
  foothold_row_set_int (row, id_field, id);
  /* another spelling of the same name corrects it, and makes no second one */
  return id != old || foothold_name_respell (db, named[i].type, id, name, error);
}

static gboolean
release (FootholdDb *db, const FootholdOutreachRow *before, const FootholdOutreachRow *after, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      const FootholdField *field = foothold_row_type_find (&foothold_outreach_row_type, named[i].id);
      const gint64 id = foothold_row_get_int (before, field);

      if (id != GINT64_UNKNOWN && (after == NULL || foothold_row_get_int (after, field) != id)
          && !foothold_name_release (db, named[i].type, id, error))
        return FALSE;
    }

  return TRUE;
}

gint64
foothold_outreach_save (FootholdDb *db,
                        const FootholdOutreachRow *before,
                        const FootholdOutreachRow *after,
                        GError **error)
{
  g_autoptr (FootholdRow) copy = foothold_row_copy (after);
  FootholdOutreachRow *row = (FootholdOutreachRow *) copy;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (!resolve (db, before, row, i, error))
      return 0;
  if (before == NULL)
    {
      if (row->created_at == 0)
        row->created_at = foothold_now_ms ();
      if (row->state == NULL)
        row->state = g_strdup ("idea");
      if (row->row.id == 0)
        row->row.id = foothold_id_next ();
      return foothold_row_insert (db, &row->row, row->row.id, error) ? row->row.id : 0;
    }

  return foothold_row_update (db, &before->row, &row->row, error) && release (db, before, row, error) ? row->row.id : 0;
}

gboolean
foothold_outreach_delete (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) load_one (db, id, error);

  return row != NULL && foothold_row_delete (db, row->type, id, error)
         && release (db, (FootholdOutreachRow *) row, NULL, error);
}

/* ---- what becomes of it ---- */

typedef struct
{
  gint64 id;
  char *state, *title;
} Act;

static void
act_free (gpointer data)
{
  Act *self = data;

  g_free (self->state);
  g_free (self->title);
  g_free (self);
}

char *
foothold_outreach_again_after (const char *day)
{
  char again[FOOTHOLD_DAY_SIZE];
  GDate on;

  if (!foothold_rhythm_read_day (day, &on))
    return NULL;
  g_date_add_days (&on, FOOTHOLD_FOLLOW_UP_DAYS);
  foothold_rhythm_write_day (&on, again);
  return g_strdup (again);
}

/* When it was to be taken up is over: the day that follows from it takes its place. */
static void
note_asked (FootholdOutreachRow *row)
{
  if (row->asked_on == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      row->asked_on = g_date_time_format (now, "%Y-%m-%d");
    }
  g_free (row->again_on);
  row->again_on = foothold_outreach_again_after (row->asked_on);
}

static gpointer
set_state (FootholdDb *db, gpointer data, GError **error)
{
  const Act *self = data;
  g_autoptr (FootholdRow) before = (FootholdRow *) load_one (db, self->id, error);
  g_autoptr (FootholdRow) after = before != NULL ? foothold_row_copy (before) : NULL;
  FootholdOutreachRow *row = (FootholdOutreachRow *) after;

  if (row == NULL)
    return NULL;

  g_set_str (&row->state, self->state);
  if (g_str_equal (self->state, "asked"))
    note_asked (row);
  return foothold_row_update (db, before, after, error) ? GSIZE_TO_POINTER ((gsize) self->id) : NULL;
}

void
foothold_outreach_set_state_async (FootholdStore *store,
                                   gint64 id,
                                   const char *state,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Act *data = g_new0 (Act, 1);
  /* Translators: what Undo takes back; %s is a state: “Asked”, “No Answer” */
  g_autofree char *label =
    g_strdup_printf (_ ("Set Outreach to “%s”"), foothold_list_name (&foothold_outreach_states, state));

  g_return_if_fail (foothold_list_find (&foothold_outreach_states, state) != NULL);

  data->id = id;
  data->state = g_strdup (state);
  foothold_store_write_async (store, label, set_state, data, act_free, cancellable, callback, user_data);
}

/* What one knows of the host's answer, as an opportunity that nobody advertised. */
static FootholdOpportunityRow *
make_opportunity (const FootholdOutreachRow *row, const char *title)
{
  FootholdOpportunityRow *made = foothold_row_new (&foothold_opportunity_row_type);
  g_autoptr (GString) notes = g_string_new (row->asked);

  made->title = g_strdup (title);
  made->fact_source = g_strdup ("conversation");
  made->source = g_strdup ("contact");
  made->organisation = g_strdup (row->organisation);
  made->organisation_id = row->organisation_id;
  made->supervisor = g_strdup (row->person);
  made->supervisor_id = row->person_id;
  if (row->notes != NULL)
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n\n" : "", row->notes);
  if (notes->len > 0)
    made->notes = g_strdup (notes->str);
  return made;
}

/* *@there: whether the opportunity that an earlier yes made can still be seen. */
static gboolean
is_there (FootholdDb *db, gint64 opportunity, gboolean *there, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT 1 FROM opportunity AS o WHERE id = :id AND " FOOTHOLD_SHOWN ("o"));

  foothold_stmt_bind_int (stmt, "id", opportunity);
  *there = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

static gpointer
say_yes (FootholdDb *db, gpointer data, GError **error)
{
  const Act *self = data;
  g_autoptr (FootholdRow) before = (FootholdRow *) load_one (db, self->id, error);
  g_autoptr (FootholdRow) after = before != NULL ? foothold_row_copy (before) : NULL;
  g_autoptr (FootholdRow) opportunity = NULL;
  FootholdOutreachRow *row = (FootholdOutreachRow *) after;
  gboolean there;

  if (row == NULL || !is_there (db, row->opportunity, &there, error))
    return NULL;

  /* a second yes is to the same */
  if (!there)
    {
      opportunity = (FootholdRow *) make_opportunity (row, self->title);
      row->opportunity = foothold_opportunity_save (db, NULL, (FootholdOpportunityRow *) opportunity, error);
      if (row->opportunity == 0)
        return NULL;
    }
  g_set_str (&row->state, "yes");
  return foothold_row_update (db, before, after, error) ? GSIZE_TO_POINTER ((gsize) row->opportunity) : NULL;
}

void
foothold_outreach_yes_async (FootholdStore *store,
                             gint64 id,
                             const char *title,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Act *data = g_new0 (Act, 1);
  /* Translators: what Undo takes back; %s is the title of an opportunity */
  g_autofree char *label = g_strdup_printf (_ ("Yes to “%s”"), title);

  data->id = id;
  data->title = g_strdup (title);
  foothold_store_write_async (store, label, say_yes, data, act_free, cancellable, callback, user_data);
}
