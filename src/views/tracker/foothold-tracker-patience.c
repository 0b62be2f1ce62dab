// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-view-private.h"

#include "rules/foothold-silence.h"
#include "store/foothold-reply-store.h"

/* How long the clocks of silence on all cards wait: by one's own replies. */

guint
foothold_tracker_view_find_patience (GtkWidget *within)
{
  GtkWidget *view = gtk_widget_get_ancestor (within, FOOTHOLD_TYPE_TRACKER_VIEW);

  return view != NULL ? FOOTHOLD_TRACKER_VIEW (view)->patience : FOOTHOLD_NO_ANSWER_DAYS;
}

/* Reader thread. */
static gpointer
load_job (FootholdDb *db, gpointer data, GError **error)
{
  return GUINT_TO_POINTER (foothold_reply_patience_load (db, NULL, error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTrackerView) self = user_data;
  const guint patience = GPOINTER_TO_UINT (g_task_propagate_pointer (G_TASK (result), NULL));

  /* without it the clocks know the days that everybody waits */
  if (patience == 0 || patience == self->patience || self->board == NULL)
    return;
  self->patience = patience;
  foothold_tracker_faces_begin_day (self);
  foothold_application_page_begin_day (self->page);
}

void
foothold_tracker_patience_load (FootholdTrackerView *self)
{
  self->patience_stale = FALSE;
  foothold_store_push_read (self->store, g_task_new (self->store, NULL, loaded_cb, g_object_ref (self)), load_job,
                            NULL);
}
