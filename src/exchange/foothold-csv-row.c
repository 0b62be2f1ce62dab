// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-html-text.h"
#include "exchange/foothold-import-csv.h"
#include "exchange/foothold-limits.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-link-title.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"

/*
 * One row of somebody's table as an opportunity. What a field cannot take stays with the
 * notes under the name of its column; what looks like a value and is none is reported besides.
 */

typedef struct
{
  const FootholdCsvLook *look;
  const char *where;
  const FootholdSink *sink;
  FootholdDossier *dossier;
  FootholdOpportunityRow *row;
  FootholdCsvApplying applying;
  GError *error;
} Reading;

static void
report (Reading *self, const char *field, const char *reason)
{
  if (self->error == NULL)
    self->sink->problem (self->sink->user_data, self->where, field, reason, &self->error);
}

static void
append (char **field, const char *text)
{
  g_autofree char *before = g_steal_pointer (field);

  *field = before != NULL ? g_strconcat (before, "\n", text, NULL) : g_strdup (text);
}

/* "Priority: high", under the name the column has. */
static void
keep (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  g_autofree char *line = *column->header != '\0' ? g_strdup_printf ("%s: %s", column->header, text) : g_strdup (text);

  append (&self->row->notes, line);
}

static void
keep_odd (Reading *self, const FootholdCsvColumn *column, const char *field, const char *text, const char *sentence)
{
  g_autofree char *shown = foothold_html_to_line (text, -1);
  g_autofree char *reason = NULL;

  foothold_text_truncate (shown, 80);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  reason = g_strdup_printf (sentence, shown);
#pragma GCC diagnostic pop
  keep (self, column, text);
  report (self, field, reason);
}

static const char *
find_cell (Reading *self, GPtrArray *cells, const char *field)
{
  const int n = foothold_csv_look_find (self->look, field);

  return n >= 0 && (guint) n < cells->len ? g_ptr_array_index (cells, (guint) n) : NULL;
}

/* --- dates --- */

char *
foothold_csv_read_date (const char *text, FootholdDayOrder order)
{
  char *date = foothold_date_parse_short (text, order);

  return date != NULL ? date : foothold_date_parse (text);
}

static char *
read_date (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  char *date = foothold_csv_read_date (text, column->order);
  g_autofree char *either = NULL;

  if (date != NULL)
    return date;

  /* also with a time behind it */
  if (column->order == FOOTHOLD_DAY_ORDER_ASK)
    either = foothold_date_parse_short (text, FOOTHOLD_DAY_ORDER_DAY);
  if (either != NULL)
    keep_odd (self, column, column->field, text,
              _ ("Whether day or month comes first in “%s” is not known; it was kept in the notes."));
  else
    keep_odd (self, column, column->field, text, _ ("“%s” is not a possible date; it was kept in the notes."));
  return NULL;
}

static void
take_deadline (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  const FootholdListEntry *window = foothold_list_lookup (&foothold_apply_windows, text);
  FootholdMoment moment;

  if (window != NULL && strcmp (window->slug, "date") != 0)
    {
      self->row->apply_window = g_strdup (window->slug);
      return;
    }
  if (foothold_moment_parse (text, &moment))
    {
      self->row->apply_by = g_strdup (moment.date);
      self->row->apply_by_time = *moment.time != '\0' ? g_strdup (moment.time) : NULL;
      self->row->apply_by_zone = *moment.zone != '\0' ? g_strdup (moment.zone) : NULL;
    }
  else
    self->row->apply_by = read_date (self, column, text);
  if (self->row->apply_by != NULL)
    self->row->apply_window = g_strdup ("date");
}

/* --- the rest --- */

static void
take_listed (Reading *self, const FootholdCsvColumn *column, const char *text, const FootholdList *list, char **slug)
{
  const FootholdListEntry *entry = foothold_list_lookup (list, text);

  if (entry != NULL)
    g_set_str (slug, entry->slug);
  else
    keep (self, column, text);
}

static void
take_url (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  gboolean plain = strlen (text) <= FOOTHOLD_LIMIT_URL;

  for (const char *at = text; *at != '\0' && plain; at++)
    plain = (guchar) *at > 0x20 && *at != 0x7f && strchr ("<>\"", *at) == NULL;
  if (!plain || (g_ascii_strncasecmp (text, "https://", 8) != 0 && g_ascii_strncasecmp (text, "http://", 7) != 0))
    {
      keep_odd (self, column, "url", text, _ ("“%s” is not the address of a web page; it was kept in the notes."));
      return;
    }
  self->row->url = g_strdup (text);
}

