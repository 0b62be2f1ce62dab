/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-link.h"

#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* An allow-list, not a list of what is known to be bad. */

static gboolean
has_hidden (const char *uri)
{
  if (!g_utf8_validate (uri, -1, NULL))
    return TRUE;
  for (const char *p = uri; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c <= 0x20 || c == 0x7f || c == '\\' || !g_unichar_isprint (c) || g_unichar_isspace (c))
        return TRUE;
    }

  return FALSE;
}

static GUri *
parse_web (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  const char *scheme;

  if (uri == NULL || has_hidden (uri))
    return NULL;
  parsed = g_uri_parse (uri, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (parsed == NULL)
    return NULL;

  scheme = g_uri_get_scheme (parsed);
  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return NULL;
  /* "https://bank.example@evil.example/" is how one is led astray. */
  if (g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0' || g_uri_get_userinfo (parsed) != NULL)
    return NULL;

  return g_steal_pointer (&parsed);
}

gboolean
foothold_link_is_web (const char *uri)
{
  g_autoptr (GUri) parsed = parse_web (uri);

  return parsed != NULL;
}

gboolean
foothold_link_is_allowed (const char *uri)
{
  return foothold_link_is_web (uri)
         || (uri != NULL && !has_hidden (uri) && g_ascii_strncasecmp (uri, "mailto:", 7) == 0
             && strchr (uri, '@') != NULL);
}

char *
foothold_link_host (const char *uri)
{
  g_autoptr (GUri) parsed = parse_web (uri);
  char *ascii;

  if (parsed == NULL)
    return NULL;

  ascii = g_hostname_to_ascii (g_uri_get_host (parsed));
  return ascii != NULL ? ascii : g_uri_escape_string (g_uri_get_host (parsed), NULL, FALSE);
}

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    foothold_toast (from, _ ("The address could not be opened. Copy it and open it in a browser."), FALSE);
}

gboolean
foothold_link_open (GtkWidget *from, const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root;

  if (!foothold_link_is_allowed (uri))
    return FALSE;

  root = gtk_widget_get_root (from);
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb,
                           g_object_ref (from));
  return TRUE;
}

static gboolean
begins_address (const char *text)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (text, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

static guint
count (const char *text, const char *end, char c)
{
  guint n = 0;

  for (; text < end; text++)
    n += *text == c;
  return n;
}

/* Up to what cannot stand in an address; what ends a sentence after it is none of it. */
static gsize
address_length (const char *text)
{
  const char *end = text;

  while (*end != '\0' && strchr ("<>\"", *end) == NULL && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);
      const gunichar c = g_utf8_get_char (last);
      /* "(see https://example.org/a_(b))": the last one closes what was opened before the address. */
      const gboolean opened = c == ')' && count (text, end, '(') >= count (text, end, ')');

      if (opened || !g_unichar_ispunct (c) || (c < 0x80 && strchr ("/#=&-_%", (int) c) != NULL))
        break;
      end = last;
    }

  return (gsize) (end - text);
}

GPtrArray *
foothold_link_find (const char *text, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return found;

  for (const char *at = text; *at != '\0' && found->len < limit; at = g_utf8_next_char (at))
    if (begins_address (at) && (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)))))
      {
        char *uri = g_strndup (at, address_length (at));

        if (foothold_link_is_allowed (uri) && !g_ptr_array_find_with_equal_func (found, uri, g_str_equal, NULL))
          g_ptr_array_add (found, uri);
        else
          g_free (uri);
      }

  return found;
}
