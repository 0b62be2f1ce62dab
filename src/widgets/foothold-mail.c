// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-mail.h"

#include <string.h>

/* Mail programs cut or refuse longer addresses; 2,000 characters are what the strictest of them take. */
#define LONGEST_MAILTO 2000

typedef struct
{
  GtkWidget *from;
  char *body;
  FootholdMailFunc done;
  gpointer user_data;
} Opening;

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (GtkWidget) from = opening->from;
  g_autofree char *body = opening->body;
  g_autoptr (GError) error = NULL;
  FootholdMailOutcome outcome = FOOTHOLD_MAIL_OPENED;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error))
    outcome = g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ? FOOTHOLD_MAIL_DISMISSED
                                                                                    : FOOTHOLD_MAIL_COPIED;
  /* what it was opened from may have closed meanwhile */
  if (gtk_widget_get_root (from) == NULL)
    return;
  if (outcome == FOOTHOLD_MAIL_COPIED)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (from), body);
  if (opening->done != NULL)
    opening->done (from, outcome, opening->user_data);
}

/* Lines end as RFC 6068 has it; what is not a plain letter is escaped, so that nothing adds a header of its own. */
static char *
write_uri (const char *to, const char *subject, const char *body)
{
  g_autofree char *escaped_to = to != NULL ? g_uri_escape_string (to, "@", FALSE) : NULL;
  g_autofree char *escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines);
  g_autofree char *escaped_body = g_uri_escape_string (crlf, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", escaped_to != NULL ? escaped_to : "",
                                          escaped_subject, escaped_body);

  if (strlen (uri) <= LONGEST_MAILTO)
    return g_steal_pointer (&uri);
  return g_strdup_printf ("mailto:%s?subject=%s", escaped_to != NULL ? escaped_to : "", escaped_subject);
}

gboolean
foothold_mail_open (GtkWidget *from,
                    const char *to,
                    const char *subject,
                    const char *body,
                    FootholdMailFunc done,
                    gpointer user_data)
{
  g_autofree char *uri = write_uri (to, subject != NULL ? subject : "", body);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  const gboolean whole = strstr (uri, "&body=") != NULL;
  Opening *opening = g_new0 (Opening, 1);

  if (!whole)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (from), body);
  opening->from = g_object_ref (from);
  opening->body = g_strdup (body);
  opening->done = done;
  opening->user_data = user_data;
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (from)), NULL, launched_cb, opening);
  return whole;
}
