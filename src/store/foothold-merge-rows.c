/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-merge-rows"

#include "foothold-merge-rows.h"

#include <string.h>

#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-person-merge.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-staging-private.h"

/*
 * A row that comes with an id keeps it, so that an export of what was imported is
 * the same file. Where the same thing is there under another id, that one is
 * used, and the ids that point at it follow.
 */

struct _FootholdMergeRows
{
  FootholdStaging *staging;
  gint64 batch;
  FootholdMergeMap *map;
  FootholdMergePeople *people;
  GHashTable *learning; /* ids of people here, counted as learning something */
};

/* How a row is recognised when its id is not there: a column and the field it is compared with. */
typedef struct
{
  const FootholdRowType *type;
  FootholdOther other; /* what a person counts it as */
  gboolean named; /* carries the batch, comes before the opportunities */
  const char *find_sql; /* NULL: there is one row, id 1 */
  const char *fields[3];
} Recognise;

static const Recognise recognise[] = {
  { &foothold_organisation_row_type,
    FOOTHOLD_OTHER_ORGANISATIONS,
    TRUE,
    "SELECT id FROM organisation WHERE folded = :name ORDER BY id LIMIT 1",
    { "name" } },
  { &foothold_person_row_type,
    FOOTHOLD_OTHER_PEOPLE,
    TRUE,
    "", /* FootholdMergePeople */
    { "name" } },
  { &foothold_skill_row_type, FOOTHOLD_OTHER_SKILLS, TRUE, "SELECT id FROM skill WHERE folded = :name", { "name" } },
  { &foothold_place_row_type,
    FOOTHOLD_OTHER_PLACES,
    TRUE,
    "SELECT id FROM place WHERE folded = :name ORDER BY id LIMIT 1",
    { "name" } },
  { &foothold_goal_row_type,
    FOOTHOLD_OTHER_GOALS,
    FALSE,
    "SELECT id FROM goal WHERE title = :title ORDER BY id LIMIT 1",
    { "title" } },
  { &foothold_goal_target_row_type,
    FOOTHOLD_OTHER_GOALS,
    FALSE,
    "SELECT id FROM goal_target WHERE goal = :goal AND kind = :kind AND value = :value",
    { "goal", "kind", "value" } },
  { &foothold_want_row_type,
    FOOTHOLD_OTHER_WANTS,
    FALSE,
    "SELECT id FROM want WHERE text = :text ORDER BY id LIMIT 1",
    { "text" } },
  { &foothold_term_row_type,
    FOOTHOLD_OTHER_TERMS,
    FALSE,
    "SELECT id FROM term WHERE list = :list AND slug = :slug",
    { "list", "slug" } },
  { &foothold_saved_search_row_type,
    FOOTHOLD_OTHER_SEARCHES,
    FALSE,
    "SELECT id FROM saved_search WHERE name = :name AND text = :text ORDER BY id LIMIT 1",
    { "name", "text" } },
  { &foothold_weight_row_type, FOOTHOLD_OTHER_WEIGHTS, FALSE, "SELECT id FROM weight WHERE part = :part", { "part" } },
  { &foothold_exchange_rate_row_type,
    FOOTHOLD_OTHER_RATES,
    FALSE,
    "SELECT id FROM exchange_rate WHERE from_currency = :from_currency AND to_currency = :to_currency",
    { "from_currency", "to_currency" } },
  { &foothold_checklist_template_row_type,
    FOOTHOLD_OTHER_CHECKLIST,
    FALSE,
    "SELECT id FROM checklist_template WHERE text = :text ORDER BY id LIMIT 1",
    { "text" } },
  { &foothold_profile_row_type, FOOTHOLD_OTHER_PROFILE, FALSE, NULL, { NULL } },
};

