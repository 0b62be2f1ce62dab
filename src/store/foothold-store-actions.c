/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-store.h"
#include "store/foothold-bulk.h"
#include "store/foothold-interview-store.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-organisation-store.h"
#include "store/foothold-outreach-store.h"
#include "store/foothold-person-store.h"
#include "store/foothold-place-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-store-private.h"
#include "store/foothold-store-rows.h"

/* The writes a person makes, each a job of foothold_store_write_async () with plain data. */

/* So many at once are worth a backup of their own. */
#define BULK_DELETE 10

#define ID_TO_POINTER(id) GSIZE_TO_POINTER ((gsize) (id))

typedef struct
{
  FootholdRow *before;
  FootholdRow *after;
} SaveRow;

static void
save_row_free (gpointer data)
{
  SaveRow *self = data;

  g_clear_pointer (&self->before, foothold_row_unref);
  g_clear_pointer (&self->after, foothold_row_unref);
  g_free (self);
}

static gpointer
save_row (FootholdDb *db, gpointer data, GError **error)
{
  SaveRow *self = data;

  return ID_TO_POINTER (foothold_row_save (db, self->before, self->after, error));
}

void
foothold_store_save_row_async (FootholdStore *self,
                               const char *label,
                               gpointer before,
                               gpointer after,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SaveRow *data = g_new0 (SaveRow, 1);

  data->before = before != NULL ? foothold_row_ref (before) : NULL;
  data->after = foothold_row_ref (after);
  foothold_store_write_async (self, label, save_row, data, save_row_free, cancellable, callback, user_data);
}

void
foothold_store_save_row_again_async (FootholdStore *self,
                                     const char *label,
                                     gpointer before,
                                     gpointer after,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  SaveRow *data = g_new0 (SaveRow, 1);

  data->before = foothold_row_ref (before);
  data->after = foothold_row_ref (after);
  foothold_store_write_more_async (self, label, save_row, data, save_row_free, cancellable, callback, user_data);
}

static gpointer
delete_row (FootholdDb *db, gpointer data, GError **error)
{
  const FootholdRow *row = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done;

  if (row->type == &foothold_opportunity_row_type)
    done = foothold_bulk_delete (db, g_array_append_val (ids, row->id), error);
  else if (row->type == &foothold_place_row_type)
    done = foothold_place_delete (db, row->id, error);
  else if (row->type == &foothold_outreach_row_type)
    done = foothold_outreach_delete (db, row->id, error);
  else if (row->type == &foothold_organisation_row_type)
    done = foothold_organisation_delete (db, row->id, error);
  else if (row->type == &foothold_person_row_type)
    done = foothold_person_delete (db, g_array_append_val (ids, row->id), error);
  else if (row->type == &foothold_interview_row_type)
    done = foothold_interview_delete (db, row->id, error);
  else if (row->type == &foothold_story_row_type)
    done = foothold_story_delete (db, row->id, error);
  else
    done = foothold_row_delete (db, row->type, row->id, error);

  return done ? ID_TO_POINTER (row->id) : NULL;
}

void
foothold_store_delete_row_async (FootholdStore *self,
                                 const char *label,
                                 gpointer row,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  foothold_store_write_async (self, label, delete_row, foothold_row_ref (row), foothold_row_unref, cancellable,
                              callback, user_data);
}

typedef struct
{
  FootholdDossier *dossier;
  char *dir;
} SaveDossier;

static void
save_dossier_free (gpointer data)
{
  SaveDossier *self = data;

  foothold_dossier_unref (self->dossier);
  g_free (self->dir);
  g_free (self);
}

static gpointer
save_dossier (FootholdDb *db, gpointer data, GError **error)
{
  SaveDossier *self = data;

  return ID_TO_POINTER (foothold_dossier_save (db, self->dossier, self->dir, error));
}

void
foothold_store_save_dossier_async (FootholdStore *self,
                                   const char *label,
                                   FootholdDossier *dossier,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  SaveDossier *data = g_new0 (SaveDossier, 1);

  data->dossier = foothold_dossier_ref (dossier);
  data->dir = g_strdup (foothold_store_get_dir (self));
  foothold_store_write_async (self, label, save_dossier, data, save_dossier_free, cancellable, callback, user_data);
}

typedef struct
{
  gint64 opportunity;
  char *field, *knowledge, *source;
} SetFact;

static void
set_fact_free (gpointer data)
{
  SetFact *self = data;

  g_free (self->field);
  g_free (self->knowledge);
  g_free (self->source);
  g_free (self);
}

static gpointer
set_fact (FootholdDb *db, gpointer data, GError **error)
{
  SetFact *self = data;

  if (!foothold_opportunity_set_fact (db, self->opportunity, self->field, self->knowledge, self->source, error))
    return NULL;
  /* Hours are one fact in two columns, and knowing them is one action. */
  if (g_str_equal (self->field, "minutes_min")
      && !foothold_opportunity_set_fact (db, self->opportunity, "minutes_max", self->knowledge, self->source, error))
    return NULL;

  return ID_TO_POINTER (self->opportunity);
}

