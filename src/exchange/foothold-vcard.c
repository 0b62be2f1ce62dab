// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-vcard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-vcard-labels.h"
#include "exchange/foothold-vcard-lines.h"
#include "store/foothold-fold.h"

/*
 * The first address of a kind, or the one that is preferred, goes into the person's row; the others become contacts.
 * A label comes from "item1.X-ABLabel", which stands after what it labels, else from the type.
 */

/* A value that waits for its label. */
typedef struct
{
  const char *kind; /* of a contact; static */
  char *value, *label, *group;
  guint preference; /* 1 before all others */
} Found;

typedef struct
{
  FootholdVcard card;
  GPtrArray *found; /* Found */
  GHashTable *labels; /* group → label */
  char *formatted, *structured, *nickname;
  GString *notes;
  gboolean old; /* version 2.1: no "\n" */
} Reading;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_free (self->value);
  g_free (self->label);
  g_free (self->group);
  g_free (self);
}

static Reading *
reading_new (guint n, guint line)
{
  Reading *self = g_new0 (Reading, 1);

  self->card.n = n;
  self->card.line = line;
  self->card.is_person = TRUE;
  self->card.person = foothold_row_new (&foothold_person_row_type);
  self->card.contacts = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->card.left_out = g_ptr_array_new_with_free_func (g_free);
  self->found = g_ptr_array_new_with_free_func (found_free);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes = g_string_new (NULL);
  return self;
}

static void
reading_free (Reading *self)
{
  foothold_row_unref (self->card.person);
  g_ptr_array_unref (self->card.contacts);
  g_ptr_array_unref (self->card.left_out);
  g_ptr_array_unref (self->found);
  g_hash_table_unref (self->labels);
  g_string_free (self->notes, TRUE);
  g_free (self->formatted);
  g_free (self->structured);
  g_free (self->nickname);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* ---- texts ---- */

/* Takes what stands in it as one line, or NULL where that is nothing. */
static char *
to_line (Reading *self, char *text, gsize most)
{
  GString *line = g_string_new (NULL);
  g_autofree char *owned = text;

  for (const char *at = g_strstrip (owned); *at != '\0'; at++)
    {
      const char c = (guchar) *at < ' ' || *at == '\x7f' ? ' ' : *at;

      if (c != ' ' || (line->len > 0 && line->str[line->len - 1] != ' '))
        g_string_append_c (line, c);
    }
  if (foothold_text_truncate (line->str, most))
    self->card.cut = TRUE;
  if (*line->str != '\0')
    return g_string_free_and_steal (line);

  g_string_free (line, TRUE);
  return NULL;
}

static char *
plain (Reading *self, const FootholdVcardLine *line, gsize most)
{
  return to_line (self, foothold_vcard_unescape (line->value, strlen (line->value), !self->old), most);
}

/* The parts of a structured value that say something, with @between between them; NULL for none. */
static char *
join_parts (Reading *self, char **parts, const char *between, guint first)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = i >= first ? to_line (self, g_strdup (parts[i]), FOOTHOLD_LIMIT_TITLE) : NULL;

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
    }

  return text->len > 0 ? to_line (self, g_strdup (text->str), FOOTHOLD_LIMIT_TITLE) : NULL;
}

static void
append_note (Reading *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = stripped; *at != '\0'; at++)
    if ((guchar) *at >= ' ' || *at == '\n' || *at == '\t')
      g_string_append_c (clean, *at);
  if (foothold_text_truncate (clean->str, FOOTHOLD_LIMIT_TEXT))
    self->card.cut = TRUE;
  /* together no longer than the longest text */
  if (*clean->str == '\0' || self->notes->len + strlen (clean->str) + 2 > FOOTHOLD_LIMIT_LONG_TEXT)
    return;
  if (self->notes->len > 0)
    g_string_append (self->notes, "\n\n");
  g_string_append (self->notes, clean->str);
}

/* ---- properties ---- */

/* @value: (transfer full) (nullable); @label: (transfer full) (nullable) */
static void
add_found (Reading *self, const FootholdVcardLine *line, const char *kind, char *value, char *label)
{
  Found *found;

  if (value == NULL || self->found->len >= FOOTHOLD_LIMIT_CHILDREN)
    {
      g_free (value);
      g_free (label);
      return;
    }

  found = g_new0 (Found, 1);
  found->kind = kind;
  found->value = value;
  found->label = label;
  found->group = g_strdup (line->group);
  found->preference = foothold_vcard_line_has_type (line, "pref") ? 1 : FOOTHOLD_VCARD_LAST_PREFERENCE + 1;
  if (line->preference != 0)
    found->preference = line->preference;
  g_ptr_array_add (self->found, found);
}