static void
take_pay (Reading *self, const FootholdCsvColumn *column, const char *text, const char *currency)
{
  const FootholdListEntry *kind = foothold_list_lookup (&foothold_pay_kinds, text);
  FootholdPay pay;

  if (foothold_pay_parse (text, currency, self->row->country, &pay) && (pay.min != 0 || pay.max != 0))
    {
      if (pay.either)
        {
          keep_odd (self, column, "pay_gross_min", text, _ ("“%s” can be two amounts; it was kept in the notes."));
          return;
        }
      /* a range of net amounts has no place of its own */
      if (pay.net && pay.min != pay.max)
        {
          keep (self, column, text);
          return;
        }
      if (pay.net)
        self->row->pay_net = pay.min;
      else
        {
          self->row->pay_gross_min = pay.min;
          self->row->pay_gross_max = pay.max;
        }
      g_set_str (&self->row->currency, pay.currency);
      if (pay.period == NULL && self->row->pay_period == NULL)
        pay.period = foothold_pay_period_of_name (column->header);
      if (pay.period != NULL)
        g_set_str (&self->row->pay_period, pay.period);
      return;
    }
  if (kind != NULL)
    g_set_str (&self->row->pay_kind, kind->slug);
  else if (strpbrk (text, "123456789") != NULL && foothold_currency_lookup (currency) == NULL)
    keep_odd (self, column, "pay_gross_min", text,
              _ ("“%s” has no currency that is certain; it was kept in the notes."));
  else
    keep (self, column, text);
}

static void
take_hours (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  gint64 min, max;

  /* whoever chose the column for hours said what its numbers are */
  if (foothold_duration_parse_named (column->chosen ? "hours" : column->header, text, &min, &max))
    {
      self->row->minutes_min = min;
      self->row->minutes_max = max;
    }
  else if (foothold_hours_from_text (text, &min) && min > 0)
    self->row->minutes_min = self->row->minutes_max = min;
  else if (strpbrk (text, "123456789") != NULL)
    keep_odd (self, column, "minutes_min", text,
              _ ("“%s” does not say how many hours it is in all; it was kept in the notes."));
  else
    keep (self, column, text);
}

static void
take_words (Reading *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",;|\n", FOOTHOLD_LIMIT_CHILDREN);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);
      if (*words[i] == '\0' || self->dossier->skills->len >= FOOTHOLD_LIMIT_SKILLS)
        continue;
      foothold_text_truncate (words[i], FOOTHOLD_LIMIT_SKILL_NAME);
      foothold_dossier_add_skill (self->dossier, words[i]);
    }
}

static void
take_deliverables (Reading *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, ";\n", FOOTHOLD_LIMIT_SKILLS);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = foothold_html_to_line (lines[i], -1);

      foothold_text_truncate (line, FOOTHOLD_LIMIT_TITLE);
      if (*line != '\0')
        foothold_dossier_add_deliverable (self->dossier, line, NULL, NULL);
    }
}

static void
take_place (Reading *self, const char *text)
{
  const FootholdListEntry *mode = foothold_list_lookup (&foothold_work_modes, text);

  if (mode != NULL && self->row->work_mode == NULL)
    self->row->work_mode = g_strdup (mode->slug);
  else
    self->row->location = foothold_html_to_line (text, -1);
}

/* When it was first seen: noon, so that it is the same day nearly everywhere. */
static void
take_saved (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  g_autofree char *date = read_date (self, column, text);
  g_autofree char *instant = date != NULL ? g_strconcat (date, "T12:00:00.000Z", NULL) : NULL;

  if (instant != NULL)
    foothold_instant_from_text (instant, &self->row->created_at);
}

/* What is of an application waits until it is known whether there is one. TRUE where @field is of one. */
static gboolean
take_applying (Reading *self, const FootholdCsvColumn *column, const char *text)
{
  FootholdCsvApplying *applying = &self->applying;
  const struct
  {
    const char *field;
    char **text;
  } texts[] = {
    { "state", &applying->word },          { "resume_version", &applying->resume_version },
    { "questions", &applying->questions }, { "contact_mail", &applying->mail },
    { "contact_phone", &applying->phone },
  };

  if (strcmp (column->field, "applied_on") == 0)
    {
      g_free (applying->applied_on);
      applying->applied_on = read_date (self, column, text);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (column->field, texts[i].field) == 0)
      {
        g_set_str (texts[i].text, text);
        return TRUE;
      }
  /* the opportunity has the contact too */
  if (strcmp (column->field, "contacts") == 0 && applying->contact == NULL)
    applying->contact = foothold_html_to_line (text, -1);

  return FALSE;
}

