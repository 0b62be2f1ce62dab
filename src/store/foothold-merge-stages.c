// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-merge-stages"

#include "store/foothold-merge-stages.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-stage-store.h"
#include "store/foothold-staging-private.h"

/* An application whose column is still to come. */
typedef struct
{
  gint64 id;
  gint64 stage; /* as the import calls it */
  char *state;
} Waiting;

struct _FootholdMergeStages
{
  GPtrArray *rows; /* FootholdStageRow of the import, in their order */
  GHashTable *ids; /* what the import calls each → row */
  GPtrArray *here; /* as looked at last */
  FootholdStageSet *after; /* what they will be */
  GArray *mapped; /* gint64: what each of @rows will be called; 0 where it does not come */
  const char *sentence;
  GArray *waiting;
};

static void
waiting_clear (gpointer data)
{
  g_free (((Waiting *) data)->state);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FootholdStageRow *left = a;
  const FootholdStageRow *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return left->row.id < right->row.id ? -1 : left->row.id > right->row.id;
}

/* The default five have the same ids for everybody, and nothing else has them. */
static gint64
own_id (const FootholdStageRow *row)
{
  for (guint i = 0; i < FOOTHOLD_N_STAGES; i++)
    if (g_strcmp0 (row->preset, foothold_default_stages[i].id) == 0)
      return i + 1;

  return row->row.id > FOOTHOLD_N_STAGES ? row->row.id : foothold_id_next ();
}

FootholdMergeStages *
foothold_merge_stages_new (FootholdStaging *staging, GError **error)
{
  g_autoptr (FootholdMergeStages) self = g_new0 (FootholdMergeStages, 1);

  self->rows = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->mapped = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_array_set_clear_func (self->waiting, waiting_clear);
  for (guint n = 0; n < foothold_staging_get_n_rows (staging); n++)
    {
      FootholdRow *row;

      if (foothold_staging_get_row_type (staging, n) != &foothold_stage_row_type)
        continue;
      row = foothold_staging_read_row (staging, n, error);
      if (row == NULL)
        return NULL;
      if (row->id != 0)
        g_hash_table_insert (self->ids, g_memdup2 (&row->id, sizeof row->id), row);
      row->id = own_id ((const FootholdStageRow *) row);
      g_ptr_array_add (self->rows, row);
    }
  g_ptr_array_sort_values (self->rows, compare_rows);

  return g_steal_pointer (&self);
}

void
foothold_merge_stages_free (FootholdMergeStages *self)
{
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->ids);
  g_clear_pointer (&self->here, g_ptr_array_unref);
  g_clear_pointer (&self->after, foothold_stage_set_unref);
  g_array_unref (self->mapped);
  g_array_unref (self->waiting);
  g_free (self);
}

static const FootholdRow *
find_id (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const FootholdRow *) g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static gboolean
same_words (const char *text, const char *const *words)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);

  return g_strcmp0 (text, joined) == 0;
}

/* Whether these are the default five as they were; whether one is collapsed is no change of them. */
static gboolean
are_untouched (GPtrArray *rows)
{
  if (rows->len != FOOTHOLD_N_STAGES)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdStageRow *row = g_ptr_array_index (rows, i);
      const FootholdStage *stage = &foothold_default_stages[i];

      if (g_strcmp0 (row->preset, stage->id) != 0 || row->name != NULL || row->card_limit != GINT64_UNKNOWN
          || g_strcmp0 (row->kind, foothold_stage_kinds.entries[stage->kind].slug) != 0
          || !same_words (row->states, stage->states))
        return FALSE;
    }

  return TRUE;
}

/* As a person reads it. */
static char *
shown_name (const FootholdStageRow *row)
{
  const FootholdStage stage = { row->preset, row->name, FOOTHOLD_STAGE_OPEN, NULL };
  const char *name = foothold_stage_name (&stage);

  return name != NULL ? g_utf8_casefold (name, -1) : NULL;
}

static gboolean
same_name (const FootholdStageRow *a, const FootholdStageRow *b)
{
  g_autofree char *one = shown_name (a);
  g_autofree char *other = shown_name (b);

  return one != NULL && other != NULL && g_utf8_collate (one, other) == 0;
}

/* The column of @rows that @row is: by its id, else by its name; NULL for none. */
static const FootholdRow *
find (GPtrArray *rows, const FootholdStageRow *row)
{
  const FootholdRow *found = find_id (rows, row->row.id);

  for (guint i = 0; i < rows->len && found == NULL; i++)
    if (same_name (row, g_ptr_array_index (rows, i)))
      found = g_ptr_array_index (rows, i);

  return found;
}

static gboolean
is_good (GPtrArray *rows)
{
  g_autoptr (FootholdStageSet) set = foothold_stage_set_new (rows);

  return rows->len > 0
         && foothold_stages_check (foothold_stage_set_get_stages (set), rows->len, NULL) == FOOTHOLD_STAGES_GOOD;
}

static void
set_mapped (FootholdMergeStages *self, guint i, gint64 id)
{
  g_array_index (self->mapped, gint64, i) = id;
}