static void
take_name (Reading *self, const FootholdVcardLine *line)
{
  /* family, given, additional, before, after: said in the order of a card's own FN */
  static const guint order[] = { 3, 1, 2, 0, 4 };
  g_auto (GStrv) parts = foothold_vcard_split (line->value, ';', FALSE);
  g_autoptr (GString) name = g_string_new (NULL);
  const guint n = g_strv_length (parts);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *part = order[i] < n ? to_line (self, g_strdup (parts[order[i]]), FOOTHOLD_LIMIT_TITLE) : NULL;

      if (part != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }
  if (self->structured == NULL && name->len > 0)
    self->structured = to_line (self, g_strdup (name->str), FOOTHOLD_LIMIT_TITLE);
}

static void
take_organisation (Reading *self, const FootholdVcardLine *line)
{
  g_auto (GStrv) parts = foothold_vcard_split (line->value, ';', FALSE);
  FootholdPersonRow *person = self->card.person;
  char *name = parts[0] != NULL ? to_line (self, g_strdup (parts[0]), FOOTHOLD_LIMIT_TITLE) : NULL;

  if (name != NULL && person->organisation != NULL && !g_str_equal (name, person->organisation))
    add_found (self, line, "other", name, g_strdup (foothold_vcard_other_get_label (FOOTHOLD_VCARD_ORGANISATION)));
  else
    {
      if (name != NULL)
        g_set_str (&person->organisation, name);
      g_free (name);
    }
  if (parts[0] != NULL)
    add_found (self, line, "other", join_parts (self, parts, ", ", 1),
               g_strdup (foothold_vcard_other_get_label (FOOTHOLD_VCARD_DEPARTMENT)));
}

static void
take_job (Reading *self, const FootholdVcardLine *line)
{
  FootholdPersonRow *person = self->card.person;
  char *title = plain (self, line, FOOTHOLD_LIMIT_TITLE);

  if (title == NULL || person->job_title == NULL)
    {
      if (title != NULL)
        g_set_str (&person->job_title, title);
      g_free (title);
      return;
    }
  add_found (self, line, "other", title, g_strdup (foothold_vcard_other_get_label (FOOTHOLD_VCARD_ROLE)));
}

/* "tel:+1-418-656-9254;ext=102" is said as people do. */
static void
take_phone (Reading *self, const FootholdVcardLine *line)
{
  char *number = plain (self, line, FOOTHOLD_LIMIT_TITLE);
  char *extension;

  if (number != NULL && g_ascii_strncasecmp (number, "tel:", 4) == 0)
    memmove (number, number + 4, strlen (number + 4) + 1);
  extension = number != NULL ? strstr (number, ";ext=") : NULL;
  if (extension != NULL)
    {
      g_autofree char *whole = number;

      *extension = '\0';
      number = g_strdup_printf ("%s, %s", whole, extension + strlen (";ext="));
    }
  if (number != NULL && *number == '\0')
    g_clear_pointer (&number, g_free);
  add_found (self, line, "phone", number, foothold_vcard_label_of_types (line));
}

static void
take_mail (Reading *self, const FootholdVcardLine *line)
{
  char *mail = plain (self, line, FOOTHOLD_LIMIT_TITLE);

  if (mail != NULL && g_ascii_strncasecmp (mail, "mailto:", 7) == 0)
    memmove (mail, mail + 7, strlen (mail + 7) + 1);
  if (mail != NULL && *mail == '\0')
    g_clear_pointer (&mail, g_free);
  add_found (self, line, "mail", mail, foothold_vcard_label_of_types (line));
}

static void
take_address (Reading *self, const FootholdVcardLine *line)
{
  g_auto (GStrv) parts = foothold_vcard_split (line->value, ';', !self->old);

  add_found (self, line, "address", join_parts (self, parts, ", ", 0), foothold_vcard_label_of_types (line));
}

/* "19800322" as a date; what is not whole ("--0203") as it stands. */
static char *
birthday_of (Reading *self, const FootholdVcardLine *line)
{
  char *text = plain (self, line, FOOTHOLD_LIMIT_TITLE);
  guint digits = 0;

  while (text != NULL && g_ascii_isdigit (text[digits]))
    digits++;
  if (text != NULL && digits == 8 && (text[8] == '\0' || text[8] == 'T'))
    {
      g_autofree char *whole = text;

      return g_strdup_printf ("%.4s-%.2s-%.2s", whole, whole + 4, whole + 6);
    }
  if (text != NULL && g_str_has_prefix (text, "--") && strlen (text) == 6 && strspn (text + 2, "0123456789") == 4)
    {
      g_autofree char *whole = text;

      return g_strdup_printf ("%.4s-%s", whole, whole + 4);
    }
  return text;
}

