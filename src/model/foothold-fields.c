/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-fields.h"

#include <glib/gi18n.h>

const char *
foothold_field_slug_name (const char *field, const char *slug)
{
  const FootholdList *list = foothold_field_list (field);

  if (slug == NULL || list == NULL)
    return slug;
  /* States of what one wrote oneself stand in a list of their own. */
  if (g_str_equal (field, "state") && foothold_list_find (list, slug) == NULL)
    list = &foothold_written_states;

  return foothold_list_name (list, slug);
}

char *
foothold_field_edit_label (const char *field, const char *title)
{
  /* Translators: what Undo takes back: the first %s is a field ("Deadline"), the second what is edited: the
   * title of an opportunity, the name of a person. */
  return g_strdup_printf (_ ("Edit %s of “%s”"), foothold_field_title (field), title);
}
