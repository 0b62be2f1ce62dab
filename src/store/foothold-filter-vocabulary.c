/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-filter-vocabulary"

#include "foothold-filter-vocabulary.h"

#include "store/foothold-filter-hits.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"

/* Names past this are typed out: nobody reads a list of so many. */
#define NAMES_MOST "5000"

typedef struct
{
  FootholdFilterKey key;
  const char *sql;
} NamesSql;

/* What an undone import brought finds nothing, but where something else has it too. */
static const NamesSql names_sql[] = {
  { FOOTHOLD_FILTER_SKILL, "SELECT name FROM skill WHERE " FOOTHOLD_SHOWN (
                             "skill") " OR EXISTS (SELECT 1 FROM opportunity_skill AS s"
                                      " JOIN opportunity AS o ON o.id = s.opportunity WHERE s.skill = skill.id "
                                      "AND " FOOTHOLD_SHOWN ("o") ")"
                                                                  " ORDER BY folded LIMIT " NAMES_MOST },
  { FOOTHOLD_FILTER_TAG, "SELECT min (t.name) FROM opportunity_tag AS t JOIN opportunity AS o ON o.id = t.opportunity"
                         " WHERE " FOOTHOLD_SHOWN ("o") " GROUP BY t.folded ORDER BY t.folded LIMIT " NAMES_MOST },
  { FOOTHOLD_FILTER_HOST,
    "SELECT name FROM organisation AS h WHERE " FOOTHOLD_SHOWN (
      "h") " OR EXISTS (SELECT 1 FROM opportunity AS o"
           " WHERE o.organisation_id = h.id AND " FOOTHOLD_SHOWN ("o") ") ORDER BY folded LIMIT " NAMES_MOST },
  { FOOTHOLD_FILTER_PLACE,
    "SELECT name FROM place AS p WHERE " FOOTHOLD_SHOWN ("p") " OR EXISTS (SELECT 1 FROM opportunity AS o"
                                                              " WHERE o.place_id = p.id AND " FOOTHOLD_SHOWN (
                                                                "o") ") ORDER BY folded LIMIT " NAMES_MOST },
};

struct _FootholdFilterVocabulary
{
  FootholdFilterContext context;
  GPtrArray *rows; /* FootholdTermRow, which own the texts of the terms */
  GPtrArray *terms; /* FootholdFilterOwnTerm */
  char *currency;
  char **names[G_N_ELEMENTS (names_sql)];
};

FootholdFilterVocabulary *
foothold_filter_vocabulary_new (void)
{
  return g_new0 (FootholdFilterVocabulary, 1);
}

void
foothold_filter_vocabulary_free (FootholdFilterVocabulary *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_strfreev (self->names[i]);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->currency);
  g_free (self);
}

const FootholdFilterContext *
foothold_filter_vocabulary_get_context (FootholdFilterVocabulary *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (&self->context.today, 1);
  g_date_set_dmy (&self->context.today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  self->context.currency = self->currency;
  self->context.own_terms = self->terms;
  return &self->context;
}

const char *const *
foothold_filter_vocabulary_get_names (FootholdFilterKey key, gpointer vocabulary)
{
  FootholdFilterVocabulary *self = vocabulary;

  for (guint i = 0; i < G_N_ELEMENTS (names_sql); i++)
    if (names_sql[i].key == key)
      return (const char *const *) self->names[i];

  return NULL;
}

gboolean
foothold_filter_vocabulary_concerns (const FootholdChanges *changes)
{
  static const char *const tables[] = { "term", "profile", "skill", "organisation", "opportunity_tag", "place" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (foothold_changes_has_table (changes, tables[i]))
      return TRUE;

  return FALSE;
}

static gboolean
load_names (FootholdDb *db, const char *sql, char ***names, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (foothold_stmt_next (stmt))
    g_strv_builder_add (builder, foothold_stmt_text (stmt, 0));
  *names = g_strv_builder_end (builder);
  return foothold_stmt_finish (stmt, error);
}

static gboolean
load_currency (FootholdDb *db, char **currency, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT coalesce (floor_currency, currency) FROM profile WHERE id = 1");

  if (foothold_stmt_next (stmt))
    *currency = g_strdup (foothold_stmt_text (stmt, 0));
  return foothold_stmt_finish (stmt, error);
}

/* What a filter is read by; @self is new. */
static gboolean
load_context (FootholdFilterVocabulary *self, FootholdDb *db, GError **error)
{
  self->rows = foothold_row_load_all (db, &foothold_term_row_type, error);
  if (self->rows == NULL || !load_currency (db, &self->currency, error))
    return FALSE;

  self->terms = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FootholdTermRow *row = g_ptr_array_index (self->rows, i);
      FootholdFilterOwnTerm *term = g_new (FootholdFilterOwnTerm, 1);

      *term = (FootholdFilterOwnTerm) { row->list, row->slug, row->name };
      g_ptr_array_add (self->terms, term);
    }

  return TRUE;
}

static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdFilterVocabulary) self = foothold_filter_vocabulary_new ();

  if (!load_context (self, db, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names_sql); i++)
    if (!load_names (db, names_sql[i].sql, &self->names[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

static void
vocabulary_free (gpointer data)
{
  foothold_filter_vocabulary_free (data);
}

void
foothold_filter_vocabulary_load_async (FootholdStore *store,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_filter_vocabulary_load_async);
  foothold_store_push_read (store, task, load, vocabulary_free);
}

FootholdFilterVocabulary *
foothold_filter_vocabulary_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- for lists: without the names, kept with a connection ---- */

typedef struct
{
  FootholdDbState state;
  FootholdFilterVocabulary *vocabulary;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  foothold_filter_vocabulary_free (self->vocabulary);
  g_free (self);
}

const FootholdFilterContext *
foothold_filter_load_context (FootholdDb *db, GError **error)
{
  static const char key[] = "foothold-filter-context";
  Kept *kept = foothold_db_get_data (db, key);
  g_autoptr (FootholdFilterVocabulary) fresh = NULL;
  FootholdDbState state;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (kept == NULL || !foothold_db_state_equal (&kept->state, &state))
    {
      fresh = foothold_filter_vocabulary_new ();
      if (!load_context (fresh, db, error))
        return NULL;
      kept = g_new0 (Kept, 1);
      kept->state = state;
      kept->vocabulary = g_steal_pointer (&fresh);
      foothold_db_set_data (db, key, kept, kept_free);
    }

  return foothold_filter_vocabulary_get_context (kept->vocabulary);
}
