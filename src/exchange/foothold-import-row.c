// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-field-key.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"
#include "rules/foothold-application-states.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-field-words.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-stages.h"
#include "rules/foothold-zone.h"

/*
 * The values of our own format, by the kind of their field. What the schema's
 * CHECKs demand is asked here first, so that one bad value costs one field with a line in the
 * report, not a whole import at its end.
 */

/* The lists that the schema holds a slug to. Areas, industries and sources may be one's own words. */
static const struct
{
  const char *table, *field;
  const FootholdList *list;
} slugs[] = {
  { "opportunity", "kind", &foothold_kinds },
  { "opportunity", "fact_source", &foothold_fact_sources },
  { "opportunity", "work_mode", &foothold_work_modes },
  { "opportunity", "apply_window", &foothold_apply_windows },
  { "opportunity", "pay_kind", &foothold_pay_kinds },
  { "opportunity", "pay_period", &foothold_pay_periods },
  { "opportunity", "conversion", &foothold_conversions },
  { "opportunity", "showable", &foothold_showables },
  { "fact", "source", &foothold_fact_sources },
  { "answer", "source", &foothold_fact_sources },
  { "organisation", "type", &foothold_organisation_types },
  { "person", "role", &foothold_person_roles },
  { "place", "kind", &foothold_place_kinds },
  { "profile", "role", &foothold_profile_roles },
  { "stage", "preset", &foothold_stage_names },
  { "stage", "kind", &foothold_stage_kinds },
  { "application", "state", &foothold_application_states },
  { "application", "channel", &foothold_application_channels },
  { "application_history", "from_state", &foothold_application_states },
  { "application_history", "to_state", &foothold_application_states },
};

/* Short lists that are nobody's to choose from. */
static const struct
{
  const char *table, *field, *words;
} words[] = {
  { "opportunity", "origin", "|found|written|" },
  { "fact", "knowledge", "|not-said|stated|" },
  { "opportunity_history", "actor", "|me|import|clock|host|" },
  { "attachment", "role", "|page|file|" },
  { "goal_target", "kind", "|area|industry|skill|" },
  { "term", "list", "|area|industry|" },
  { "answer", "answer", "|yes|no|" },
  { "application_history", "actor", "|me|import|clock|host|" },
  { "application_file", "role", "|resume|letter|sample|file|" },
  { "interview", "kind", "|phone|video|on-site|task|other|" },
  { "person", "reference", "|asked|yes|no|" },
  { "person_contact", "kind", "|mail|phone|url|address|message|birthday|other|" },
  { "conversation", "channel", "|mail|message|phone|video|in-person|other|" },
  { "outreach", "state", "|idea|asked|talking|yes|no|no-answer|" },
  { "engagement", "state",
    "|agreed|kick-off-pending|active|delivered|accepted|closed|blocked|paused|disputed|cancelled|ended-early|" },
  { "engagement_deliverable", "state",
    "|planned|in-work|submitted|in-review|changes-required|changes-suggested|accepted|waived|" },
};

/* What a required field is where the file does not say, or says what is no value; a fact of which neither is known is
 * none. */
static const struct
{
  const char *table, *field, *value;
} defaults[] = {
  { "opportunity", "origin", "found" },
  { "opportunity", "kind", "micro-internship" },
  { "opportunity", "state", "spotted" },
  { "opportunity", "fact_source", "file" },
  { "opportunity_history", "actor", "import" },
  { "attachment", "role", "file" },
  { "attachment", "media_type", "application/octet-stream" },
  { "profile", "role", "student" },
  { "place", "kind", "portal" },
  { "fact", "knowledge", "stated" },
  { "stage", "kind", "open" },
  { "application", "state", "draft" },
  { "application_history", "actor", "import" },
  { "application_file", "role", "file" },
  { "application_file", "media_type", "application/octet-stream" },
  { "person_contact", "kind", "other" },
  { "outreach", "state", "idea" },
  { "engagement", "state", "agreed" },
  { "engagement_deliverable", "state", "planned" },
};

gboolean
foothold_import_problem (const FootholdRowReading *reading, const char *field, const char *reason, GError **error)
{
  return reading->sink->problem (reading->sink->user_data, reading->where, field, reason, error);
}

