// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-accept-store"

#include <glib/gi18n-lib.h>

#include "rules/foothold-rhythm.h"
#include "store/foothold-accept.h"
#include "store/foothold-application-move.h"
#include "store/foothold-id.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"

/* An offer becomes an engagement. */

typedef struct
{
  gint64 id;
  char *reason;
} Accept;

static void
accept_free (gpointer data)
{
  Accept *self = data;

  g_free (self->reason);
  g_free (self);
}

static FootholdAcceptFacts
gates_of (const FootholdPaymentFacts *payment)
{
  FootholdAcceptFacts facts = { FOOTHOLD_FACT_NOT_LOOKED_AT, FOOTHOLD_FACT_NOT_LOOKED_AT, FOOTHOLD_FACT_NOT_LOOKED_AT,
                                FOOTHOLD_FACT_NOT_LOOKED_AT };
  const struct
  {
    const char *id;
    FootholdKnowledge *knowledge;
  } gates[] = {
    { "kind", &facts.kind }, { "net", &facts.net }, { "trigger", &facts.trigger }, { "when", &facts.when }
  };

  for (guint i = 0; i < payment->checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (payment->checks, FootholdCheck, i);

      for (guint k = 0; k < G_N_ELEMENTS (gates); k++)
        if (g_str_equal (check->item->id, gates[k].id))
          *gates[k].knowledge = check->knowledge;
    }

  return facts;
}

/* FALSE where the clock shows no day. */
static gboolean
write_today (char *iso)
{
  GDate day;

  if (!foothold_rhythm_day_of_instant (foothold_now_ms (), NULL, &day))
    return FALSE;

  foothold_rhythm_write_day (&day, iso);
  return TRUE;
}

static gint64
insert_engagement (FootholdDb *db, const FootholdDossier *dossier, gint64 application, GError **error)
{
  const FootholdOpportunityRow *from = dossier->opportunity;
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_engagement_row_type);
  FootholdEngagementRow *engagement = (gpointer) row;
  const gint64 id = foothold_id_next ();
  char today[FOOTHOLD_DAY_SIZE];

  engagement->opportunity = from->row.id;
  engagement->application = application;
  g_set_str (&engagement->state, "agreed");
  g_set_str (&engagement->title, from->title);
  if (write_today (today))
    g_set_str (&engagement->agreed_on, today);
  g_set_str (&engagement->start_on, from->start_on);
  g_set_str (&engagement->end_on, from->end_on);
  engagement->minutes = from->minutes_max != GINT64_UNKNOWN ? from->minutes_max : from->minutes_min;
  /* what is agreed an hour or a month is no fee of the whole */
  if ((g_strcmp0 (from->pay_kind, "fixed") == 0 || g_strcmp0 (from->pay_kind, "stipend") == 0)
      && (from->pay_period == NULL || g_str_equal (from->pay_period, "project")))
    engagement->fee_net = from->pay_net;
  g_set_str (&engagement->currency, from->currency);
  engagement->created_at = foothold_now_ms ();
  return foothold_row_insert (db, row, id, error) ? id : 0;
}