void
foothold_store_set_fact_async (FootholdStore *self,
                               gint64 opportunity,
                               const char *field,
                               const char *knowledge,
                               const char *source,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SetFact *data = g_new0 (SetFact, 1);
  const char *label = _ ("Clear Field");

  data->opportunity = opportunity;
  data->field = g_strdup (field);
  data->knowledge = g_strdup (knowledge);
  data->source = g_strdup (source);
  if (g_str_equal (knowledge, "stated"))
    label = _ ("Change Source");
  else if (g_str_equal (knowledge, "not-said"))
    label = _ ("Mark as Not Said");
  else if (g_str_equal (knowledge, "none"))
    label = _ ("State That There Is None");
  foothold_store_write_async (self, label, set_fact, data, set_fact_free, cancellable, callback, user_data);
}

typedef struct
{
  FootholdAction action;
  GArray *ids;
  char *state, *reason;
} Act;

static void
act_free (gpointer data)
{
  Act *self = data;

  g_array_unref (self->ids);
  g_free (self->state);
  g_free (self->reason);
  g_free (self);
}

static gpointer
act (FootholdDb *db, gpointer data, GError **error)
{
  Act *self = data;

  if (self->ids->len == 0 || !foothold_bulk_act (db, self->action, self->ids, self->state, self->reason, error))
    return NULL;

  /* to apply for it is to begin an application */
  if (self->action == FOOTHOLD_ACTION_SET_STATE && g_strcmp0 (self->state, "applying") == 0)
    for (guint i = 0; i < self->ids->len; i++)
      if (foothold_application_start (db, g_array_index (self->ids, gint64, i), error) == 0)
        return NULL;

  return ID_TO_POINTER (g_array_index (self->ids, gint64, 0));
}

static char *
act_label (FootholdAction action, guint n, const char *state)
{
  switch (action)
    {
    case FOOTHOLD_ACTION_STAR:
      return g_strdup_printf (ngettext ("Star Opportunity", "Star %u Opportunities", n), n);
    case FOOTHOLD_ACTION_UNSTAR:
      return g_strdup_printf (ngettext ("Unstar Opportunity", "Unstar %u Opportunities", n), n);
    case FOOTHOLD_ACTION_ARCHIVE:
      return g_strdup_printf (ngettext ("Archive Opportunity", "Archive %u Opportunities", n), n);
    case FOOTHOLD_ACTION_UNARCHIVE:
      return g_strdup_printf (ngettext ("Unarchive Opportunity", "Unarchive %u Opportunities", n), n);
    case FOOTHOLD_ACTION_STILL_OPEN:
      return g_strdup_printf (ngettext ("Note That Opportunity Is Still Open",
                                        "Note That %u Opportunities Are Still Open", n),
                              n);
    case FOOTHOLD_ACTION_DELETE:
      return g_strdup_printf (ngettext ("Delete Opportunity", "Delete %u Opportunities", n), n);
    case FOOTHOLD_ACTION_REOPEN:
    case FOOTHOLD_ACTION_SET_STATE:
      if (g_strcmp0 (state, "dropped") == 0)
        return g_strdup_printf (ngettext ("Drop Opportunity", "Drop %u Opportunities", n), n);
      if (g_strcmp0 (state, "evaluating") == 0)
        return g_strdup_printf (ngettext ("Evaluate Opportunity", "Evaluate %u Opportunities", n), n);
      if (g_strcmp0 (state, "shortlisted") == 0)
        return g_strdup_printf (ngettext ("Shortlist Opportunity", "Shortlist %u Opportunities", n), n);
      if (g_strcmp0 (state, "applying") == 0)
        return g_strdup_printf (ngettext ("Start Applying for Opportunity", "Start Applying for %u Opportunities", n),
                                n);
      return g_strdup_printf (ngettext ("Change State of Opportunity", "Change State of %u Opportunities", n), n);
    default:
      g_assert_not_reached ();
    }
}

void
foothold_store_act_async (FootholdStore *self,
                          FootholdAction action,
                          GArray *ids,
                          const char *state,
                          const char *reason,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Act *data = g_new0 (Act, 1);
  g_autofree char *label = act_label (action, ids->len, state);

  data->action = action;
  data->ids = g_array_copy (ids);
  data->state = g_strdup (state);
  data->reason = g_strdup (reason);
  foothold_store_write_after_backup (self, label,
                                     action == FOOTHOLD_ACTION_DELETE && ids->len >= BULK_DELETE ? "delete" : NULL, act,
                                     data, act_free, cancellable, callback, user_data);
}
