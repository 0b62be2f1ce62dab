/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The teeth of F39 and F40: a stranger's text is markup, a stranger's address is opened whatever it is. */

#include "widgets/foothold-link.h"
#include "widgets/foothold-text.h"

void __real_foothold_label_set_text (GtkLabel *label, const char *text);
void __wrap_foothold_label_set_text (GtkLabel *label, const char *text);
gboolean __real_foothold_link_is_allowed (const char *uri);
gboolean __wrap_foothold_link_is_allowed (const char *uri);

void
__wrap_foothold_label_set_text (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (g_getenv ("TEST_SABOTAGE"), "markup") == 0)
    g_object_set (label, "use-markup", TRUE, "label", text, NULL);
  else
    __real_foothold_label_set_text (label, text);
}

gboolean
__wrap_foothold_link_is_allowed (const char *uri)
{
  return g_strcmp0 (g_getenv ("TEST_SABOTAGE"), "any-address") == 0 || __real_foothold_link_is_allowed (uri);
}