static gboolean
insert_deliverables (FootholdDb *db, const FootholdDossier *dossier, gint64 engagement, GError **error)
{
  for (guint i = 0; i < dossier->deliverables->len; i++)
    {
      const FootholdDeliverableRow *from = g_ptr_array_index (dossier->deliverables, i);
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_engagement_deliverable_row_type);
      FootholdEngagementDeliverableRow *deliverable = (gpointer) row;

      deliverable->engagement = engagement;
      deliverable->position = i;
      g_set_str (&deliverable->title, from->title);
      g_set_str (&deliverable->acceptance, from->acceptance);
      g_set_str (&deliverable->due_on, from->due_on);
      g_set_str (&deliverable->state, "planned");
      if (!foothold_row_insert (db, row, foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

/* What came of @application before: it is taken up again, so that one application never has two. *@engagement: its id,
 * or 0. */
static gboolean
take_up (FootholdDb *db, gint64 application, gint64 *engagement, GError **error)
{
  g_autoptr (FootholdStmt) found =
    foothold_db_stmt (db, "SELECT id FROM engagement AS e WHERE application = :application AND " FOOTHOLD_SHOWN (
                            "e") " ORDER BY state IN ('cancelled', 'ended-early'), id DESC LIMIT 1");
  g_autoptr (FootholdStmt) agree = NULL;
  char today[FOOTHOLD_DAY_SIZE];

  foothold_stmt_bind_int (found, "application", application);
  *engagement = foothold_stmt_next (found) ? foothold_stmt_int (found, 0) : 0;
  if (!foothold_stmt_finish (found, error))
    return FALSE;
  if (*engagement == 0)
    return TRUE;

  agree = foothold_db_stmt (db, "UPDATE engagement SET rev = rev + 1, state = 'agreed', agreed_on = coalesce (:today,"
                                " agreed_on) WHERE id = :id AND state IN ('cancelled', 'ended-early')");
  foothold_stmt_bind_int (agree, "id", *engagement);
  foothold_stmt_bind_text (agree, "today", write_today (today) ? today : NULL);
  return foothold_stmt_exec (agree, error);
}

/* Accepting made it, and nobody has touched it since. */
#define UNTOUCHED \
  "e.application = :application AND e.batch IS NULL AND e.rev = 1 AND e.state = 'agreed' AND e.notes IS NULL AND NOT" \
  " EXISTS (SELECT 1 FROM engagement_deliverable AS d WHERE d.engagement = e.id AND (d.rev <> 1 OR" \
  " d.state <> 'planned'))"

gboolean
foothold_application_call_off (FootholdDb *db, gint64 application, GError **error)
{
  static const char *const sqls[] = {
    "DELETE FROM engagement_deliverable WHERE engagement IN (SELECT e.id FROM engagement AS e WHERE " UNTOUCHED ")",
    "DELETE FROM engagement AS e WHERE " UNTOUCHED,
    "UPDATE engagement AS e SET rev = rev + 1, state = 'cancelled' WHERE application = :application AND state IN"
    " ('agreed', 'kick-off-pending') AND " FOOTHOLD_SHOWN ("e"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sqls[i]);

      foothold_stmt_bind_int (stmt, "application", application);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* @reason: NULL where nothing was missing. */
static gboolean
store_override (FootholdDb *db, gint64 id, const char *reason, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, override_reason = :reason WHERE id = :id AND"
                          " override_reason IS NOT :reason");

  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_text (stmt, "reason", reason);
  return foothold_stmt_exec (stmt, error);
}

static gboolean
move_to (FootholdDb *db, const Accept *self, GError **error)
{
  gint64 stage = 0, position;

  if (!foothold_application_enter (db, self->id, &stage, "accepted", self->reason, TRUE, error)
      || !foothold_application_make_room (db, stage, FOOTHOLD_APPLICATION_TOP, NULL, 1, &position, error))
    return FALSE;

  {
    g_autoptr (FootholdStmt) stmt =
      foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, position = :position WHERE id = :id");

    foothold_stmt_bind_int (stmt, "id", self->id);
    foothold_stmt_bind_int (stmt, "position", position);
    return foothold_stmt_exec (stmt, error);
  }
}

void
foothold_offer_free (FootholdOffer *self)
{
  g_clear_pointer (&self->application, foothold_row_unref);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  g_free (self);
}

FootholdOffer *
foothold_offer_load (FootholdDb *db, gint64 application, GError **error)
{
  g_autoptr (FootholdOffer) self = g_new0 (FootholdOffer, 1);
  FootholdAcceptFacts facts;
  gint64 opportunity;

  self->application = foothold_row_load_id (db, &foothold_application_row_type, application, error);
  if (self->application == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE,
                             _ ("This application is not there any more."));
      return NULL;
    }
  opportunity = ((FootholdApplicationRow *) self->application)->opportunity;
  self->appraisal = foothold_appraisal_load (db, opportunity, error);
  self->dossier = self->appraisal != NULL ? foothold_dossier_load (db, opportunity, error) : NULL;
  if (self->dossier == NULL)
    return NULL;

  facts = gates_of (&self->appraisal->payment);
  foothold_accept_check (&facts, NULL, &self->missing);
  return g_steal_pointer (&self);
}

static gpointer
load_offer (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_offer_load (db, *(const gint64 *) data, error);
}

static void
offer_free (gpointer data)
{
  foothold_offer_free (data);
}

void
foothold_offer_load_async (FootholdStore *store,
                           gint64 application,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_offer_load_async);
  g_task_set_task_data (task, g_memdup2 (&application, sizeof application), g_free);
  foothold_store_push_read (store, task, load_offer, offer_free);
}

FootholdOffer *
foothold_offer_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
run_accept (FootholdDb *db, gpointer data, GError **error)
{
  const Accept *self = data;
  g_autoptr (FootholdOffer) offer = foothold_offer_load (db, self->id, error);
  FootholdAcceptVerdict verdict;
  FootholdAcceptFacts facts;
  gint64 engagement;

  if (offer == NULL)
    return NULL;

  facts = gates_of (&offer->appraisal->payment);
  verdict = foothold_accept_check (&facts, self->reason, NULL);
  if (verdict == FOOTHOLD_ACCEPT_WANTS_REASON)
    {
      g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_WANTS_REASON,
                           foothold_accept_sentence (verdict));
      return NULL;
    }

  if (!move_to (db, self, error)
      || !store_override (db, self->id, verdict == FOOTHOLD_ACCEPT_OVERRIDDEN ? self->reason : NULL, error)
      || !take_up (db, self->id, &engagement, error))
    return NULL;
  if (engagement == 0)
    {
      engagement = insert_engagement (db, offer->dossier, self->id, error);
      if (engagement == 0 || !insert_deliverables (db, offer->dossier, engagement, error))
        return NULL;
    }
  return GSIZE_TO_POINTER ((gsize) engagement);
}

void
foothold_application_accept_async (FootholdStore *store,
                                   gint64 id,
                                   const char *reason,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Accept *data = g_new0 (Accept, 1);

  data->id = id;
  data->reason = g_strdup (reason);
  foothold_store_write_async (store, _ ("Accept Offer"), run_accept, data, accept_free, cancellable, callback,
                              user_data);
}