FootholdMergeRows *
foothold_merge_rows_new (FootholdStaging *staging, gint64 batch)
{
  FootholdMergeRows *self = g_new0 (FootholdMergeRows, 1);

  self->staging = foothold_staging_ref (staging);
  self->batch = batch;
  self->map = foothold_merge_map_new (batch);
  self->people = foothold_merge_people_new (batch);
  self->learning = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
foothold_merge_rows_free (FootholdMergeRows *self)
{
  foothold_staging_unref (self->staging);
  foothold_merge_map_free (self->map);
  foothold_merge_people_free (self->people);
  g_hash_table_unref (self->learning);
  g_free (self);
}

FootholdMergePeople *
foothold_merge_rows_get_people (FootholdMergeRows *self)
{
  return self->people;
}

FootholdMergeMap *
foothold_merge_rows_get_map (FootholdMergeRows *self)
{
  return self->map;
}

gboolean
foothold_merge_rows_count_learning (FootholdMergeRows *self, gint64 person)
{
  return g_hash_table_add (self->learning, g_memdup2 (&person, sizeof person));
}

static const Recognise *
recognise_of (const FootholdRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (recognise); i++)
    if (recognise[i].type == type)
      return &recognise[i];

  return NULL;
}

/* References to other rows, of the import or here already. */
static gboolean
map_references (FootholdMergeRows *self, FootholdDb *db, FootholdRow *row, GError **error)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];
      const FootholdRowType *type = foothold_merge_map_reference (field);
      gint64 here;

      if (g_str_equal (field->name, "batch"))
        foothold_row_set_int (row, field, self->batch);
      if (type == NULL)
        continue;
      if (!foothold_merge_map_resolve (self->map, db, type, foothold_row_get_int (row, field), &here, error))
        return FALSE;
      foothold_row_set_int (row, field, here);
    }

  return TRUE;
}

/* The row that is there already, by id or by what it says; NULL without an error when there is none. */
static FootholdRow *
find_here (FootholdMergeRows *self, const Recognise *how, FootholdDb *db, const FootholdRow *row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FootholdRow *here = NULL;
  gint64 id = how->find_sql == NULL ? 1 : row->id;

  if (id != 0)
    here = foothold_row_load_id (db, row->type, id, &local_error);
  if (here == NULL && local_error == NULL && row->type == &foothold_person_row_type)
    {
      if (foothold_merge_people_find (self->people, db, (const FootholdPersonRow *) row, &id, &local_error) && id != 0)
        here = foothold_row_load_id (db, row->type, id, &local_error);
    }
  else if (here == NULL && local_error == NULL && how->find_sql != NULL)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, how->find_sql);

      for (guint i = 0; i < G_N_ELEMENTS (how->fields) && how->fields[i] != NULL; i++)
        {
          const FootholdField *field = foothold_row_type_find (row->type, how->fields[i]);

          if (!foothold_field_is_text (field))
            foothold_stmt_bind_int (stmt, field->name, foothold_row_get_int (row, field));
          else if (how->named)
            {
              g_autofree char *folded = foothold_fold_name (foothold_row_get_text (row, field));

              foothold_stmt_bind_text (stmt, field->name, folded);
            }
          else
            foothold_stmt_bind_text (stmt, field->name, foothold_row_get_text (row, field));
        }
      id = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
      if (foothold_stmt_finish (stmt, &local_error) && id != 0)
        {
          g_clear_pointer (&stmt, foothold_stmt_release);
          here = foothold_row_load_id (db, row->type, id, &local_error);
        }
    }
  if (local_error != NULL)
    {
      g_clear_pointer (&here, foothold_row_unref);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return here;
}

/* What a person did with it, and not what is known of it. */
static gboolean
is_mark (const FootholdField *field)
{
  return g_str_equal (field->name, "archived_at") || g_str_equal (field->name, "snoozed_until");
}

FootholdRow *
foothold_merge_fill (const FootholdRow *here, const FootholdRow *row, gint64 batch)
{
  FootholdRow *after = foothold_row_copy (here);
  const FootholdField *batch_field = foothold_row_type_find (row->type, "batch");
  const gboolean ours = batch_field != NULL && batch != 0 && foothold_row_get_int (here, batch_field) == batch;

  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];

      if (field->flags & FOOTHOLD_FIELD_JOINED || field == batch_field || !foothold_row_has_value (row, field)
          || (!ours && is_mark (field)) || (!ours && foothold_row_has_value (here, field)))
        continue;
      if (foothold_field_is_text (field))
        foothold_row_set_text (after, field, foothold_row_get_text (row, field));
      else
        foothold_row_set_int (after, field, foothold_row_get_int (row, field));
    }

  return after;
}

