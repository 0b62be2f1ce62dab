// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-vcard.h"
#include "store/foothold-id.h"

/* Card by card into the sink. What is in a card but has no place here is said, one line a card. */

typedef struct
{
  const FootholdSink *sink;
  GCancellable *cancellable;
  guint n_people;
} Import;

static char *
where_of (const FootholdVcard *card)
{
  const char *name = card->person->name;

  /* Translators: where something stands in a file: the third card, which is that of Ada */
  return name != NULL ? g_strdup_printf (_ ("card %u (%s)"), card->n, name) : g_strdup_printf (_ ("card %u"), card->n);
}

static gboolean
report (Import *self, const char *where, const char *field, const char *reason, GError **error)
{
  return self->sink->problem (self->sink->user_data, where, field, reason, error);
}

static gboolean
report_losses (Import *self, const FootholdVcard *card, const char *where, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *reason = NULL;

  if (card->cut && !report (self, where, "text", _ ("A text was too long and was cut."), error))
    return FALSE;
  if (card->lossy && !report (self, where, "text", _ ("Some characters of the file could not be read."), error))
    return FALSE;
  if (!card->ended
      && !report (self, where, "text", _ ("The end of the card is missing; what is there was read."), error))
    return FALSE;
  if (card->left_out->len == 0)
    return TRUE;

  for (guint i = 0; i < card->left_out->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (card->left_out, i));
  foothold_text_truncate (names->str, FOOTHOLD_LIMIT_TITLE);
  /* Translators: %s is a list of properties of a contact card: "PHOTO, GEO" */
  reason = g_strdup_printf (_ ("There is no place for %s here; it was left out."), names->str);
  return report (self, where, "card", reason, error);
}

static gboolean
take_card (const FootholdVcard *card, gpointer user_data, GError **error)
{
  Import *self = user_data;
  g_autofree char *where = where_of (card);
  FootholdPersonRow *person;
  gint64 id;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (card->n > FOOTHOLD_LIMIT_VCARDS)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The file has more than %d cards. Nothing was imported. Divide it into several files."),
                   FOOTHOLD_LIMIT_VCARDS);
      return FALSE;
    }
  if (!card->is_person)
    return report (self, where, NULL, _ ("This card is of a group or an organisation, not of a person."), error);
  if (card->person->name == NULL)
    return report (self, where, NULL, _ ("This card has neither a name nor an e-mail address."), error);
  if (!report_losses (self, card, where, error))
    return FALSE;

  person = foothold_row_copy (card->person);
  /* so that the contacts can say whose they are */
  id = person->row.id = foothold_id_next ();
  self->n_people++;
  if (!self->sink->take_row (self->sink->user_data, &person->row, error))
    return FALSE;
  for (guint i = 0; i < card->contacts->len; i++)
    {
      FootholdNest *nest = foothold_nest_new (&foothold_person_contact_family);

      foothold_row_unref (nest->row);
      nest->row = foothold_row_copy (g_ptr_array_index (card->contacts, i));
      ((FootholdPersonContactRow *) nest->row)->person = id;
      ((FootholdPersonContactRow *) nest->row)->position = i;
      nest->where = g_strdup (where);
      if (!self->sink->take_nest (self->sink->user_data, nest, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_import_vcard (GBytes *bytes,
                       const char *name,
                       const FootholdSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  Import self = { sink, cancellable, 0 };
  g_autofree char *text = NULL;
  gboolean lossy = FALSE;

  if (size > FOOTHOLD_LIMIT_VCARD_FILE)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The file of contact cards is larger than %d MiB. Nothing was imported. Export them without "
                      "pictures, or divide it into several files."),
                   FOOTHOLD_LIMIT_VCARD_FILE / FOOTHOLD_LIMIT_MIB);
      return FALSE;
    }

  /* the lines are decoded one by one, after they are unfolded; only two bytes a character hide where they end */
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      text = foothold_charset_to_utf8 (data, size, &length, &lossy);
      data = text;
      size = length;
    }
  else if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (lossy && !report (&self, NULL, "text", _ ("Some characters of the file could not be read."), error))
    return FALSE;
  if (!foothold_vcard_read (data, size, take_card, &self, error))
    return FALSE;
  if (self.n_people > 0)
    return TRUE;

  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                       _ ("There is nobody in this file of contact cards. Nothing was imported."));
  return FALSE;
}
