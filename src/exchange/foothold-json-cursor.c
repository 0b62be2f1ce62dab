// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-json-cursor.h"

#include <string.h>

#include "foothold-json-guard.h"

FootholdJsonCursor
foothold_json_cursor (FootholdJsonSlice value)
{
  const char *end = value.at + value.length;

  /* past the bracket, and before the one that closes */
  return (FootholdJsonCursor) { value.length >= 2 ? value.at + 1 : end, value.length >= 2 ? end - 1 : end };
}

/* Past blanks and the comma before the next member or element; FALSE at the end. */
static gboolean
advance (FootholdJsonCursor *self)
{
  self->at = foothold_json_skip_blanks (self->at, self->end);
  if (self->at < self->end && *self->at == ',')
    self->at = foothold_json_skip_blanks (self->at + 1, self->end);

  return self->at < self->end;
}

gboolean
foothold_json_next_element (FootholdJsonCursor *self, FootholdJsonSlice *value)
{
  if (!advance (self))
    return FALSE;

  value->at = self->at;
  self->at = foothold_json_skip_value (self->at, self->end);
  value->length = (gsize) (self->at - value->at);
  return value->length > 0;
}

gboolean
foothold_json_next_member (FootholdJsonCursor *self, FootholdJsonSlice *key, FootholdJsonSlice *value)
{
  if (!foothold_json_next_element (self, key) || key->length < 2)
    return FALSE;

  key->at++;
  key->length -= 2;
  self->at = foothold_json_skip_blanks (self->at, self->end);
  if (self->at >= self->end || *self->at != ':')
    return FALSE;
  self->at++;

  return foothold_json_next_element (self, value);
}

char
foothold_json_kind (FootholdJsonSlice value)
{
  return value.length == 0 ? 'n' : *value.at == '-' || g_ascii_isdigit (*value.at) ? '0' : *value.at;
}

gboolean
foothold_json_key_is (FootholdJsonSlice key, const char *name)
{
  return strlen (name) == key.length && memcmp (key.at, name, key.length) == 0;
}

static guint
hex4 (const char *at)
{
  guint value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + (guint) g_ascii_xdigit_value (at[i]);

  return value;
}

char *
foothold_json_string (FootholdJsonSlice value)
{
  const char *at, *end;
  char *text, *to;

  if (foothold_json_kind (value) != '"' || value.length < 2)
    return NULL;

  at = value.at + 1;
  end = value.at + value.length - 1;
  /* no escape is shorter than what it stands for */
  text = to = g_malloc (value.length);
  while (at < end)
    {
      const char *escape = memchr (at, '\\', (gsize) (end - at));
      const gsize plain = (gsize) ((escape != NULL ? escape : end) - at);

      memcpy (to, at, plain);
      to += plain;
      at += plain;
      if (escape == NULL)
        break;
      if (at[1] == 'u')
        {
          gunichar c = hex4 (at + 2);

          at += 6;
          if (c >= 0xd800 && c <= 0xdbff)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (hex4 (at + 2) - 0xdc00);
              at += 6;
            }
          to += g_unichar_to_utf8 (c, to);
        }
      else
        {
          static const char from[] = "bfnrt";
          static const char meant[] = "\b\f\n\r\t";
          const char *place = strchr (from, at[1]);

          *to++ = place != NULL ? meant[place - from] : at[1];
          at += 2;
        }
    }
  *to = '\0';

  return text;
}

gboolean
foothold_json_integer (FootholdJsonSlice value, gint64 *number)
{
  char digits[32];

  if (foothold_json_kind (value) != '0' || value.length >= sizeof digits)
    return FALSE;

  memcpy (digits, value.at, value.length);
  digits[value.length] = '\0';
  return g_ascii_string_to_signed (digits, 10, G_MININT64 + 1, G_MAXINT64, number, NULL);
}
