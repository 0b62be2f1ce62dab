/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-text.h"

/*
 * Joiners (U+200C, U+200D) stay: Persian and emoji need them and they reorder
 * nothing. Everything that reorders, hides or ends a line is written out.
 */

static gboolean
is_hidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200b || c == 0x200e || c == 0x200f
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
         || (c >= 0xe0000 && c <= 0xe007f);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

char *
foothold_text_visible (const char *text, gboolean multiline)
{
  g_autofree char *valid = NULL;
  GString *shown;

  if (text == NULL)
    return g_strdup ("");

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  shown = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\t' || (c == '\r' && (p[1] == '\n' || !multiline)))
        {
          if (c == '\t' || p[1] != '\n')
            g_string_append_c (shown, ' ');
        }
      else if (is_line_end (c) || c == '\r')
        g_string_append_c (shown, multiline ? '\n' : ' ');
      else if (is_hidden (c))
        g_string_append_printf (shown, "⟨U+%04X⟩", c);
      else
        g_string_append_unichar (shown, c);
    }

  return g_string_free (shown, FALSE);
}

char *
foothold_text_short (const char *text, guint length)
{
  g_autofree char *line = foothold_text_visible (text, FALSE);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (line, -1) <= (glong) length)
    return g_steal_pointer (&line);

  cut = g_utf8_substring (line, 0, (glong) length);
  return g_strconcat (cut, "…", NULL);
}

void
foothold_label_set_text (GtkLabel *label, const char *text)
{
  g_autofree char *shown = foothold_text_visible (text, FALSE);

  gtk_label_set_text (label, shown);
}

void
foothold_label_set_lines (GtkLabel *label, const char *text)
{
  g_autofree char *shown = foothold_text_visible (text, TRUE);

  gtk_label_set_text (label, shown);
}

void
foothold_action_row_set_text (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_autofree char *shown_title = foothold_text_visible (title, FALSE);
  g_autofree char *shown_subtitle = foothold_text_visible (subtitle, TRUE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown_title);
  adw_action_row_set_subtitle (row, shown_subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, shown_title, -1);
}

GtkWidget *
foothold_action_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  foothold_action_row_set_text (ADW_ACTION_ROW (row), title, subtitle);
  return row;
}

char *
foothold_text_view_dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
