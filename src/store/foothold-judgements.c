// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-judging"

#include "foothold-judgements.h"

#include <string.h>

#include "store/foothold-cases.h"
#include "store/foothold-row-sql.h"

/*
 * Triggers mark what a write changed (generation 0) and count the generation up when
 * something changes that every judgement depends on. A small change is judged in its
 * own transaction, so that the announcement that brings the row brings its judgement
 * too. All else is judged by the sweep: steps of a few milliseconds on the writer
 * thread, which a person's writes get in between, reading without a transaction and
 * keeping what they found in memory, then one short write for many.
 *
 * What is kept in memory is right because no other connection writes: whatever a write
 * in between changed, it drops what is kept, and the sweep begins anew.
 */

/* So many are judged in the write that changed them, a fifth of a millisecond each. */
#define AT_ONCE_MOST 32
/* Opportunities read together. */
#define CHUNK 32
/* A step of the sweep takes about so long, and a person's write waits for one at most. */
#define STEP_USEC 8000
/* Written together, in some 20 ms; each such write also costs lists what they keep in memory. */
#define WRITE_MOST 2000

/* Counts up when the same facts give another judgement by the same rules: a change of the code. */
#define CODE_VERSION "1"

typedef struct
{
  gint64 opportunity;
  gint64 fit; /* GINT64_UNKNOWN: nothing is known */
  gint64 known, asked, clarity, warnings, skills_had, skills_asked;
} Judged;

/* With the writer's connection. */
typedef struct
{
  FootholdJudge *judge; /* of what was committed as @generation */
  gint64 generation;
  gint64 before; /* the sweep has looked at all from here up, the newest first */
  GArray *judged; /* Judged, by @judge, not written yet */
  gboolean wrote; /* the sweep has written something */
} Judging;

static void
judging_free (gpointer data)
{
  Judging *self = data;

  g_clear_pointer (&self->judge, foothold_judge_unref);
  g_array_unref (self->judged);
  g_free (self);
}

static void
begin_anew (Judging *self)
{
  g_array_set_size (self->judged, 0);
  self->before = G_MAXINT64;
}

static Judging *
get_judging (FootholdDb *db)
{
  static const char key[] = "foothold-judging";
  Judging *self = foothold_db_get_data (db, key);

  if (self == NULL)
    {
      self = g_new0 (Judging, 1);
      self->judged = g_array_new (FALSE, FALSE, sizeof (Judged));
      begin_anew (self);
      foothold_db_set_data (db, key, self, judging_free);
    }

  return self;
}

static gboolean
get_generation (FootholdDb *db, gint64 *generation, GError **error)
{
  return foothold_db_query_int (db, "SELECT generation FROM judging WHERE id = 1", generation, error);
}

/* The rules of every country, so that a change of country alone is no change of the rules. */
static const char *
get_rules (void)
{
  static gsize rules;

  if (g_once_init_enter (&rules))
    {
      g_autofree char *digest = foothold_rule_files_digest ((const char *const[]) { "clarity", "warning-signs", NULL });

      g_once_init_leave (&rules, (gsize) g_strconcat (CODE_VERSION ":", digest, NULL));
    }

  return (const char *) rules;
}

/* ---- one opportunity ---- */

static Judged
judge_one (FootholdJudge *judge, const FootholdCase *given)
{
  g_auto (FootholdJudgement) judgement = { 0 };
  const FootholdRange *overall = &judgement.worth.overall;
  Judged judged = { .opportunity = given->opportunity->row.id, .fit = GINT64_UNKNOWN };

  foothold_judge_case (judge, given, &judgement);
  if (judgement.worth.has_overall && (overall->n_known > 0 || overall->lo > 0))
    judged.fit = foothold_worth_sort_key (overall);
  judged.known = overall->n_known;
  judged.asked = overall->n_asked;
  judged.clarity = judgement.clarity.score;
  judged.warnings = judgement.warnings->len;
  judged.skills_had = judgement.n_skills_had;
  judged.skills_asked = judgement.n_skills_asked;

  return judged;
}

static gboolean
judge_ids (FootholdDb *db, FootholdJudge *judge, GArray *ids, GArray *judged, GError **error)
{
  g_autoptr (GPtrArray) cases = foothold_cases_load (db, ids, error);

  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    {
      const FootholdLoadedCase *loaded = g_ptr_array_index (cases, i);
      const Judged one = judge_one (judge, &loaded->given);

      g_array_append_val (judged, one);
    }

  return TRUE;
}

