// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-saying.h"

#include "store/foothold-store.h"
#include "widgets/foothold-toaster.h"

struct _FootholdSaying
{
  GtkWidget *from;
  char *said;
};

FootholdSaying *
foothold_saying_new (GtkWidget *from, char *said)
{
  FootholdSaying *self = g_new (FootholdSaying, 1);

  *self = (FootholdSaying) { g_object_ref (from), said };
  return self;
}

GtkWidget *
foothold_saying_get_from (FootholdSaying *self)
{
  return self->from;
}

gboolean
foothold_saying_end (FootholdSaying *self, GObject *store, GAsyncResult *result)
{
  g_autoptr (GtkWidget) from = self->from;
  g_autofree char *said = self->said;
  g_autoptr (GError) error = NULL;

  g_free (self);
  foothold_store_write_finish (FOOTHOLD_STORE (store), result, &error);
  /* the window may have closed meanwhile */
  if (gtk_widget_get_root (from) == NULL)
    return error == NULL;

  if (error != NULL)
    foothold_toast_error (from, error);
  else if (said != NULL)
    foothold_toast (from, said, TRUE);
  return error == NULL;
}

void
foothold_saying_cb (GObject *store, GAsyncResult *result, gpointer saying)
{
  foothold_saying_end (saying, store, result);
}