static gboolean
fill_row (FootholdMergeRows *self, FootholdDb *db, const FootholdRow *here, const FootholdRow *row, GError **error)
{
  /* of two people that are one, the first says it */
  const gboolean second = row->type == &foothold_person_row_type && row->id != here->id;
  g_autoptr (FootholdRow) after = foothold_merge_fill (here, row, second ? 0 : self->batch);
  g_autoptr (GPtrArray) contacts = NULL;

  if (!foothold_row_update (db, here, after, error))
    return FALSE;
  /* not of an older copy of the row itself: what a person changed since would come back */
  if (!second)
    return TRUE;

  contacts = foothold_person_other_contacts ((const FootholdPersonRow *) after, (const FootholdPersonRow *) row);
  return contacts->len == 0 || foothold_person_add_contacts (db, here->id, contacts, error);
}

/*
 * What a person says of a skill is recorded like an action, with the rest: a skill
 * that something is said of outlives the import that it came with, and undoing has
 * to take that back first.
 */
static void
forget_saying (FootholdRow *row)
{
  FootholdSkillRow *skill = (FootholdSkillRow *) row;

  if (row->type != &foothold_skill_row_type)
    return;
  skill->level = GINT64_UNKNOWN;
  skill->wanted = 0;
  g_clear_pointer (&skill->evidence, g_free);
}

gboolean
foothold_merge_is_whole (const FootholdRow *row)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];

      if (!(field->flags & FOOTHOLD_FIELD_REQUIRED))
        continue;
      if (foothold_field_is_text (field)
            ? foothold_row_get_text (row, field) == NULL || *foothold_row_get_text (row, field) == '\0'
            : foothold_row_get_int (row, field) == GINT64_UNKNOWN)
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_row (FootholdMergeRows *self,
            FootholdDb *db,
            const Recognise *how,
            FootholdRow *row,
            gboolean named,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FootholdRow) here = NULL;
  gint64 id;

  if (!map_references (self, db, row, error))
    return FALSE;
  /* it came from a file that is not ours */
  if (!foothold_merge_is_whole (row))
    return TRUE;

  here = find_here (self, how, db, row, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (row->type == &foothold_person_row_type
      && !foothold_merge_people_name_organisation (self->people, db, (FootholdPersonRow *) row,
                                                   (const FootholdPersonRow *) here, error))
    return FALSE;
  if (here != NULL)
    {
      foothold_merge_map_remember (self->map, row->type, row->id, here->id);
      return named || fill_row (self, db, here, row, error);
    }

  id = row->id != 0 ? row->id : foothold_id_next ();
  if (how->find_sql == NULL)
    id = 1;
  foothold_merge_map_remember (self->map, row->type, row->id, id);
  if (named)
    forget_saying (row);
  if (row->type == &foothold_person_row_type)
    foothold_merge_people_add (self->people, id, (const FootholdPersonRow *) row);
  return foothold_row_insert (db, row, id, error);
}

