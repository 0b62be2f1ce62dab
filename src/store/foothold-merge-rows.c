/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-merge-rows"

#include "foothold-merge-rows-private.h"

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

static const FootholdRecognise recognise[] = {
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
  self->same = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint n = 0; n < foothold_staging_get_n_rows (staging); n++)
    if (foothold_staging_get_row_type (staging, n) == &foothold_person_row_type)
      {
        const gint64 id = foothold_staging_get_own_id (staging, n);

        if (id != 0)
          foothold_merge_people_keep_apart (self->people, id);
      }
  return self;
}

void
foothold_merge_rows_free (FootholdMergeRows *self)
{
  foothold_staging_unref (self->staging);
  foothold_merge_map_free (self->map);
  foothold_merge_people_free (self->people);
  g_hash_table_unref (self->learning);
  g_hash_table_unref (self->same);
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
foothold_merge_rows_count_learning (FootholdMergeRows *self, gint64 person, FootholdOthers *others)
{
  if (g_hash_table_remove (self->same, &person))
    others->n_same--;
  return g_hash_table_add (self->learning, g_memdup2 (&person, sizeof person));
}

void
foothold_merge_rows_count_same (FootholdMergeRows *self, gint64 person, FootholdOthers *others)
{
  if (!g_hash_table_contains (self->learning, &person)
      && g_hash_table_add (self->same, g_memdup2 (&person, sizeof person)))
    others->n_same++;
}

const FootholdRecognise *
foothold_recognise_of (const FootholdRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (recognise); i++)
    if (recognise[i].type == type)
      return &recognise[i];

  return NULL;
}

/* References to other rows, of the import or here already. */
gboolean
foothold_merge_rows_map_references (FootholdMergeRows *self, FootholdDb *db, FootholdRow *row, GError **error)
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
FootholdRow *
foothold_merge_rows_find_here (FootholdMergeRows *self,
                               const FootholdRecognise *how,
                               FootholdDb *db,
                               const FootholdRow *row,
                               GError **error)
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

/* Nobody says that a skill is not wanted: 0 is what stands there where nobody has said that it is. */
static gboolean
is_nothing_said (const FootholdRow *row, const FootholdField *field)
{
  return row->type == &foothold_skill_row_type && g_str_equal (field->name, "wanted")
         && foothold_row_get_int (row, field) == 0;
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
          || is_nothing_said (row, field) || (!ours && is_mark (field))
          || (!ours && foothold_row_has_value (here, field) && !is_nothing_said (here, field)))
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
            const FootholdRecognise *how,
            FootholdRow *row,
            gboolean named,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FootholdRow) here = NULL;
  gint64 id;

  if (!foothold_merge_rows_map_references (self, db, row, error))
    return FALSE;
  /* it came from a file that is not ours */
  if (!foothold_merge_is_whole (row))
    return TRUE;

  here = foothold_merge_rows_find_here (self, how, db, row, &local_error);
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
      const FootholdRecognise *how;

      if (row == NULL)
        return FALSE;
      how = foothold_recognise_of (row->type);
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
  const FootholdRecognise *how = foothold_recognise_of (&foothold_want_row_type);
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
      here = foothold_merge_rows_find_here (self, how, db, row, &local_error);
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