static void
keep_of (Reading *self, const char *field, const char *text)
{
  const int n = foothold_csv_look_find (self->look, field);

  if (text != NULL && n >= 0)
    keep (self, g_ptr_array_index (self->look->columns, (guint) n), text);
}

/* The word of the column of states, of a row without an application: its state, and what it said more than that. */
static void
take_state (Reading *self)
{
  const char *word = self->applying.word;
  const char *stage = word != NULL ? foothold_csv_look_get_stage (self->look, word) : NULL;
  const FootholdListEntry *own = word != NULL ? foothold_list_lookup (&foothold_found_states, word) : NULL;
  const char *state = stage != NULL ? foothold_csv_stage_opportunity (stage) : NULL;

  if (state != NULL)
    g_set_str (&self->row->state, state);
  if (own == NULL || g_strcmp0 (own->slug, state) != 0)
    keep_of (self, "state", word);
}

static void
finish_applying (Reading *self)
{
  const FootholdCsvApplying *applying = &self->applying;

  if (!foothold_csv_apply (applying, self->look, self->dossier))
    {
      take_state (self);
      keep_of (self, "applied_on", applying->applied_on);
      keep_of (self, "resume_version", applying->resume_version);
      keep_of (self, "questions", applying->questions);
      keep_of (self, "contact_mail", applying->mail);
      keep_of (self, "contact_phone", applying->phone);
      return;
    }

  g_set_str (&self->row->state, "applying");
  if (applying->word != NULL && foothold_csv_look_get_stage (self->look, applying->word) == NULL)
    {
      g_autofree char *shown = foothold_html_to_line (applying->word, -1);
      g_autofree char *reason = NULL;

      foothold_text_truncate (shown, 80);
      reason = applying->applied_on != NULL
                 ? g_strdup_printf (_ ("“%s” is no stage that Foothold knows; the application counts as submitted, "
                                       "since there is a date."),
                                    shown)
                 : g_strdup_printf (_ ("“%s” is no stage that Foothold knows; the application counts as a draft, since "
                                       "there is no date."),
                                    shown);
      report (self, "state", reason);
    }
}

static void
take_text (Reading *self, const char *name, const char *text)
{
  const FootholdField *field = foothold_row_type_find (self->row->row.type, name);
  g_autofree char *plain = foothold_html_to_text (text, -1, FOOTHOLD_HTML_FRAGMENT);
  g_autofree char *before = g_strdup (foothold_row_get_text (self->row, field));

  if (*plain == '\0')
    return;
  append (&before, plain);
  foothold_row_set_text (self->row, field, before);
}

static void
take_cell (Reading *self, GPtrArray *cells, const FootholdCsvColumn *column, const char *text)
{
  const char *field = column->field;
  FootholdOpportunityRow *row = self->row;
  const struct
  {
    const char *field;
    const FootholdList *list;
    char **slug;
  } listed[] = {
    { "kind", &foothold_kinds, &row->kind },
    { "area", &foothold_areas, &row->area },
    { "industry", &foothold_industries, &row->industry },
    { "source", &foothold_sources, &row->source },
    { "work_mode", &foothold_work_modes, &row->work_mode },
    { "pay_kind", &foothold_pay_kinds, &row->pay_kind },
    { "pay_period", &foothold_pay_periods, &row->pay_period },
    { "country", &foothold_countries, &row->country },
  };

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    if (strcmp (field, listed[i].field) == 0)
      {
        take_listed (self, column, text, listed[i].list, listed[i].slug);
        return;
      }

  if (take_applying (self, column, text))
    return;
  if (strcmp (field, "title") == 0)
    row->title = foothold_html_to_line (text, -1);
  else if (strcmp (field, "organisation") == 0)
    row->organisation = foothold_html_to_line (text, -1);
  else if (strcmp (field, "url") == 0)
    take_url (self, column, text);
  else if (strcmp (field, "location") == 0)
    take_place (self, text);
  else if (strcmp (field, "pay") == 0)
    take_pay (self, column, text, find_cell (self, cells, "currency"));
  else if (strcmp (field, "currency") == 0)
    g_set_str (&row->currency, foothold_currency_lookup (text));
  else if (strcmp (field, "hours") == 0)
    take_hours (self, column, text);
  else if (strcmp (field, "apply_by") == 0)
    take_deadline (self, column, text);
  else if (strcmp (field, "saved_on") == 0)
    take_saved (self, column, text);
  else if (strcmp (field, "posted_on") == 0)
    row->posted_on = read_date (self, column, text);
  else if (strcmp (field, "start_on") == 0)
    row->start_on = read_date (self, column, text);
  else if (strcmp (field, "end_on") == 0)
    row->end_on = read_date (self, column, text);
  else if (strcmp (field, "skills") == 0)
    take_words (self, text);
  else if (strcmp (field, "deliverables") == 0)
    take_deliverables (self, text);
  else if (strcmp (field, "starred") == 0)
    row->starred = strchr ("0nNfF", *text) == NULL;
  else if (strcmp (field, "extra") == 0)
    keep (self, column, text);
  else
    take_text (self, field, text);
}