static void
leave_out (Reading *self, const FootholdVcardLine *line)
{
  /* What belongs to the card as a file, and what is said by another property already. */
  static const char technical[] =
    " VERSION PRODID REV UID SORT-STRING SORT-AS MAILER CLASS LABEL CLIENTPIDMAP SOURCE NAME PROFILE X-ABUID X-ABADR"
    " X-ABSHOWAS X-EVOLUTION-FILE-AS X-MS-OL-DEFAULT-POSTAL-ADDRESS X-MS-OL-DESIGN X-COUCHDB-APPLICATION-ANNOTATIONS"
    " X-IMAGETYPE X-IMAGEHASH ";
  g_autofree char *name = g_strconcat (" ", line->name, " ", NULL);

  if (strstr (technical, name) != NULL || *line->value == '\0' || self->card.left_out->len >= FOOTHOLD_LIMIT_CHILDREN)
    return;
  for (guint i = 0; i < self->card.left_out->len; i++)
    if (g_str_equal (g_ptr_array_index (self->card.left_out, i), line->name))
      return;
  g_ptr_array_add (self->card.left_out, g_utf8_make_valid (line->name, -1));
}

static void
take_line (Reading *self, const FootholdVcardLine *line)
{
  const char *name = line->name;

  self->card.lossy |= line->lossy;
  self->card.cut |= line->cut && !g_str_equal (name, "PHOTO") && !g_str_equal (name, "LOGO");
  if (g_str_equal (name, "FN"))
    {
      if (self->formatted == NULL)
        self->formatted = plain (self, line, FOOTHOLD_LIMIT_TITLE);
    }
  else if (g_str_equal (name, "N"))
    take_name (self, line);
  else if (g_str_equal (name, "ORG"))
    take_organisation (self, line);
  else if (g_str_equal (name, "TITLE") || g_str_equal (name, "ROLE"))
    take_job (self, line);
  else if (g_str_equal (name, "EMAIL"))
    take_mail (self, line);
  else if (g_str_equal (name, "TEL"))
    take_phone (self, line);
  else if (g_str_equal (name, "URL"))
    add_found (self, line, "url", plain (self, line, FOOTHOLD_LIMIT_URL), foothold_vcard_label_of_types (line));
  else if (g_str_equal (name, "ADR"))
    take_address (self, line);
  else if (g_str_equal (name, "BDAY"))
    add_found (self, line, "birthday", birthday_of (self, line), NULL);
  else if (foothold_vcard_is_messenger (name))
    add_found (self, line, "message", plain (self, line, FOOTHOLD_LIMIT_TITLE),
               foothold_vcard_label_of_messenger (name));
  else if (g_str_equal (name, "X-FOOTHOLD-OTHER"))
    add_found (self, line, foothold_vcard_line_has_type (line, "birthday") ? "birthday" : "other",
               plain (self, line, FOOTHOLD_LIMIT_TITLE), NULL);
  else if (g_str_equal (name, "X-FOOTHOLD-MET"))
    {
      g_free (self->card.person->met_how);
      self->card.person->met_how = plain (self, line, FOOTHOLD_LIMIT_TITLE);
    }
  else if (g_str_equal (name, "NICKNAME"))
    {
      g_free (self->nickname);
      self->nickname = plain (self, line, FOOTHOLD_LIMIT_TITLE);
      add_found (self, line, "other", g_strdup (self->nickname),
                 g_strdup (foothold_vcard_other_get_label (FOOTHOLD_VCARD_NICKNAME)));
    }
  else if (g_str_equal (name, "NOTE"))
    {
      g_autofree char *text = foothold_vcard_unescape (line->value, strlen (line->value), !self->old);

      append_note (self, text);
    }
  else if (g_str_equal (name, "X-ABLABEL") && line->group != NULL)
    g_hash_table_replace (self->labels, g_strdup (line->group),
                          foothold_vcard_clean_label (plain (self, line, FOOTHOLD_LIMIT_TITLE)));
  else if (g_str_equal (name, "KIND") || g_str_equal (name, "X-ADDRESSBOOKSERVER-KIND"))
    self->card.is_person = self->card.is_person && g_ascii_strcasecmp (line->value, "individual") == 0;
  else if (g_str_equal (name, "VERSION"))
    self->old = g_str_has_prefix (line->value, "2");
  else
    leave_out (self, line);
}

/* ---- the whole card ---- */

/* The field of the row for the first of a kind, or NULL. */
static char **
own_field (FootholdPersonRow *person, const char *kind)
{
  return g_str_equal (kind, "mail")    ? &person->mail
         : g_str_equal (kind, "phone") ? &person->phone
         : g_str_equal (kind, "url")   ? &person->url
                                       : NULL;
}

