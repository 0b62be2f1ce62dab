// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-edit-return.h"

typedef struct
{
  FootholdEdit *edit; /* NULL once it is gone */
  GtkExpressionWatch *active; /* owns this */
} Return;

static void
edit_gone (gpointer data, GObject *where_it_was)
{
  Return *self = data;

  self->edit = NULL;
  gtk_expression_watch_unwatch (self->active);
}

static void
return_free (gpointer data)
{
  Return *self = data;

  if (self->edit != NULL)
    g_object_weak_unref (G_OBJECT (self->edit), edit_gone, self);
  g_free (self);
}

static void
changed_cb (gpointer data)
{
  Return *self = data;
  g_auto (GValue) active = G_VALUE_INIT;

  /* in no window there is nothing to evaluate */
  if (gtk_expression_watch_evaluate (self->active, &active) && g_value_get_boolean (&active))
    foothold_edit_retry (self->edit);
}

void
foothold_edit_return_watch (FootholdEdit *edit, GtkWidget *page)
{
  g_autoptr (GtkExpression) active = NULL;
  Return *self;

  g_return_if_fail (FOOTHOLD_IS_EDIT (edit) && GTK_IS_WIDGET (page));

  active = gtk_property_expression_new (GTK_TYPE_WINDOW, gtk_property_expression_new (GTK_TYPE_WIDGET, NULL, "root"),
                                        "is-active");
  self = g_new0 (Return, 1);
  self->edit = edit;
  self->active = gtk_expression_watch (active, page, changed_cb, self, return_free);
  g_object_weak_ref (G_OBJECT (edit), edit_gone, self);
}