gboolean
foothold_import_id (FootholdJsonSlice value, gint64 *id)
{
  char digits[24];

  if (foothold_json_kind (value) != '"' || value.length < 3 || value.length >= sizeof digits
      || !g_ascii_isdigit (value.at[1]) || value.at[1] == '0')
    return FALSE;

  memcpy (digits, value.at + 1, value.length - 2);
  digits[value.length - 2] = '\0';
  return g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, id, NULL);
}

static gboolean
slug_fits (const FootholdRowType *type, const FootholdField *field, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    if (strcmp (slugs[i].field, field->name) == 0 && strcmp (slugs[i].table, type->table) == 0)
      return foothold_list_find (slugs[i].list, value) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].field, field->name) == 0 && strcmp (words[i].table, type->table) == 0)
      {
        g_autofree char *wanted = g_strconcat ("|", value, "|", NULL);

        return strchr (value, '|') == NULL && strstr (words[i].words, wanted) != NULL;
      }

  if (strcmp (field->name, "state") == 0 || g_str_has_suffix (field->name, "_state"))
    return foothold_list_find (&foothold_found_states, value) != NULL
           || foothold_list_find (&foothold_written_states, value) != NULL;

  /* a word of one's own */
  return *value != '\0' && strlen (value) <= FOOTHOLD_LIMIT_SKILL_NAME;
}

static gboolean
is_currency (const char *value)
{
  return strlen (value) == 3 && g_ascii_isupper (value[0]) && g_ascii_isupper (value[1]) && g_ascii_isupper (value[2]);
}

/* "interview shortlisted": states of applications, with a space between them. */
static gboolean
are_states (const char *value)
{
  g_auto (GStrv) states = g_strsplit (value, " ", -1);

  for (guint i = 0; states[i] != NULL; i++)
    if (foothold_list_find (&foothold_application_states, states[i]) == NULL)
      return FALSE;

  return states[0] != NULL;
}

static gboolean
text_fits (const FootholdRowType *type, const FootholdField *field, const char *value)
{
  const gboolean needed = field->flags & FOOTHOLD_FIELD_REQUIRED;

  if (field->kind == FOOTHOLD_FIELD_DATE)
    return foothold_date_is_valid (value);
  if (field->kind == FOOTHOLD_FIELD_SLUG)
    return slug_fits (type, field, value);
  if (strcmp (field->name, "currency") == 0 || strcmp (field->name, "floor_currency") == 0)
    return is_currency (value);
  if (g_str_has_suffix (field->name, "_time"))
    return strcmp (field->name, "support_time") == 0 || foothold_time_is_valid (value);
  if (g_str_has_suffix (field->name, "_zone"))
    return foothold_zone_is_name (value);
  if (strcmp (field->name, "states") == 0)
    return are_states (value);
  if (strcmp (field->name, "sha256") == 0)
    return strlen (value) == 64 && strspn (value, "0123456789abcdef") == 64;

  return !needed || *value != '\0';
}

static gboolean
number_fits (const FootholdField *field, gint64 value)
{
  if (strcmp (field->name, "level") == 0)
    return value >= 0 && value <= 4;
  if (strcmp (field->name, "every_days") == 0)
    return value >= 1 && value <= FOOTHOLD_RHYTHM_MAX;
  if (strcmp (field->name, "card_limit") == 0
      || (strcmp (field->name, "minutes") == 0 && field->kind == FOOTHOLD_FIELD_INT))
    return value >= 1;
  /* what stands above the first of a column has less than that */
  if (field->kind == FOOTHOLD_FIELD_MONEY || strcmp (field->name, "position") == 0)
    return TRUE;
  if (field->kind == FOOTHOLD_FIELD_INSTANT)
    return value > -G_GINT64_CONSTANT (62135596800000) && value < G_GINT64_CONSTANT (253402300800000);

  return value >= 0;
}

