/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-filter-context"

#include "foothold-filter-hits.h"

#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"

/* What reading a filter depends on, read once until something changes. */

typedef struct
{
  FootholdDbState state;
  FootholdFilterContext context;
  GPtrArray *rows; /* FootholdTermRow, which own the texts of the terms */
  GPtrArray *terms; /* FootholdFilterOwnTerm */
  char *currency;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->currency);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

static gboolean
load_currency (FootholdDb *db, char **currency, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT coalesce (floor_currency, currency) FROM profile WHERE id = 1");

  if (foothold_stmt_next (stmt))
    *currency = g_strdup (foothold_stmt_text (stmt, 0));
  return foothold_stmt_finish (stmt, error);
}

static void
set_today (FootholdFilterContext *context)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (&context->today, 1);
  g_date_set_dmy (&context->today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
}

const FootholdFilterContext *
foothold_filter_load_context (FootholdDb *db, GError **error)
{
  static const char key[] = "foothold-filter-context";
  Kept *kept = foothold_db_get_data (db, key);
  g_autoptr (Kept) fresh = NULL;
  FootholdDbState state;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (kept != NULL && foothold_db_state_equal (&kept->state, &state))
    {
      set_today (&kept->context);
      return &kept->context;
    }

  fresh = g_new0 (Kept, 1);
  fresh->state = state;
  fresh->rows = foothold_row_load_all (db, &foothold_term_row_type, error);
  if (fresh->rows == NULL || !load_currency (db, &fresh->currency, error))
    return NULL;
  fresh->terms = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fresh->rows->len; i++)
    {
      const FootholdTermRow *row = g_ptr_array_index (fresh->rows, i);
      FootholdFilterOwnTerm *term = g_new (FootholdFilterOwnTerm, 1);

      *term = (FootholdFilterOwnTerm) { row->list, row->slug, row->name };
      g_ptr_array_add (fresh->terms, term);
    }
  set_today (&fresh->context);
  fresh->context.currency = fresh->currency;
  fresh->context.own_terms = fresh->terms;
  kept = g_steal_pointer (&fresh);
  foothold_db_set_data (db, key, kept, kept_free);
  return &kept->context;
}