/* What was deleted meanwhile is left out. */
static gboolean
write_judged (FootholdDb *db, GArray *judged, gint64 generation, GError **error)
{
  for (guint i = 0; i < judged->len; i++)
    {
      const Judged *one = &g_array_index (judged, Judged, i);
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (
        db, "INSERT INTO judgement (opportunity, generation, fit, known, asked, clarity, warnings, skills_had, "
            "skills_asked) SELECT :opportunity, :generation, :fit, :known, :asked, :clarity, :warnings, :skills_had, "
            ":skills_asked WHERE EXISTS (SELECT 1 FROM opportunity WHERE id = :opportunity)"
            " ON CONFLICT (opportunity) DO UPDATE SET generation = excluded.generation, fit = excluded.fit, known = "
            "excluded.known, asked = excluded.asked, clarity = excluded.clarity, warnings = excluded.warnings, "
            "skills_had = excluded.skills_had, skills_asked = excluded.skills_asked");

      foothold_stmt_bind_int (stmt, "opportunity", one->opportunity);
      foothold_stmt_bind_int (stmt, "generation", generation);
      foothold_stmt_bind_int (stmt, "fit", one->fit);
      foothold_stmt_bind_int (stmt, "known", one->known);
      foothold_stmt_bind_int (stmt, "asked", one->asked);
      foothold_stmt_bind_int (stmt, "clarity", one->clarity);
      foothold_stmt_bind_int (stmt, "warnings", one->warnings);
      foothold_stmt_bind_int (stmt, "skills_had", one->skills_had);
      foothold_stmt_bind_int (stmt, "skills_asked", one->skills_asked);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- at the end of a write ---- */

static GArray *
take_ids (FootholdStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

/* The first judgements of a file: all there are, so they need no sweep. */
static gboolean
begin_rules (FootholdDb *db, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE judging SET rules = :rules WHERE rules IS NULL AND complete = generation");

  foothold_stmt_bind_text (stmt, "rules", get_rules ());
  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_judgements_catch_up (FootholdDb *db, FootholdChanges *changes, GError **error)
{
  static const char *const orphans[] = {
    "DELETE FROM judgement WHERE opportunity IN (SELECT value FROM json_each "
    "(:ids)) AND NOT EXISTS (SELECT 1 FROM opportunity AS o WHERE o.id = judgement.opportunity)"
  };
  Judging *self = get_judging (db);
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT opportunity FROM judgement INDEXED BY judgement_stale WHERE generation = 0 LIMIT :n");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) judged = NULL;
  gint64 generation;

  foothold_stmt_bind_int (stmt, "n", AT_ONCE_MOST + 1);
  ids = take_ids (stmt, error);
  if (ids == NULL || !get_generation (db, &generation, error))
    return FALSE;

  /* What the sweep has in memory may have been judged by what is no longer so. */
  if (ids->len > 0 || generation != self->generation)
    begin_anew (self);
  if (ids->len == 0 || ids->len > AT_ONCE_MOST)
    return TRUE;

  /* Children that were deleted after their opportunity, as redoing may do. */
  if (!foothold_ids_exec (db, orphans, G_N_ELEMENTS (orphans), ids, error))
    return FALSE;
  /* The judge was loaded outside of any write: what is uncommitted now, and may never be, is not in it. */
  if (self->judge == NULL || generation != self->generation)
    return TRUE;

  judged = g_array_new (FALSE, FALSE, sizeof (Judged));
  if (!judge_ids (db, self->judge, ids, judged, error) || !write_judged (db, judged, generation, error)
      || !begin_rules (db, error))
    return FALSE;
  for (guint i = 0; i < judged->len; i++)
    foothold_changes_add (changes, FOOTHOLD_JUDGEMENT_TABLE, g_array_index (judged, Judged, i).opportunity);

  return TRUE;
}

gboolean
foothold_judgements_expect (FootholdDb *db, GError **error)
{
  return foothold_db_exec (db, "UPDATE judging SET complete = 0", error);
}

/* ---- the sweep ---- */

gboolean
foothold_judgements_need_sweep (FootholdDb *db, gboolean *needs, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (
    db, "SELECT complete <> generation OR rules IS NOT :rules OR EXISTS (SELECT 1 FROM judgement INDEXED BY "
        "judgement_stale WHERE generation = 0) FROM judging WHERE EXISTS (SELECT 1 FROM opportunity)");

  foothold_stmt_bind_text (stmt, "rules", get_rules ());
  *needs = foothold_stmt_next (stmt) && foothold_stmt_int (stmt, 0) == 1;
  return foothold_stmt_finish (stmt, error);
}

static gboolean
set_rules_func (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE judging SET rules = :rules, generation = generation + 1");

  foothold_stmt_bind_text (stmt, "rules", get_rules ());
  return foothold_stmt_exec (stmt, error);
}

/* A version with other rules, or the first: all are judged by these. */
static gboolean
ensure_rules (FootholdDb *db, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT rules IS :rules FROM judging");
  gboolean same;

  foothold_stmt_bind_text (stmt, "rules", get_rules ());
  same = foothold_stmt_next (stmt) && foothold_stmt_int (stmt, 0) == 1;
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  return same || foothold_db_write (db, set_rules_func, NULL, error);
}

static gboolean
ensure_judge (FootholdDb *db, Judging *self, GError **error)
{
  gint64 generation;
  FootholdJudge *judge;

  if (!get_generation (db, &generation, error))
    return FALSE;
  if (self->judge != NULL && self->generation == generation)
    return TRUE;

  judge = foothold_judge_load (db, error);
  if (judge == NULL)
    return FALSE;
  g_clear_pointer (&self->judge, foothold_judge_unref);
  self->judge = judge;
  self->generation = generation;
  begin_anew (self);
  return TRUE;
}

gboolean
foothold_judgements_prepare (FootholdDb *db, GError **error)
{
  return ensure_judge (db, get_judging (db), error);
}

/* The next that are not judged by this generation, the newest first. */
static GArray *
next_ids (FootholdDb *db, Judging *self, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT o.id FROM opportunity AS o INDEXED BY opportunity_facets LEFT JOIN judgement AS j"
                          " ON j.opportunity = o.id WHERE o.id < :before AND j.generation IS NOT :generation"
                          " ORDER BY o.id DESC LIMIT :n");

  foothold_stmt_bind_int (stmt, "before", self->before);
  foothold_stmt_bind_int (stmt, "generation", self->generation);
  foothold_stmt_bind_int (stmt, "n", CHUNK);
  return take_ids (stmt, error);
}

static gboolean
write_func (FootholdDb *db, gpointer data, GError **error)
{
  Judging *self = data;

  return write_judged (db, self->judged, self->generation, error);
}

static gboolean
complete_func (FootholdDb *db, gpointer data, GError **error)
{
  Judging *self = data;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "UPDATE judging SET complete = :generation");

  foothold_stmt_bind_int (stmt, "generation", self->generation);
  /* of opportunities that a bulk deleted, or that never were */
  return foothold_stmt_exec (stmt, error)
         && foothold_db_exec (db,
                              "DELETE FROM judgement WHERE generation = 0 AND NOT EXISTS (SELECT 1 FROM opportunity "
                              "AS o WHERE o.id = judgement.opportunity)",
                              error);
}

/*
 * Writes what is in memory. Nothing of a person's is touched, so there is no backup before. The sweep looks at all once
 * more afterwards, and ends when there is nothing to write. */
static gboolean
write_step (FootholdDb *db, Judging *self, gboolean last, gboolean *more, gboolean *swept, GError **error)
{
  if (self->judged->len > 0)
    {
      if (!foothold_db_write (db, write_func, self, error))
        return FALSE;
      g_array_set_size (self->judged, 0);
      self->wrote = TRUE;
      if (last)
        self->before = G_MAXINT64;
      *more = TRUE;
      return TRUE;
    }

  if (!foothold_db_write (db, complete_func, self, error))
    return FALSE;
  *more = FALSE;
  *swept = self->wrote;
  self->wrote = FALSE;
  begin_anew (self);
  return TRUE;
}

gboolean
foothold_judgements_sweep (FootholdDb *db, gboolean *more, gboolean *swept, GError **error)
{
  Judging *self = get_judging (db);
  const gint64 until = g_get_monotonic_time () + STEP_USEC;

  *more = TRUE;
  *swept = FALSE;
  if (!ensure_rules (db, error) || !ensure_judge (db, self, error))
    return FALSE;
  do
    {
      g_autoptr (GArray) ids = NULL;

      if (self->judged->len >= WRITE_MOST)
        return write_step (db, self, FALSE, more, swept, error);
      ids = next_ids (db, self, error);
      if (ids == NULL)
        return FALSE;
      if (ids->len == 0)
        return write_step (db, self, TRUE, more, swept, error);
      if (!judge_ids (db, self->judge, ids, self->judged, error))
        return FALSE;
      self->before = g_array_index (ids, gint64, ids->len - 1);
    }
  while (g_get_monotonic_time () < until);

  return TRUE;
}