/* A number as the file writes it, the kind of the field says how. */
static gboolean
read_number (const FootholdField *field, FootholdJsonSlice value, const char *currency, gint64 *number)
{
  const char kind = foothold_json_kind (value);
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case FOOTHOLD_FIELD_INT:
      return foothold_json_integer (value, number);
    case FOOTHOLD_FIELD_BOOL:
      *number = kind == 't';
      return kind == 't' || kind == 'f';
    case FOOTHOLD_FIELD_ID:
      return foothold_import_id (value, number);
    case FOOTHOLD_FIELD_INSTANT:
      text = foothold_json_string (value);
      return foothold_instant_from_text (text, number);
    case FOOTHOLD_FIELD_MINUTES:
      text = kind == '0' ? g_strndup (value.at, value.length) : NULL;
      return foothold_hours_from_text (text, number);
    case FOOTHOLD_FIELD_MONEY:
      /* a number too, for files that other programs make */
      text = kind == '0' ? g_strndup (value.at, value.length) : foothold_json_string (value);
      return foothold_money_from_text (text, currency, number);
    case FOOTHOLD_FIELD_TEXT:
    case FOOTHOLD_FIELD_DATE:
    case FOOTHOLD_FIELD_SLUG:
    default:
      g_assert_not_reached ();
    }
}

/* What no file says: an import is nobody else's business, and place says what is nested in what, and where. */
static gboolean
is_read (const FootholdField *field, const char *owner)
{
  if (*field->name != 'b' && owner == NULL)
    return TRUE;

  return strcmp (field->name, "batch") != 0
         && (owner == NULL || (strcmp (field->name, owner) != 0 && strcmp (field->name, "seq") != 0));
}

/* The field of a member as written, or -1. It is looked for from @first on: members mostly stand in the fields' order.
 */
static int
find_field (const FootholdRowType *type, const char *owner, FootholdJsonSlice key, guint first)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const guint n = (first + i) % type->n_fields;
      const FootholdField *field = &type->fields[n];

      if (foothold_field_key_is (field, key.at, key.length))
        return is_read (field, owner) ? (int) n : -1;
    }

  return -1;
}

static gboolean
report_value (const FootholdRowReading *reading, const FootholdField *field, FootholdJsonSlice value, GError **error)
{
  g_autofree char *shown = g_strndup (value.at, MIN (value.length, 60));
  g_autofree char *valid = g_utf8_make_valid (shown, -1);
  g_autofree char *reason = NULL;

  g_strdelimit (valid, "\n\r\t", ' ');
  reason = g_strdup_printf (_ ("%s is not a value for this field; it was left out."), valid);
  return foothold_import_problem (reading, field->name, reason, error);
}

static gboolean
report_name (const FootholdRowReading *reading, FootholdJsonSlice key, GError **error)
{
  g_autofree char *name = g_strndup (key.at, MIN (key.length, 60));
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  return foothold_import_problem (reading, valid, _ ("Foothold has no field of this name; it was left out."), error);
}

/* A title or a name is a line; what belongs in a text of its own is no name. */
static gsize
cap_of (const FootholdField *field)
{
  static const char *const lines[] = { "title", "name", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strcmp (field->name, lines[i]) == 0)
      return FOOTHOLD_LIMIT_TITLE;

  return FOOTHOLD_LIMIT_LONG_TEXT;
}

static gboolean
read_text (const FootholdRowReading *reading,
           FootholdRow *row,
           const FootholdField *field,
           FootholdJsonSlice value,
           GError **error)
{
  g_autofree char *text = foothold_json_string (value);
  g_autofree char *zone = g_str_has_suffix (field->name, "_zone") ? foothold_zone_parse (text) : NULL;

  /* "UTC+2" of another program, or of a file from before such a text was understood */
  if (zone != NULL)
    g_set_str (&text, zone);
  if (text == NULL || !text_fits (row->type, field, text))
    return report_value (reading, field, value, error);
  if (foothold_text_truncate (text, cap_of (field))
      && !foothold_import_problem (reading, field->name, _ ("The text was too long and was cut."), error))
    return FALSE;

  foothold_row_take_text (row, field, g_steal_pointer (&text));
  return TRUE;
}

/* The currency that an amount of this object is in, for its decimals. */
static const char *
row_currency (const FootholdRow *row)
{
  const FootholdField *field = foothold_row_type_find (row->type, "floor_currency");

  if (field == NULL)
    field = foothold_row_type_find (row->type, "currency");
  return field != NULL ? foothold_row_get_text (row, field) : NULL;
}

