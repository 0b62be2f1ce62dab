// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <stdlib.h>
#include <string.h>

#include "exchange/foothold-vcard.h"

/*
 * One card of version 4.0: lines of at most 75 bytes that end with CR LF, never cut within a character. The same rows
 * give the same bytes. No name is divided into its parts: nobody knows which of them is the family's.
 */

#define LINE_LENGTH 75

/* The first line of a value is as long as all that follow, which begin with a blank. */
static void
append_folded (GString *out, const char *line)
{
  gsize length = 0;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gsize bytes = (gsize) (g_utf8_next_char (at) - at);

      if (length + bytes > LINE_LENGTH)
        {
          g_string_append (out, "\r\n ");
          length = 1;
        }
      g_string_append_len (out, at, (gssize) bytes);
      length += bytes;
    }
  g_string_append (out, "\r\n");
}

static void
append_escaped (GString *line, const char *value)
{
  for (; *value != '\0'; value++)
    if (*value == '\n')
      g_string_append (line, "\\n");
    else if (*value == '\\' || *value == ',' || *value == ';')
      g_string_append_printf (line, "\\%c", *value);
    else if (*value != '\r')
      g_string_append_c (line, *value);
}

/* @before: what stands before the value, "TEL;TYPE=work:"; @after: behind it. */
static void
append_property (GString *out, const char *before, const char *value, const char *after)
{
  g_autoptr (GString) line = g_string_new (before);

  if (value == NULL || *value == '\0')
    return;
  append_escaped (line, value);
  g_string_append_printf (line, "%s", after);
  append_folded (out, line->str);
}

/* A web address is one of the values that are no text. */
static void
append_uri (GString *out, const char *before, const char *value)
{
  g_autoptr (GString) line = g_string_new (before);

  if (value == NULL)
    return;
  for (; *value != '\0'; value++)
    if ((guchar) *value > ' ')
      g_string_append_c (line, *value);
  append_folded (out, line->str);
}

/* "2026-11-03" and "--11-03" as cards write them; anything else is a text. */
static void
append_birthday (GString *out, const char *value)
{
  static const char shape[] = "dddd-dd-dd";
  const gboolean yearless = g_str_has_prefix (value, "--");
  const char *expected = yearless ? shape + strlen ("dddd-") : shape;
  const char *digits = yearless ? value + strlen ("--") : value;
  gboolean is_day = strlen (digits) == strlen (expected);
  g_autofree char *text = NULL;

  for (gsize i = 0; is_day && expected[i] != '\0'; i++)
    is_day = expected[i] == 'd' ? g_ascii_isdigit (digits[i]) : digits[i] == expected[i];
  if (is_day)
    {
      const char *month = yearless ? digits : digits + strlen ("dddd-");

      /* without a year, the 29th of February is one too */
      is_day = g_date_valid_dmy ((GDateDay) atoi (month + strlen ("dd-")), (GDateMonth) atoi (month),
                                 yearless ? 2000 : (GDateYear) atoi (digits));
      text = g_strdup_printf ("BDAY:%.*s%.2s%.2s", yearless ? 2 : 4, value, month, month + strlen ("dd-"));
    }
  if (is_day)
    append_folded (out, text);
  else
    append_property (out, "BDAY;VALUE=text:", value, "");
}

static void
append_contact (GString *out, const FootholdPersonContactRow *contact, guint *n_items, gboolean *born)
{
  static const struct
  {
    const char *kind, *before, *after;
  } kinds[] = {
    { "mail", "EMAIL:", "" },
    { "phone", "TEL:", "" },
    /* the whole address stands where the street does: its parts are not known */
    { "address", "ADR:;;", ";;;;" },
    { "message", "X-MS-IMADDRESS:", "" },
    { "other", "X-FOOTHOLD-OTHER:", "" },
  };
  g_autofree char *item = g_strdup_printf ("item%u.", *n_items + 1);
  const char *group = contact->label != NULL ? item : "";

  if (g_str_equal (contact->kind, "birthday"))
    {
      /* a card has one; two that became one person may know two */
      if (*born)
        append_property (out, "X-FOOTHOLD-OTHER;TYPE=birthday:", contact->value, "");
      else
        append_birthday (out, contact->value);
      *born = TRUE;
      return;
    }
  if (g_str_equal (contact->kind, "url"))
    {
      g_autofree char *before = g_strconcat (group, "URL:", NULL);

      append_uri (out, before, contact->value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (contact->kind, kinds[i].kind))
      {
        g_autofree char *before = g_strconcat (group, kinds[i].before, NULL);

        append_property (out, before, contact->value, kinds[i].after);
      }
  if (contact->label != NULL)
    {
      g_autofree char *before = g_strconcat (item, "X-ABLabel:", NULL);

      append_property (out, before, contact->label, "");
      ++*n_items;
    }
}

void
foothold_vcard_append (GString *out, const FootholdPersonRow *person, GPtrArray *contacts)
{
  guint n_items = 0;
  gboolean born = FALSE;

  g_string_append (out, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
  append_property (out, "FN:", person->name, "");
  append_property (out, "ORG:", person->organisation, "");
  append_property (out, "TITLE:", person->job_title, "");
  append_property (out, "EMAIL;PREF=1:", person->mail, "");
  append_property (out, "TEL;PREF=1:", person->phone, "");
  if (person->url != NULL)
    append_uri (out, "URL;PREF=1:", person->url);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    append_contact (out, g_ptr_array_index (contacts, i), &n_items, &born);
  append_property (out, "NOTE:", person->notes, "");
  if (person->row.id != 0)
    g_string_append_printf (out, "UID;VALUE=text:foothold-%" G_GINT64_FORMAT "\r\n", person->row.id);
  g_string_append (out, "END:VCARD\r\n");
}
