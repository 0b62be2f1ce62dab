// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-field-key.h"

#include <string.h>

#define KEPT "minutes"
#define SAID "hours"

static gboolean
is_effort (const FootholdField *field)
{
  return field->kind == FOOTHOLD_FIELD_MINUTES && g_str_has_prefix (field->name, KEPT);
}

char *
foothold_field_key (const FootholdField *field)
{
  return is_effort (field) ? g_strconcat (SAID, field->name + strlen (KEPT), NULL) : g_strdup (field->name);
}

gboolean
foothold_field_key_is (const FootholdField *field, const char *key, gsize length)
{
  const char *name = field->name;

  if (is_effort (field))
    {
      if (length < strlen (SAID) || memcmp (key, SAID, strlen (SAID)) != 0)
        return FALSE;
      name += strlen (KEPT);
      key += strlen (SAID);
      length -= strlen (SAID);
    }

  return strncmp (name, key, length) == 0 && name[length] == '\0';
}