/* The import's take the place of those that are there. */
static GPtrArray *
replace (FootholdMergeStages *self)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (foothold_row_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      FootholdStageRow *copy = foothold_row_copy (g_ptr_array_index (self->rows, i));

      copy->position = i;
      set_mapped (self, i, copy->row.id);
      g_ptr_array_add (after, copy);
    }

  return g_steal_pointer (&after);
}

/* Those that are there as they are; @more: and what is not among them. */
static GPtrArray *
keep (FootholdMergeStages *self, gboolean more)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (foothold_row_unref);

  for (guint i = 0; i < self->here->len; i++)
    g_ptr_array_add (after, foothold_row_ref (g_ptr_array_index (self->here, i)));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FootholdStageRow *row = g_ptr_array_index (self->rows, i);
      const FootholdRow *there = find (self->here, row);

      set_mapped (self, i, there != NULL ? there->id : more ? row->row.id : 0);
      if (there == NULL && more)
        {
          FootholdStageRow *copy = foothold_row_copy (row);

          copy->position = after->len;
          g_ptr_array_add (after, copy);
        }
    }

  return g_steal_pointer (&after);
}

gboolean
foothold_merge_stages_look (FootholdMergeStages *self, FootholdDb *db, GError **error)
{
  g_autoptr (GPtrArray) after = NULL;
  const gboolean good = is_good (self->rows);

  g_clear_pointer (&self->here, g_ptr_array_unref);
  self->here = foothold_row_load_all (db, &foothold_stage_row_type, error);
  if (self->here == NULL)
    return FALSE;

  self->sentence =
    self->rows->len > 0 && !good
      ? _ ("The columns of the tracker in the file do not show every application; yours stay as they are.")
      : NULL;
  g_array_set_size (self->mapped, self->rows->len);
  after = good && are_untouched (self->here) ? replace (self) : keep (self, good);
  if (!is_good (after))
    {
      g_ptr_array_unref (after);
      after = keep (self, FALSE);
    }
  g_clear_pointer (&self->after, foothold_stage_set_unref);
  self->after = foothold_stage_set_new (after);
  return TRUE;
}

guint
foothold_merge_stages_count (FootholdMergeStages *self, const char **sentence)
{
  guint n = 0;

  for (guint i = 0; i < foothold_stage_set_get_n (self->after); i++)
    {
      const FootholdStageRow *row = foothold_stage_set_get_row (self->after, i);
      const FootholdRow *here = find_id (self->here, row->row.id);

      n += here == NULL || !foothold_row_equal (here, row);
    }

  *sentence = self->sentence;
  return n;
}

/* What column @stage of the import will be; 0 where it does not come. */
static gint64
map (FootholdMergeStages *self, gint64 stage)
{
  gpointer row = g_hash_table_lookup (self->ids, &stage);
  guint i;

  /* a file may name one without saying what it is */
  return row != NULL && g_ptr_array_find (self->rows, row, &i) ? g_array_index (self->mapped, gint64, i) : stage;
}

gint64
foothold_merge_stages_place (FootholdMergeStages *self, gint64 id, gint64 stage, const char *state)
{
  const gint64 wanted = foothold_stage_set_place (self->after, map (self, stage), state);
  const Waiting waiting = { id, stage, g_strdup (state) };

  if (find_id (self->here, wanted) != NULL)
    {
      g_free (waiting.state);
      return wanted;
    }

  g_array_append_val (self->waiting, waiting);
  return ((const FootholdRow *) g_ptr_array_index (self->here, 0))->id;
}

static gboolean
write_rows (FootholdMergeStages *self, FootholdDb *db, GError **error)
{
  for (guint i = 0; i < foothold_stage_set_get_n (self->after); i++)
    {
      const FootholdRow *row = &foothold_stage_set_get_row (self->after, i)->row;
      const FootholdRow *here = find_id (self->here, row->id);

      if (here != NULL ? !foothold_row_update (db, here, row, error) : !foothold_row_insert (db, row, row->id, error))
        return FALSE;
    }

  return TRUE;
}

/* Whatever waits goes into its column, at the place it has. */
static gboolean
let_in (FootholdMergeStages *self, FootholdDb *db, GError **error)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const Waiting *waiting = &g_array_index (self->waiting, Waiting, i);
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (db,
                          "UPDATE application SET rev = rev + 1, stage = :stage WHERE id = :id AND stage <> :stage");

      foothold_stmt_bind_int (stmt, "id", waiting->id);
      foothold_stmt_bind_int (stmt, "stage",
                              foothold_stage_set_place (self->after, map (self, waiting->stage), waiting->state));
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_merge_stages_write (FootholdMergeStages *self, FootholdDb *db, GError **error)
{
  const char *sentence;
  g_autoptr (GPtrArray) rows = NULL;

  if (!foothold_merge_stages_look (self, db, error))
    return FALSE;
  if (foothold_merge_stages_count (self, &sentence) == 0 && self->waiting->len == 0)
    return TRUE;
  if (!write_rows (self, db, error) || !let_in (self, db, error))
    return FALSE;

  /* and what stood in a column that goes, or shows its state no longer */
  rows = g_ptr_array_new_with_free_func (foothold_row_unref);
  for (guint i = 0; i < foothold_stage_set_get_n (self->after); i++)
    g_ptr_array_add (rows, foothold_row_copy (foothold_stage_set_get_row (self->after, i)));
  return foothold_stages_save (db, rows, error);
}
