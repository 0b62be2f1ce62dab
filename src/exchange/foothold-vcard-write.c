// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <stdlib.h>
#include <string.h>

#include "exchange/foothold-vcard-labels.h"
#include "exchange/foothold-vcard.h"

/*
 * One card of version 4.0: lines of at most 75 bytes that end with CR LF, never cut within a character. The same rows
 * give the same bytes. No name is divided into its parts, since nobody knows which of them is the family's: all of it
 * stands where the given one does, for programs that read nothing but parts.
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

/* One birthday to a card; two people that became one may know two. */
static void
append_born (GString *out, const char *value, gboolean *born)
{
  if (*born)
    append_property (out, "X-FOOTHOLD-OTHER;TYPE=birthday:", value, "");
  else
    append_birthday (out, value);
  *born = TRUE;
}

/* "xmpp:ada@example.org": its beginning says which messenger. */
static gboolean
is_uri (const char *value)
{
  g_autofree char *scheme = g_uri_parse_scheme (value);

  return scheme != NULL && strpbrk (value, " ,;\\") == NULL;
}

/* The property that says what @contact is, and whether its label is said by that too. */
static const char *
property_of (const FootholdPersonContactRow *contact, gboolean *says_label)
{
  static const char *const named[] = {
    [FOOTHOLD_VCARD_OTHER] = "X-FOOTHOLD-OTHER",
    [FOOTHOLD_VCARD_NICKNAME] = "NICKNAME",
    [FOOTHOLD_VCARD_ROLE] = "ROLE",
    [FOOTHOLD_VCARD_ORGANISATION] = "ORG",
    /* the first one stands behind the organisation */
    [FOOTHOLD_VCARD_DEPARTMENT] = "X-FOOTHOLD-OTHER",
  };
  const char *messenger;

  *says_label = FALSE;
  if (g_str_equal (contact->kind, "mail"))
    return "EMAIL";
  if (g_str_equal (contact->kind, "phone"))
    return "TEL";
  if (g_str_equal (contact->kind, "url"))
    return "URL";
  if (g_str_equal (contact->kind, "address"))
    return "ADR";
  if (g_str_equal (contact->kind, "message"))
    {
      messenger = foothold_vcard_messenger_of_label (contact->label);
      *says_label = messenger != NULL;
      return messenger != NULL ? messenger : is_uri (contact->value) ? "IMPP" : "X-MS-IMADDRESS";
    }

  *says_label = !g_str_equal (named[foothold_vcard_other_of_label (contact->label)], "X-FOOTHOLD-OTHER");
  return named[foothold_vcard_other_of_label (contact->label)];
}

static void
append_contact (GString *out, const FootholdPersonContactRow *contact, guint *n_items)
{
  gboolean says_label;
  const char *property = property_of (contact, &says_label);
  g_autofree char *types =
    contact->label != NULL && !says_label ? foothold_vcard_types_of_label (contact->label) : NULL;
  const gboolean has_item = contact->label != NULL && !says_label && types == NULL;
  g_autoptr (GString) before = g_string_new (NULL);

  if (has_item)
    g_string_append_printf (before, "item%u.", ++*n_items);
  g_string_append (before, property);
  if (types != NULL)
    g_string_append_printf (before, strchr (types, ',') != NULL ? ";TYPE=\"%s\"" : ";TYPE=%s", types);
  g_string_append_c (before, ':');

  if (g_str_equal (property, "URL") || g_str_equal (property, "IMPP"))
    append_uri (out, before->str, contact->value);
  else if (g_str_equal (property, "ADR"))
    {
      /* the whole address stands where the street does: its parts are not known */
      g_string_append (before, ";;");
      append_property (out, before->str, contact->value, ";;;;");
    }
  else
    append_property (out, before->str, contact->value, "");
  if (has_item)
    {
      g_autofree char *label = g_strdup_printf ("item%u.X-ABLabel:", *n_items);

      append_property (out, label, contact->label, "");
    }
}

/* Where in @contacts the first department is, which stands behind the organisation; their number where there is none.
 */
static guint
find_department (GPtrArray *contacts)
{
  guint i = 0;

  for (; i < contacts->len; i++)
    {
      const FootholdPersonContactRow *contact = g_ptr_array_index (contacts, i);

      if (g_str_equal (contact->kind, "other")
          && foothold_vcard_other_of_label (contact->label) == FOOTHOLD_VCARD_DEPARTMENT)
        break;
    }

  return i;
}

static void
append_organisation (GString *out, const char *organisation, const char *department)
{
  g_autoptr (GString) line = g_string_new ("ORG:");

  if (organisation == NULL && department == NULL)
    return;
  append_escaped (line, organisation != NULL ? organisation : "");
  if (department != NULL)
    {
      g_string_append_c (line, ';');
      append_escaped (line, department);
    }
  append_folded (out, line->str);
}

void
foothold_vcard_append (GString *out, const FootholdPersonRow *person, GPtrArray *contacts)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *all = contacts != NULL ? contacts : none;
  const guint department = find_department (all);
  guint n_items = 0;
  gboolean born = FALSE;

  g_string_append (out, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
  append_property (out, "FN:", person->name, "");
  append_property (out, "N:;", person->name, ";;;");
  append_organisation (out, person->organisation,
                       department < all->len ? ((FootholdPersonContactRow *) g_ptr_array_index (all, department))->value
                                             : NULL);
  append_property (out, "TITLE:", person->job_title, "");
  append_property (out, "EMAIL;PREF=1:", person->mail, "");
  append_property (out, "TEL;PREF=1:", person->phone, "");
  if (person->url != NULL)
    append_uri (out, "URL;PREF=1:", person->url);
  for (guint i = 0; i < all->len; i++)
    {
      const FootholdPersonContactRow *contact = g_ptr_array_index (all, i);

      if (g_str_equal (contact->kind, "birthday"))
        append_born (out, contact->value, &born);
      else if (i != department)
        append_contact (out, contact, &n_items);
    }
  append_property (out, "X-FOOTHOLD-MET:", person->met_how, "");
  append_property (out, "NOTE:", person->notes, "");
  if (person->row.id != 0)
    g_string_append_printf (out, "UID;VALUE=text:foothold-%" G_GINT64_FORMAT "\r\n", person->row.id);
  g_string_append (out, "END:VCARD\r\n");
}
