// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view-private.h"

#include "store/foothold-saved-search.h"
#include "views/board/foothold-board-words.h"
#include "views/board/foothold-name-dialog.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* What stands in the search entry, kept under a name; and opened again. */

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdBoardView) self = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
  else
    foothold_toast (GTK_WIDGET (self), _ ("Search saved; it stands in the sidebar"), TRUE);
}

static void
named_cb (const char *name, gpointer user_data)
{
  FootholdBoardView *self = user_data;
  g_autofree char *text = g_strstrip (g_strdup (foothold_board_search_get_text (self->search)));

  if (*text != '\0' && self->store != NULL)
    foothold_saved_search_add_async (self->store, name, text, foothold_board_order_names[self->order],
                                     foothold_board_order_get_reversed (self), NULL, saved_cb, g_object_ref (self));
}

static void
save_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);
  g_autofree char *proposal = foothold_board_search_dup_words (self->search);

  foothold_name_dialog_ask (widget, _ ("Save This Search"), _ ("_Save"), proposal, named_cb, self);
}

void
foothold_board_saving_update_actions (FootholdBoardView *self)
{
  g_autofree char *text = g_strstrip (g_strdup (foothold_board_search_get_text (self->search)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.save-search",
                                 *text != '\0' && self->store != NULL && !foothold_store_get_read_only (self->store));
}

void
foothold_board_view_open_search (FootholdBoardView *self, const char *text, const char *order, gboolean reversed)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  g_object_set (self, "show", "open", NULL);
  if (order != NULL)
    g_object_set (self, "order", order, "reversed", reversed, NULL);
  foothold_board_search_set_text (self->search, text);
}

void
foothold_board_saving_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.save-search", NULL, save_search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "board.save-search", NULL);
}