/* Nothing longer than the database should hold, and nothing empty. */
static void
cap_texts (Reading *self)
{
  const FootholdRowType *type = self->row->row.type;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == FOOTHOLD_FIELD_TEXT)
      {
        const char *name = type->fields[i].name;
        const gboolean is_short = strcmp (name, "title") == 0 || strcmp (name, "organisation") == 0;
        const gboolean is_long = strcmp (name, "description") == 0 || strcmp (name, "notes") == 0;
        char *text = (char *) foothold_row_get_text (self->row, &type->fields[i]);

        if (text != NULL && *text == '\0')
          foothold_row_set_text (self->row, &type->fields[i], NULL);
        else if (text != NULL
                 && foothold_text_truncate (text, is_short  ? FOOTHOLD_LIMIT_TITLE
                                                  : is_long ? FOOTHOLD_LIMIT_LONG_TEXT
                                                            : FOOTHOLD_LIMIT_TEXT))
          report (self, name, _ ("The text was too long and was cut."));
      }
}

static void
set_source (const FootholdCsvLook *look, FootholdOpportunityRow *row)
{
  const gboolean there = g_strcmp0 (foothold_source_from_link (row->url), "linkedin") == 0;

  if (row->source == NULL)
    row->source = g_strdup (look->part != FOOTHOLD_LINKEDIN_NONE || there ? "linkedin" : "import");
}

gboolean
foothold_csv_row_read (const FootholdCsvLook *look,
                       GPtrArray *cells,
                       const char *where,
                       const FootholdSink *sink,
                       FootholdDossier **dossier,
                       GError **error)
{
  g_autoptr (FootholdDossier) made = foothold_dossier_new ();
  Reading reading = { .look = look, .where = where, .sink = sink, .dossier = made, .row = made->opportunity };
  FootholdOpportunityRow *row = made->opportunity;
  const char *country;

  *dossier = NULL;
  made->where = g_strdup (where);
  row->origin = g_strdup ("found");
  row->kind = g_strdup ("micro-internship");
  row->state = g_strdup ("spotted");
  row->fact_source = g_strdup ("file");
  /* "$" means what the country says, wherever its column stands */
  country = find_cell (&reading, cells, "country");
  if (country != NULL && foothold_list_lookup (&foothold_countries, country) != NULL)
    row->country = g_strdup (foothold_list_lookup (&foothold_countries, country)->slug);

  for (guint i = 0; i < MIN (cells->len, look->columns->len); i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (look->columns, i);
      g_autofree char *text = g_strstrip (g_strdup (g_ptr_array_index (cells, i)));

      if (column->field != NULL && *text != '\0')
        take_cell (&reading, cells, column, text);
    }
  if (row->pay_kind == NULL && (row->pay_gross_min != GINT64_UNKNOWN || row->pay_gross_max != GINT64_UNKNOWN))
    row->pay_kind = g_strdup (foothold_pay_kind_of_period (row->pay_period));
  finish_applying (&reading);
  foothold_csv_applying_clear (&reading.applying);
  cap_texts (&reading);
  set_source (look, row);
  if (row->title == NULL)
    report (&reading, NULL, _ ("The row has no title, so it was left out."));

  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      return FALSE;
    }
  if (row->title != NULL)
    *dossier = g_steal_pointer (&made);
  return TRUE;
}