static gboolean
is_there (Reading *self, const Found *found)
{
  char **own = own_field (self->card.person, found->kind);

  if (own != NULL && g_strcmp0 (*own, found->value) == 0)
    return TRUE;
  for (guint i = 0; i < self->card.contacts->len; i++)
    {
      const FootholdPersonContactRow *other = g_ptr_array_index (self->card.contacts, i);

      if (g_str_equal (other->kind, found->kind) && g_str_equal (other->value, found->value))
        return TRUE;
    }

  return FALSE;
}

/* Whether another of its kind comes before @found as the main one. */
static gboolean
is_second (Reading *self, guint n)
{
  const Found *found = g_ptr_array_index (self->found, n);

  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *other = g_ptr_array_index (self->found, i);

      if (g_str_equal (other->kind, found->kind)
          && (i < n ? other->preference <= found->preference : other->preference < found->preference))
        return TRUE;
    }

  return FALSE;
}

static void
take_found (Reading *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = g_ptr_array_index (self->found, i);
      char **own = own_field (self->card.person, found->kind);

      if (own != NULL && !is_second (self, i))
        g_set_str (own, found->value);
    }
}

/* Whether the name in parts says a word that the one in one piece does not. */
static gboolean
says_more (const char *structured, const char *formatted)
{
  g_autofree char *more = foothold_fold_name (structured);
  g_autofree char *less = foothold_fold_name (formatted);
  g_auto (GStrv) words = g_strsplit_set (more, " ,;", -1);
  g_auto (GStrv) known = g_strsplit_set (less, " ,;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) known, words[i]) && *words[i] != '\0')
      return TRUE;

  return FALSE;
}

static void
add_contact (Reading *self, const char *kind, const char *value, const char *label)
{
  FootholdPersonContactRow *contact = foothold_row_new (&foothold_person_contact_row_type);

  contact->position = self->card.contacts->len;
  contact->kind = g_strdup (kind);
  contact->value = g_strdup (value);
  contact->label = g_strdup (label);
  g_ptr_array_add (self->card.contacts, contact);
}

static void
complete (Reading *self)
{
  FootholdPersonRow *person = self->card.person;

  take_found (self);
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = g_ptr_array_index (self->found, i);
      const char *label = found->group != NULL ? g_hash_table_lookup (self->labels, found->group) : NULL;

      if (!is_there (self, found))
        add_contact (self, found->kind, found->value, label != NULL ? label : found->label);
    }

  if (self->formatted != NULL && self->structured != NULL && says_more (self->structured, self->formatted))
    add_contact (self, "other", self->structured, _ ("Full name"));
  person->name = g_strdup (self->formatted != NULL    ? self->formatted
                           : self->structured != NULL ? self->structured
                           : self->nickname != NULL   ? self->nickname
                                                      : person->mail);
  if (self->notes->len > 0)
    person->notes = g_strdup (self->notes->str);
}

static gboolean
is_end_of (const FootholdVcardLine *line, const char *name)
{
  g_autofree char *value = g_strstrip (g_strdup (line->value));

  return g_str_equal (line->name, name) && g_ascii_strcasecmp (value, "VCARD") == 0;
}

gboolean
foothold_vcard_is (const char *text, gsize length)
{
  static const char magic[] = "BEGIN:VCARD";

  while (length > 0 && (g_ascii_isspace (*text) || *text == '\0'))
    {
      text++;
      length--;
    }

  return length >= strlen (magic) && g_ascii_strncasecmp (text, magic, strlen (magic)) == 0;
}

gboolean
foothold_vcard_read (const char *text, gsize length, FootholdVcardFunc func, gpointer user_data, GError **error)
{
  FootholdVcardReader reader;
  g_autoptr (Reading) reading = NULL;
  guint n = 0, depth = 0;

  foothold_vcard_reader_init (&reader, text, length);
  for (;;)
    {
      g_autoptr (FootholdVcardLine) line = foothold_vcard_reader_next (&reader);

      if (line == NULL)
        break;
      if (is_end_of (line, "BEGIN"))
        {
          /* a card within a card is somebody else's */
          if (depth++ == 0)
            reading = reading_new (++n, line->line);
        }
      else if (is_end_of (line, "END") && depth > 0)
        {
          if (--depth > 0)
            continue;
          reading->card.ended = TRUE;
          complete (reading);
          if (!func (&reading->card, user_data, error))
            return FALSE;
          g_clear_pointer (&reading, reading_free);
        }
      else if (depth == 1)
        take_line (reading, line);
    }

  if (reading == NULL)
    return TRUE;
  complete (reading);
  return func (&reading->card, user_data, error);
}
