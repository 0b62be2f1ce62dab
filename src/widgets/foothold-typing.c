// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One keeper a field, owned by the field; see the header. */

#define G_LOG_DOMAIN "foothold-typing"

#include "foothold-typing.h"

#include "foothold-wrapped-entry.h"

#include <adwaita.h>

#define KEEPER_KEY "foothold-typing"
/* What a row is called while its title says what is wrong. */
#define TITLE_KEY "foothold-typing-title"
#define PATIENCE_MS 1500

typedef struct
{
  GtkWidget *field;
  FootholdTypingFunc func;
  gpointer user_data;
  guint timeout;
  char *kept; /* what stood there when nothing was typed */
  gboolean typed, setting;
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *self = data;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->kept);
  g_free (self);
}

void
foothold_typing_forget (GtkWidget *field)
{
  /* Both lose what they remember when they may remember nothing. */
  if (GTK_IS_TEXT_VIEW (field))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (field), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (field), TRUE);
      /* The text of an entry does not look again whether there is anything left, and would swallow the keys. */
      GtkEditable *text = GTK_EDITABLE (field);
      for (GtkEditable *inner = text; inner != NULL; inner = gtk_editable_get_delegate (inner))
        text = inner;
      gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.undo", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.redo", FALSE);
    }
}

static void
forget_when_empty (GtkWidget *entry)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    foothold_typing_forget (entry);
}

void
foothold_typing_pass_undo (GtkWidget *entry)
{
  forget_when_empty (entry);
  g_signal_connect (entry, "notify::text", G_CALLBACK (forget_when_empty), NULL);
}

void
foothold_typing_clear (GtkWidget *field)
{
  gtk_editable_set_text (GTK_EDITABLE (field), "");
  foothold_typing_forget (field);
}

static void
commit (Keeper *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->typed)
    return;
  self->typed = FALSE;
  g_autofree char *text = foothold_typing_get_text (self->field);
  /* Taken back meanwhile, it can still be done again here. */
  if (g_set_str (&self->kept, text))
    foothold_typing_forget (self->field);
  self->func (self->field, self->user_data);
}

static gboolean
patience_ended (gpointer data)
{
  Keeper *self = data;
  self->timeout = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed (Keeper *self)
{
  if (self->setting)
    return;
  self->typed = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PATIENCE_MS, patience_ended, self);
}

static gboolean
has_focus (GtkWidget *field)
{
  return (gtk_widget_get_state_flags (field) & (GTK_STATE_FLAG_FOCUS_WITHIN | GTK_STATE_FLAG_FOCUSED)) != 0;
}

void
foothold_typing_follow (GtkWidget *field, FootholdTypingFunc func, gpointer user_data)
{
  Keeper *self = g_new0 (Keeper, 1);
  self->field = field;
  self->func = func;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (field), KEEPER_KEY, self, keeper_free);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (field, focus);
  if (GTK_IS_TEXT_VIEW (field))
    {
      g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "changed", G_CALLBACK (text_changed),
                                self);
      if (FOOTHOLD_IS_WRAPPED_ENTRY (field))
        g_signal_connect_swapped (field, "activate", G_CALLBACK (commit), self);
    }
  else
    {
      g_signal_connect_swapped (field, "changed", G_CALLBACK (text_changed), self);
      if (g_signal_lookup ("entry-activated", G_OBJECT_TYPE (field)) != 0)
        g_signal_connect_swapped (field, "entry-activated", G_CALLBACK (commit), self);
    }
}

/* Above what was typed, where everybody reads it: a tooltip is for pointers alone. */
static void
say_in_title (AdwPreferencesRow *row, const char *hint)
{
  const char *title = g_object_get_data (G_OBJECT (row), TITLE_KEY);

  if (hint == NULL && title == NULL)
    return;
  if (title == NULL)
    {
      g_object_set_data_full (G_OBJECT (row), TITLE_KEY, g_strdup (adw_preferences_row_get_title (row)), g_free);
      adw_preferences_row_set_use_markup (row, FALSE);
    }
  adw_preferences_row_set_title (row, hint != NULL ? hint : title);
  if (hint == NULL)
    g_object_set_data (G_OBJECT (row), TITLE_KEY, NULL);
}

static gboolean
is_invalid (GtkWidget *field)
{
  return gtk_widget_has_css_class (field, "error");
}

void
foothold_typing_set_valid (GtkWidget *field, gboolean valid, const char *hint)
{
  if (ADW_IS_PREFERENCES_ROW (field))
    say_in_title (ADW_PREFERENCES_ROW (field), valid ? NULL : hint);
  if (valid)
    gtk_widget_remove_css_class (field, "error");
  else
    gtk_widget_add_css_class (field, "error");
  gtk_widget_set_tooltip_text (field, valid ? NULL : hint);
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

char *
foothold_typing_get_text (GtkWidget *field)
{
  char *text;
  if (GTK_IS_TEXT_VIEW (field))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
  g_strstrip (text);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

void
foothold_typing_set_text (GtkWidget *field, const char *text)
{
  Keeper *self = g_object_get_data (G_OBJECT (field), KEEPER_KEY);
  g_autofree char *shown = foothold_typing_get_text (field);
  g_return_if_fail (self != NULL);

  /* What is refused stays, to be mended. */
  if ((self->typed && has_focus (field)) || is_invalid (field) || g_strcmp0 (shown, text) == 0)
    return;
  self->setting = TRUE;
  if (FOOTHOLD_IS_WRAPPED_ENTRY (field))
    foothold_wrapped_entry_set_text (FOOTHOLD_WRAPPED_ENTRY (field), text);
  else if (GTK_IS_TEXT_VIEW (field))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text == NULL ? "" : text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (field), text == NULL ? "" : text);
  self->setting = FALSE;
  g_set_str (&self->kept, text);
  foothold_typing_forget (field);
}

void
foothold_typing_commit (GtkWidget *field)
{
  Keeper *self = g_object_get_data (G_OBJECT (field), KEEPER_KEY);
  g_return_if_fail (self != NULL);
  commit (self);
}
