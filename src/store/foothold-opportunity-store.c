/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-opportunity-store"

#include "foothold-opportunity-store.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-facts.h"
#include "rules/foothold-money.h"
#include "store/foothold-bulk.h"
#include "store/foothold-expiry.h"
#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-opportunity-currency.h"
#include "store/foothold-row-sql.h"

/*
 * One opportunity's own row: saving with its facts and its history. Lists are
 * foothold-opportunity-list.c's, its children foothold-dossier-store.c's.
 */

static gboolean
is_blank (const char *text)
{
  return text == NULL || *g_strchug ((char *) text) == '\0';
}

/* Loads the row or says that it is gone. */
static FootholdOpportunityRow *
load_present (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FootholdOpportunityRow *row = foothold_row_load_id (db, &foothold_opportunity_row_type, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (row == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This opportunity is not there any more."));

  return row;
}

gboolean
foothold_fact_put (FootholdDb *db,
                   gint64 id,
                   const char *field,
                   const char *knowledge,
                   const char *source,
                   GError **error)
{
  /* an upsert would not keep the id and revision of the row that is there */
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "INSERT INTO fact (id, opportunity, field, knowledge, source) "
                                                        "VALUES (:id, :opportunity, :field, :knowledge, :source)"
                                                        " ON CONFLICT (opportunity, field) DO UPDATE SET rev = rev + "
                                                        "1, knowledge = excluded.knowledge, source = excluded.source");

  foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
  foothold_stmt_bind_int (stmt, "opportunity", id);
  foothold_stmt_bind_text (stmt, "field", field);
  foothold_stmt_bind_text (stmt, "knowledge", knowledge);
  foothold_stmt_bind_text (stmt, "source", source);
  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_fact_remove (FootholdDb *db, gint64 id, const char *field, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "DELETE FROM fact WHERE opportunity = :opportunity AND field = :field");

  foothold_stmt_bind_int (stmt, "opportunity", id);
  foothold_stmt_bind_text (stmt, "field", field);
  return foothold_stmt_exec (stmt, error);
}

/*
 * The id that @name stands for. @old_id and @old_name are what the row had: a name
 * that only changes its spelling respells the row it names, it does not make another.
 * @organisation: whose people are meant.
 */
static gboolean
resolve_joined (FootholdDb *db,
                const FootholdRowType *type,
                const char *name,
                gint64 old_id,
                const char *old_name,
                gint64 organisation,
                gint64 batch,
                gint64 *id,
                GError **error)
{
  if (is_blank (name))
    {
      *id = GINT64_UNKNOWN;
      return TRUE;
    }

  *id = type == &foothold_person_row_type ? foothold_name_resolve_person (db, name, organisation, old_id, batch, error)
                                          : foothold_name_resolve (db, type, name, batch, error);
  if (*id == 0)
    return FALSE;
  if (*id == old_id && g_strcmp0 (name, old_name) != 0)
    return foothold_name_respell (db, type, *id, name, error);

  return TRUE;
}

static gboolean
resolve_names (FootholdDb *db, const FootholdOpportunityRow *before, FootholdOpportunityRow *row, GError **error)
{
  if (before == NULL ? row->organisation_id == GINT64_UNKNOWN
                     : g_strcmp0 (before->organisation, row->organisation) != 0)
    if (!resolve_joined (db, &foothold_organisation_row_type, row->organisation,
                         before != NULL ? before->organisation_id : 0, before != NULL ? before->organisation : NULL,
                         GINT64_UNKNOWN, row->batch, &row->organisation_id, error))
      return FALSE;
  if (before == NULL ? row->supervisor_id == GINT64_UNKNOWN : g_strcmp0 (before->supervisor, row->supervisor) != 0)
    if (!resolve_joined (db, &foothold_person_row_type, row->supervisor, before != NULL ? before->supervisor_id : 0,
                         before != NULL ? before->supervisor : NULL, row->organisation_id, row->batch,
                         &row->supervisor_id, error))
      return FALSE;
  if (before == NULL ? row->place_id == GINT64_UNKNOWN : g_strcmp0 (before->place, row->place) != 0)
    if (!resolve_joined (db, &foothold_place_row_type, row->place, before != NULL ? before->place_id : 0,
                         before != NULL ? before->place : NULL, GINT64_UNKNOWN, row->batch, &row->place_id, error))
      return FALSE;

  return TRUE;
}

/* An amount whose currency alone has changed is another number, but says what it said. */
static gboolean
same_amount (const FootholdOpportunityRow *before, const FootholdOpportunityRow *after, const FootholdField *field)
{
  g_autofree char *old = foothold_money_to_text (foothold_row_get_int (before, field), before->currency);
  gint64 read;

  return old != NULL && foothold_money_from_text (old, after->currency, &read)
         && read == foothold_row_get_int (after, field);
}

/* A value that changes comes from @source now; what is cleared is not known any more. */
static gboolean
keep_facts (FootholdDb *db,
            const char *source,
            const FootholdOpportunityRow *before,
            const FootholdOpportunityRow *after,
            GError **error)
{
  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    {
      const FootholdField *field = &foothold_opportunity_row_type.fields[i];
      gboolean same, has_value;

      if (!(field->flags & FOOTHOLD_FIELD_BRIEF))
        continue;
      if (foothold_field_is_text (field))
        {
          same = g_strcmp0 (foothold_row_get_text (before, field), foothold_row_get_text (after, field)) == 0;
          has_value = foothold_row_get_text (after, field) != NULL;
        }
      else
        {
          same = foothold_row_get_int (before, field) == foothold_row_get_int (after, field)
                 || (field->kind == FOOTHOLD_FIELD_MONEY && g_strcmp0 (before->currency, after->currency) != 0
                     && same_amount (before, after, field));
          has_value = foothold_row_get_int (after, field) != GINT64_UNKNOWN;
        }
      if (same)
        continue;
      if (has_value && !g_str_equal (after->fact_source, source)
            ? !foothold_fact_put (db, after->row.id, field->name, "stated", source, error)
            : !foothold_fact_remove (db, after->row.id, field->name, error))
        return FALSE;
    }

  return TRUE;
}

/* Whoever says that it rolls, or that nobody knows until when, takes back the date that was there. */
static void
take_back_date (const FootholdOpportunityRow *before, FootholdOpportunityRow *row)
{
  if (g_strcmp0 (before->apply_window, row->apply_window) == 0
      || (g_strcmp0 (row->apply_window, "rolling") != 0 && g_strcmp0 (row->apply_window, "unknown") != 0))
    return;

  g_clear_pointer (&row->apply_by, g_free);
  g_clear_pointer (&row->apply_by_time, g_free);
  g_clear_pointer (&row->apply_by_zone, g_free);
}

/* What expired and has time again is what it was before; *@actor then is who opened it. */
static gboolean
reopen_in_time (FootholdDb *db,
                const FootholdOpportunityRow *before,
                FootholdOpportunityRow *row,
                const char **actor,
                GError **error)
{
  g_autofree char *state = NULL;

  if (g_strcmp0 (before->state, "expired") != 0 || g_strcmp0 (row->state, "expired") != 0
      || !foothold_expiry_is_due (before, foothold_now_ms ()) || foothold_expiry_is_due (row, foothold_now_ms ()))
    return TRUE;

  state = foothold_expiry_state_before (db, row->row.id, error);
  if (state == NULL)
    return FALSE;

  g_set_str (&row->state, state);
  *actor = "clock";
  return TRUE;
}

gint64
foothold_opportunity_save (FootholdDb *db,
                           const FootholdOpportunityRow *before,
                           const FootholdOpportunityRow *after,
                           GError **error)
{
  return foothold_opportunity_save_from (db, before, after, "typed", error);
}

gint64
foothold_opportunity_save_from (FootholdDb *db,
                                const FootholdOpportunityRow *before,
                                const FootholdOpportunityRow *after,
                                const char *source,
                                GError **error)
{
  g_autoptr (FootholdRow) copy = foothold_row_copy (after);
  FootholdOpportunityRow *row = (FootholdOpportunityRow *) copy;
  const char *actor = "me";

  if (!resolve_names (db, before, row, error))
    return 0;

  if (before == NULL)
    {
      if (row->created_at == 0)
        row->created_at = foothold_now_ms ();
      if (row->row.id == 0)
        row->row.id = foothold_id_next ();
      g_set_str (&row->origin, row->origin != NULL ? row->origin : "found");
      g_set_str (&row->kind, row->kind != NULL ? row->kind : "micro-internship");
      g_set_str (&row->state, row->state != NULL ? row->state : "spotted");
      g_set_str (&row->fact_source, row->fact_source != NULL ? row->fact_source : "typed");
      return foothold_row_insert (db, &row->row, row->row.id, error) ? row->row.id : 0;
    }

  take_back_date (before, row);
  {
    g_autoptr (FootholdRow) present = (FootholdRow *) load_present (db, row->row.id, error);

    if (present == NULL || !reopen_in_time (db, before, row, &actor, error)
        || !foothold_row_update (db, &before->row, &row->row, error) || !keep_facts (db, source, before, row, error))
      return 0;
  }
  if (g_strcmp0 (before->state, row->state) != 0
      && !foothold_history_add (db, row->row.id, before->state, row->state, actor, NULL, error))
    return 0;
  if (before->organisation_id != row->organisation_id && before->organisation_id != GINT64_UNKNOWN
      && !foothold_name_release (db, &foothold_organisation_row_type, before->organisation_id, error))
    return 0;
  if (before->supervisor_id != row->supervisor_id && before->supervisor_id != GINT64_UNKNOWN
      && !foothold_name_release (db, &foothold_person_row_type, before->supervisor_id, error))
    return 0;

  return row->row.id;
}

static gboolean
is_stated (FootholdDb *db, gint64 id, const char *field, gboolean *stated, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT 1 FROM fact WHERE opportunity = :opportunity AND field "
                                                        "= :field AND knowledge = 'stated'");

  foothold_stmt_bind_int (stmt, "opportunity", id);
  foothold_stmt_bind_text (stmt, "field", field);
  *stated = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

gboolean
foothold_opportunity_set_fact (FootholdDb *db,
                               gint64 id,
                               const char *field,
                               const char *knowledge,
                               const char *source,
                               GError **error)
{
  const FootholdField *column = foothold_row_type_find (&foothold_opportunity_row_type, field);
  g_autoptr (FootholdRow) before = NULL;
  g_autoptr (FootholdRow) after = NULL;
  gboolean none;

  g_return_val_if_fail (column != NULL && column->flags & FOOTHOLD_FIELD_BRIEF, FALSE);
  g_return_val_if_fail (!g_str_equal (knowledge, "none") || foothold_facts_may_be_none (field), FALSE);

  before = (FootholdRow *) load_present (db, id, error);
  if (before == NULL)
    return FALSE;

  /* of nothing no source is known, but of what was stated: that there is none */
  if (g_str_equal (knowledge, "stated") && !foothold_row_has_value (before, column))
    return is_stated (db, id, field, &none, error)
           && (!none || foothold_fact_put (db, id, field, "stated", source, error));
  if (g_str_equal (knowledge, "stated"))
    return g_strcmp0 (source, ((FootholdOpportunityRow *) before)->fact_source) == 0
             ? foothold_fact_remove (db, id, field, error)
             : foothold_fact_put (db, id, field, "stated", source, error);

  /* neither "not said" nor "not looked at" goes with a value */
  after = foothold_row_copy (before);
  if (g_str_equal (field, "currency")
      && !foothold_opportunity_set_currency ((FootholdOpportunityRow *) after, NULL, NULL, error))
    return FALSE;
  if (foothold_field_is_text (column))
    foothold_row_set_text (after, column, NULL);
  else
    foothold_row_set_int (after, column, GINT64_UNKNOWN);
  if (foothold_opportunity_save (db, (FootholdOpportunityRow *) before, (FootholdOpportunityRow *) after, error) == 0)
    return FALSE;

  if (g_str_equal (knowledge, "none"))
    return foothold_fact_put (db, id, field, "stated", "typed", error);
  return g_str_equal (knowledge, "not-said") ? foothold_fact_put (db, id, field, "not-said", NULL, error)
                                             : foothold_fact_remove (db, id, field, error);
}

gboolean
foothold_opportunity_mark_read (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "UPDATE opportunity SET unread = 0 WHERE id = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error);
}
