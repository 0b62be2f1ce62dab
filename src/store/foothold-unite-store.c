/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-unite"

#include "foothold-unite.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-bulk.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-row-sql.h"

/*
 * The rows that hang on the others move to the one that stays, with their ids; then it is saved as what it becomes,
 * and the others are deleted with what is left of them. In this order no name is let go that is needed still.
 */

typedef struct
{
  GArray *ids;
  GArray *choices;
  char *dir;
} Unite;

static void
unite_data_free (gpointer data)
{
  Unite *self = data;

  g_array_unref (self->ids);
  g_array_unref (self->choices);
  g_free (self->dir);
  g_free (self);
}

static GPtrArray *
load_all (FootholdDb *db, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      FootholdDossier *dossier = foothold_dossier_load (db, g_array_index (ids, gint64, i), error);
      const FootholdDossier *first = i > 0 ? g_ptr_array_index (dossiers, 0) : dossier;

      if (dossier == NULL)
        return NULL;
      g_ptr_array_add (dossiers, dossier);
      if (g_strcmp0 (dossier->opportunity->origin, first->opportunity->origin) != 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               _ ("What was found and what you wrote yourself cannot become one. Nothing was "
                                  "changed."));
          return NULL;
        }
    }

  return g_steal_pointer (&dossiers);
}

static void
take_choices (GArray *differences, GPtrArray *dossiers, GArray *choices)
{
  for (guint i = 0; i < differences->len; i++)
    {
      FootholdUniteDifference *difference = &g_array_index (differences, FootholdUniteDifference, i);

      for (guint j = 0; j < choices->len; j++)
        {
          const FootholdUniteChoice *choice = &g_array_index (choices, FootholdUniteChoice, j);

          if (!g_str_equal (choice->field, difference->field))
            continue;
          for (guint k = 0; k < dossiers->len; k++)
            if (((FootholdDossier *) g_ptr_array_index (dossiers, k))->opportunity->row.id == choice->from)
              difference->chosen = k;
        }
    }
}

typedef GPtrArray *(*RowsOf) (const FootholdDossier *dossier);

static GPtrArray *
answers_of (const FootholdDossier *dossier)
{
  return dossier->answers;
}

static GPtrArray *
deliverables_of (const FootholdDossier *dossier)
{
  return dossier->deliverables;
}

static GPtrArray *
history_of (const FootholdDossier *dossier)
{
  return dossier->history;
}

static GPtrArray *
attachments_of (const FootholdDossier *dossier)
{
  return dossier->attachments;
}