/* Gives what is required and missing its default; FALSE in *@whole where there is none. */
static gboolean
complete (const FootholdRowReading *reading,
          FootholdRow *row,
          const FootholdJsonSlice *values,
          gboolean *whole,
          GError **error)
{
  const gboolean says_all = row->type == &foothold_fact_row_type;

  *whole = TRUE;
  for (guint i = 0; i < row->type->n_fields && *whole; i++)
    {
      const FootholdField *field = &row->type->fields[i];
      g_autofree char *reason = NULL;

      if (!(field->flags & FOOTHOLD_FIELD_REQUIRED) || !foothold_field_is_text (field)
          || foothold_row_get_text (row, field) != NULL)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (defaults) && !(says_all && values[i].at != NULL); j++)
        if (strcmp (defaults[j].table, row->type->table) == 0 && strcmp (defaults[j].field, field->name) == 0)
          foothold_row_set_text (row, field, defaults[j].value);
      if (foothold_row_get_text (row, field) != NULL)
        continue;

      *whole = FALSE;
      reason = g_strdup_printf (_ ("It has no “%s”, so it was left out."), foothold_field_title (field->name));
      if (!foothold_import_problem (reading, reading->part, reason, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_numbers (const FootholdRowReading *reading, FootholdRow *row, const FootholdJsonSlice *values, GError **error)
{
  const char *currency = NULL;

  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];
      gint64 number;

      if (values[i].at == NULL || foothold_field_is_text (field))
        continue;
      if (field->kind == FOOTHOLD_FIELD_MONEY && currency == NULL)
        currency = row_currency (row);
      if (read_number (field, values[i], currency, &number) && number_fits (field, number))
        foothold_row_set_int (row, field, number);
      else if (!report_value (reading, field, values[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Two ends of a range the wrong way round say the same range: as with the pay of a posting, the lower is the least. */
static void
order_ranges (FootholdRow *row)
{
  for (guint i = 0; i + 1 < row->type->n_fields; i++)
    {
      const FootholdField *low = &row->type->fields[i];
      const FootholdField *high = low + 1;
      gint64 min, max;

      if (foothold_field_is_text (low) || !g_str_has_suffix (low->name, "_min")
          || !g_str_has_suffix (high->name, "_max"))
        continue;
      min = foothold_row_get_int (row, low);
      max = foothold_row_get_int (row, high);
      if (min == GINT64_UNKNOWN || max == GINT64_UNKNOWN || min <= max)
        continue;
      foothold_row_set_int (row, low, max);
      foothold_row_set_int (row, high, min);
    }
}

gboolean
foothold_import_row (const FootholdRowReading *reading,
                     const FootholdRowType *type,
                     FootholdJsonSlice object,
                     FootholdOtherMember other,
                     gpointer user_data,
                     FootholdRow **out,
                     GError **error)
{
  g_autoptr (FootholdRow) row = foothold_row_new (type);
  g_autofree FootholdJsonSlice *values = g_new0 (FootholdJsonSlice, type->n_fields);
  FootholdJsonCursor cursor = foothold_json_cursor (object);
  FootholdJsonSlice key, value;
  guint next = 0; /* field */
  gboolean whole;

  *out = NULL;
  if (foothold_json_kind (object) != '{')
    return foothold_import_problem (reading, reading->part, _ ("It is not an object, so it was left out."), error);

  while (foothold_json_next_member (&cursor, &key, &value))
    {
      int field;
      gboolean taken = FALSE;

      if (foothold_json_kind (value) == 'n')
        continue;
      if (foothold_json_key_is (key, "id"))
        {
          if (!foothold_import_id (value, &row->id)
              && !foothold_import_problem (reading, "id", _ ("The id is not decimal text, so a new one was given."),
                                           error))
            return FALSE;
          continue;
        }
      /* no field is a list: what is one is looked for elsewhere first */
      if (other != NULL && foothold_json_kind (value) == '[' && !other (user_data, key, value, &taken, error))
        return FALSE;
      if (taken)
        continue;
      field = find_field (type, reading->owner, key, next);
      if (field >= 0)
        {
          next = (guint) field + 1;
          values[field] = value;
          if (foothold_field_is_text (&type->fields[field])
              && !read_text (reading, row, &type->fields[field], value, error))
            return FALSE;
          continue;
        }
      if (!report_name (reading, key, error))
        return FALSE;
    }

  /* amounts come after all texts: their decimals are their currency's, wherever it stands */
  if (!read_numbers (reading, row, values, error) || !complete (reading, row, values, &whole, error))
    return FALSE;
  order_ranges (row);
  if (whole)
    *out = g_steal_pointer (&row);
  return TRUE;
}