static gboolean
insert_all (FootholdMergeRows *self, FootholdDb *db, gboolean named, GError **error)
{
  for (guint n = 0; n < foothold_staging_get_n_rows (self->staging); n++)
    {
      g_autoptr (FootholdRow) row = foothold_staging_read_row (self->staging, n, error);
      const Recognise *how;

      if (row == NULL)
        return FALSE;
      how = recognise_of (row->type);
      if (how == NULL)
        continue;
      /* those that came with the batch are found again here */
      if (named ? how->named && !insert_row (self, db, how, row, TRUE, error)
                : !insert_row (self, db, how, row, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

/*
 * Wants come after the opportunities, recorded like an action; answers, which come with the opportunities, name them by
 * their ids. So these are found out first.
 */
gboolean
foothold_merge_rows_find_wants (FootholdMergeRows *self, FootholdDb *db, GError **error)
{
  const Recognise *how = recognise_of (&foothold_want_row_type);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* new ones → id */

  for (guint n = 0; n < foothold_staging_get_n_rows (self->staging); n++)
    {
      g_autoptr (FootholdRow) row = NULL;
      g_autoptr (FootholdRow) here = NULL;
      g_autoptr (GError) local_error = NULL;
      const char *text;
      const gint64 *known;

      if (foothold_staging_get_row_type (self->staging, n) != &foothold_want_row_type)
        continue;
      row = foothold_staging_read_row (self->staging, n, error);
      if (row == NULL)
        return FALSE;
      if (row->id == 0 || !foothold_merge_is_whole (row))
        continue;
      here = find_here (self, how, db, row, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      text = ((FootholdWantRow *) row)->text;
      known = g_hash_table_lookup (texts, text);
      foothold_merge_map_remember (self->map, row->type, row->id,
                                   here != NULL    ? here->id
                                   : known != NULL ? *known
                                                   : row->id);
      if (here == NULL && known == NULL)
        g_hash_table_insert (texts, g_strdup (text), g_memdup2 (&row->id, sizeof row->id));
    }

  return TRUE;
}

gboolean
foothold_merge_rows_insert_named (FootholdMergeRows *self, FootholdDb *db, GError **error)
{
  /* the slice may have been rolled back before */
  foothold_merge_people_forget (self->people);
  return insert_all (self, db, TRUE, error) && foothold_merge_rows_find_wants (self, db, error);
}

#define WANT_ITEM "want/"

void
foothold_merge_rows_map_answers (FootholdMergeRows *self, GPtrArray *answers)
{
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < answers->len;)
    {
      FootholdAnswerRow *answer = g_ptr_array_index (answers, i);

      if (g_str_has_prefix (answer->item, WANT_ITEM))
        {
          const gint64 id = g_ascii_strtoll (answer->item + strlen (WANT_ITEM), NULL, 10);
          const gint64 here = foothold_merge_map_get (self->map, &foothold_want_row_type, id);

          if (here != GINT64_UNKNOWN && here != id)
            {
              g_free (answer->item);
              answer->item = g_strdup_printf (WANT_ITEM "%" G_GINT64_FORMAT, here);
            }
        }
      if (g_hash_table_add (items, answer->item))
        i++;
      else
        g_ptr_array_remove_index (answers, i);
    }
}

gboolean
foothold_merge_rows_insert_rest (FootholdMergeRows *self, FootholdDb *db, GError **error)
{
  return insert_all (self, db, FALSE, error);
}

/* Rows of an import that was undone or did not end are not there. */
static gboolean
is_shown (FootholdDb *db, const FootholdRow *row, gboolean *shown, GError **error)
{
  const FootholdField *field = foothold_row_type_find (row->type, "batch");
  const gint64 batch = field != NULL ? foothold_row_get_int (row, field) : GINT64_UNKNOWN;
  g_autoptr (FootholdStmt) stmt = NULL;

  *shown = TRUE;
  if (batch == GINT64_UNKNOWN)
    return TRUE;

  stmt = foothold_db_stmt (db, "SELECT 1 FROM import_batch WHERE id = :id AND state = 'done'");
  foothold_stmt_bind_int (stmt, "id", batch);
  *shown = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

/* What a row is recognised by within its import, as find_here () does in the database. */
static char *
key_of (const Recognise *how, const FootholdRow *row)
{
  g_autoptr (GString) key = g_string_new (row->type->table);

  for (guint i = 0; i < G_N_ELEMENTS (how->fields) && how->fields[i] != NULL; i++)
    {
      const FootholdField *field = foothold_row_type_find (row->type, how->fields[i]);
      g_autofree char *folded = how->named ? foothold_fold_name (foothold_row_get_text (row, field)) : NULL;

      if (foothold_field_is_text (field))
        g_string_append_printf (key, "\n%s", folded != NULL ? folded : foothold_row_get_text (row, field));
      else
        g_string_append_printf (key, "\n%" G_GINT64_FORMAT, foothold_row_get_int (row, field));
    }

  return g_string_free_and_steal (g_steal_pointer (&key));
}

typedef struct
{
  FootholdMergeRows *rows;
  FootholdDb *db;
  GHashTable *keys; /* of what is new → its id */
  GHashTable *goals; /* counted: one that gains three targets is one */
  FootholdOthers *others;
} Count;

static void
count_one (Count *self, const Recognise *how, const FootholdRow *row, gint64 id)
{
  const gint64 goal = how->type == &foothold_goal_target_row_type ? ((const FootholdGoalTargetRow *) row)->goal : id;

  if (how->other != FOOTHOLD_OTHER_GOALS || g_hash_table_add (self->goals, g_memdup2 (&goal, sizeof goal)))
    self->others->n[how->other]++;
}

/* Whether the name of an organisation that is not there yet is new for @here. */
static gboolean
learns_organisation (const FootholdRow *here, const FootholdRow *row)
{
  const FootholdPersonRow *person = (const FootholdPersonRow *) row;

  return row->type == &foothold_person_row_type && person->organisation != NULL && *person->organisation != '\0'
         && ((const FootholdPersonRow *) here)->organisation_id == GINT64_UNKNOWN;
}

/* Whether an address or a number is new for @here, who is somebody known. */
static gboolean
learns_contact (Count *self, const FootholdRow *here, const FootholdRow *row, gboolean *learns, GError **error)
{
  g_autoptr (GPtrArray) contacts = NULL;

  *learns = FALSE;
  if (row->type != &foothold_person_row_type || row->id == here->id)
    return TRUE;

  contacts = foothold_person_other_contacts ((const FootholdPersonRow *) here, (const FootholdPersonRow *) row);
  return contacts->len == 0 || foothold_person_lacks_contacts (self->db, here->id, contacts, learns, error);
}

/* Somebody who is not there yet, and may come twice. */
static gboolean
count_person (Count *self, const Recognise *how, FootholdRow *row, GError **error)
{
  gint64 id;

  if (!foothold_merge_people_find (self->rows->people, self->db, (const FootholdPersonRow *) row, &id, error))
    return FALSE;
  if (id == 0)
    {
      id = row->id != 0 ? row->id : foothold_id_next ();
      foothold_merge_people_add (self->rows->people, id, (const FootholdPersonRow *) row);
      count_one (self, how, row, id);
    }
  foothold_merge_map_remember (self->rows->map, row->type, row->id, id);
  return TRUE;
}

static gboolean
count_row (Count *self, const Recognise *how, FootholdRow *row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FootholdRow) here = NULL;
  g_autofree char *key = NULL;
  const gint64 *known;
  gboolean shown = FALSE;
  gint64 id;

  if (!map_references (self->rows, self->db, row, error))
    return FALSE;
  if (!foothold_merge_is_whole (row))
    return TRUE;

  here = find_here (self->rows, how, self->db, row, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (here != NULL && !is_shown (self->db, here, &shown, error))
    return FALSE;
  if (shown)
    {
      g_autoptr (FootholdRow) after = foothold_merge_fill (here, row, 0);
      gboolean learns;

      foothold_merge_map_remember (self->rows->map, row->type, row->id, here->id);
      if (!learns_contact (self, here, row, &learns, error))
        return FALSE;
      if (!learns && foothold_row_equal (here, after) && !learns_organisation (here, row))
        self->others->n_same++;
      else if (row->type != &foothold_person_row_type || foothold_merge_rows_count_learning (self->rows, here->id))
        count_one (self, how, row, here->id);
      return TRUE;
    }

  if (row->type == &foothold_person_row_type)
    return count_person (self, how, row, error);
  key = key_of (how, row);
  known = g_hash_table_lookup (self->keys, key);
  id = known != NULL ? *known : row->id != 0 ? row->id : foothold_id_next ();
  foothold_merge_map_remember (self->rows->map, row->type, row->id, id);
  if (known == NULL)
    {
      g_hash_table_insert (self->keys, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
      count_one (self, how, row, id);
    }
  return TRUE;
}

gboolean
foothold_merge_rows_count (FootholdMergeRows *rows, FootholdDb *db, FootholdOthers *others, GError **error)
{
  FootholdStaging *staging = rows->staging;
  Count self = { .rows = rows, .db = db, .others = others };
  gboolean ok = TRUE;

  self.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.goals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint n = 0; ok && n < foothold_staging_get_n_rows (staging); n++)
    {
      g_autoptr (FootholdRow) row = NULL;
      const Recognise *how;

      ok = !g_cancellable_set_error_if_cancelled (foothold_staging_get_cancellable (staging), error)
           && (row = foothold_staging_read_row (staging, n, error)) != NULL;
      how = ok ? recognise_of (row->type) : NULL;
      ok = ok && (how == NULL || count_row (&self, how, row, error));
    }
  g_hash_table_unref (self.keys);
  g_hash_table_unref (self.goals);

  return ok;
}