static FootholdRow *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((FootholdRow *) g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* Each row that @united keeps becomes a row of @kept; of what @kept has, what it does not keep goes first. */
static gboolean
move_rows (FootholdDb *db,
           RowsOf rows_of,
           GPtrArray *dossiers,
           const FootholdDossier *kept,
           const FootholdDossier *united,
           GError **error)
{
  g_autoptr (GPtrArray) after =
    foothold_dossier_adopt_rows (rows_of (united), kept->opportunity->row.id, GINT64_UNKNOWN);
  GPtrArray *before = rows_of (kept);

  for (guint i = 0; i < before->len; i++)
    {
      const FootholdRow *row = g_ptr_array_index (before, i);

      if (find_row (after, row->id) == NULL && !foothold_row_delete (db, row->type, row->id, error))
        return FALSE;
    }
  for (guint i = 0; i < dossiers->len; i++)
    {
      before = rows_of (g_ptr_array_index (dossiers, i));
      for (guint j = 0; j < before->len; j++)
        {
          const FootholdRow *row = g_ptr_array_index (before, j);
          const FootholdRow *moved = find_row (after, row->id);

          if (moved != NULL && !foothold_row_update (db, row, moved, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* A value that changed and comes from where the old one came from: saving took its source for the kept one's. */
static gboolean
keep_sources (FootholdDb *db, gint64 id, const FootholdDossier *united, GError **error)
{
  g_autoptr (FootholdDossier) stored = foothold_dossier_load (db, id, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < united->facts->len; i++)
    {
      const FootholdFactRow *fact = g_ptr_array_index (united->facts, i);
      const char *source, *source_stored;
      const char *knowledge = foothold_dossier_knowledge (united, fact->field, &source);

      if ((g_strcmp0 (knowledge, foothold_dossier_knowledge (stored, fact->field, &source_stored)) != 0
           || g_strcmp0 (source, source_stored) != 0)
          && !foothold_fact_put (db, id, fact->field, fact->knowledge, fact->source, error))
        return FALSE;
    }

  return TRUE;
}

/* Applications, what came of them and who has to do with it: they go on, with the one that stays. */
static gboolean
move_ties (FootholdDb *db, GArray *others, gint64 kept, GError **error)
{
  static const char *const sqls[] = {
    "UPDATE application SET rev = rev + 1, opportunity = :kept WHERE opportunity IN (SELECT value FROM json_each "
    "(:ids))",
    "UPDATE engagement SET rev = rev + 1, opportunity = :kept WHERE opportunity IN (SELECT value FROM json_each "
    "(:ids))",
    "UPDATE outreach SET rev = rev + 1, opportunity = :kept WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "UPDATE person_link SET rev = rev + 1, opportunity = :kept WHERE opportunity IN (SELECT value FROM json_each "
    "(:ids))"
    " AND person NOT IN (SELECT person FROM person_link WHERE opportunity = :kept)",
  };
  g_autofree char *json = foothold_ids_to_json (others);

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sqls[i]);

      foothold_stmt_bind_text (stmt, "ids", json);
      foothold_stmt_bind_int (stmt, "kept", kept);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
unite (FootholdDb *db, gpointer data, GError **error)
{
  Unite *self = data;
  g_autoptr (GPtrArray) dossiers = load_all (db, self->ids, error);
  g_autoptr (GArray) differences = NULL;
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FootholdDossier) united = NULL;
  const FootholdDossier *kept;

  if (dossiers == NULL)
    return NULL;

  differences = foothold_unite_differences (dossiers);
  take_choices (differences, dossiers, self->choices);
  kept = g_ptr_array_index (dossiers, foothold_unite_kept (dossiers));
  united = foothold_unite (dossiers, differences);
  for (guint i = 0; i < dossiers->len; i++)
    if (g_ptr_array_index (dossiers, i) != kept)
      g_array_append_val (others, ((FootholdDossier *) g_ptr_array_index (dossiers, i))->opportunity->row.id);

  if (!move_rows (db, answers_of, dossiers, kept, united, error)
      || !move_rows (db, deliverables_of, dossiers, kept, united, error)
      || !move_rows (db, history_of, dossiers, kept, united, error)
      || !move_rows (db, attachments_of, dossiers, kept, united, error)
      || foothold_dossier_save_from (db, united, self->dir, kept->opportunity->fact_source, error) == 0
      || !keep_sources (db, kept->opportunity->row.id, united, error)
      || !move_ties (db, others, kept->opportunity->row.id, error) || !foothold_bulk_delete (db, others, error))
    return NULL;

  return GSIZE_TO_POINTER ((gsize) kept->opportunity->row.id);
}

void
foothold_store_unite_async (FootholdStore *self,
                            GArray *ids,
                            GArray *choices,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Unite *data = g_new0 (Unite, 1);
  /* Translators: what Undo takes back, “Undo Merge of 2 Opportunities” */
  g_autofree char *label =
    g_strdup_printf (ngettext ("Merge of %u Opportunity", "Merge of %u Opportunities", ids->len), ids->len);

  data->ids = g_array_copy (ids);
  data->choices = g_array_copy (choices);
  data->dir = g_strdup (foothold_store_get_dir (self));
  foothold_store_write_async (self, label, unite, data, unite_data_free, cancellable, callback, user_data);
}
