// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-job-posting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-posting-reading.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-lists.h"

/*
 * A JobPosting's texts and dates as fields of the brief. Everything that the
 * posting says in words has a place: what no field is for stays with the description under
 * its own heading.
 */

/* Adds @text under a heading of its own (NULL: none) as a paragraph of @field. */
static void
add_paragraph (char **field, const char *heading, const char *text)
{
  g_autofree char *before = g_steal_pointer (field);
  const char *gap = heading == NULL ? "" : strchr (text, '\n') != NULL ? ":\n" : ": ";

  *field = g_strconcat (before != NULL ? before : "", before != NULL ? "\n\n" : "", heading != NULL ? heading : "", gap,
                        text, NULL);
}

static void
take_text (FootholdPostingReading *self, const char *name, char **field, const char *heading)
{
  g_autofree char *text = foothold_posting_text (self, foothold_posting_get (self, name));

  if (text != NULL)
    add_paragraph (field, heading, text);
}

static void
read_title (FootholdPostingReading *self)
{
  static const char *const names[] = { "title", "name", "headline" };
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && title == NULL; i++)
    title = foothold_posting_line (self, foothold_posting_get (self, names[i]));
  if (title == NULL && self->context->title != NULL && *self->context->title != '\0')
    title = g_strdup (self->context->title);
  if (title != NULL && foothold_text_truncate (title, FOOTHOLD_LIMIT_TITLE))
    foothold_posting_problem (self, "title", _ ("The title was too long and was cut."));

  self->row->title = g_steal_pointer (&title);
}

static void
read_organisation (FootholdPostingReading *self)
{
  JsonNode *node = foothold_posting_get (self, "hiringOrganization");
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, node);

  /* several are one host and those it works with: the first that has a name */
  for (guint i = 0; i < elements->len && self->row->organisation == NULL; i++)
    {
      g_autofree char *name = foothold_posting_line (self, g_ptr_array_index (elements, i));

      if (name == NULL)
        continue;
      if (g_str_has_prefix (name, "http://") || g_str_has_prefix (name, "https://"))
        {
          g_autoptr (GUri) uri = g_uri_parse (name, G_URI_FLAGS_PARSE_RELAXED, NULL);
          const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

          if (host != NULL && *host != '\0' && g_utf8_validate (host, -1, NULL))
            self->row->organisation = g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
        }
      else
        self->row->organisation = g_steal_pointer (&name);
    }
  if (self->row->organisation != NULL && foothold_text_truncate (self->row->organisation, FOOTHOLD_LIMIT_TITLE))
    foothold_posting_problem (self, "organisation", _ ("The name was too long and was cut."));
  if (node != NULL && self->row->organisation == NULL)
    foothold_posting_problem (self, "organisation", _ ("The organisation has no name."));
}

/* A date, or NULL: one that may be two waits for an answer, or is reported where nobody gives one; *@waits. */
static char *
take_date (FootholdPostingReading *self, const char *field, const char *text, gboolean *waits)
{
  FootholdImportDates *dates = self->context->dates;
  char *date = foothold_import_dates_read (dates, field, text, waits);

  *waits = *waits && dates->asks;
  return date;
}

static void
report_date (FootholdPostingReading *self, const char *field, const char *text)
{
  foothold_posting_bad_value (self, field, _ ("“%s” is not a date that can be read with certainty; it was left out."),
                              text);
}

static char *
read_date (FootholdPostingReading *self, const char *name, const char *field)
{
  JsonNode *node = foothold_posting_get (self, name);
  g_autofree char *text = foothold_json_ld_text (self->ld, node);
  char *date;
  gboolean waits;

  if (text == NULL || *text == '\0')
    return NULL;

  date = take_date (self, field, text, &waits);
  if (date == NULL && !waits)
    report_date (self, field, text);
  return date;
}

static void
read_deadline (FootholdPostingReading *self)
{
  g_autofree char *text = foothold_json_ld_text (self->ld, foothold_posting_get (self, "validThrough"));
  FootholdMoment moment;
  gboolean waits = FALSE;

  if (text == NULL || *text == '\0')
    return;
  if (foothold_moment_parse (text, &moment))
    {
      self->row->apply_by = g_strdup (moment.date);
      self->row->apply_by_time = *moment.time != '\0' ? g_strdup (moment.time) : NULL;
      self->row->apply_by_zone = *moment.zone != '\0' ? g_strdup (moment.zone) : NULL;
    }
  else
    self->row->apply_by = take_date (self, "apply_by", text, &waits);
  if (self->row->apply_by != NULL)
    self->row->apply_window = g_strdup ("date");
  else if (!waits)
    report_date (self, "apply_by", text);
}

/* true, "true", "https://schema.org/True" */
static gboolean
says_yes (FootholdPostingReading *self, JsonNode *node)
{
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, node);

  for (guint i = 0; i < elements->len; i++)
    {
      JsonNode *element = g_ptr_array_index (elements, i);
      g_autofree char *text = foothold_posting_term (self, element);

      if (text != NULL ? g_ascii_strcasecmp (text, "true") == 0
                       : JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_BOOLEAN
                           && json_node_get_boolean (element))
        return TRUE;
    }
  return FALSE;
}

static void
read_start (FootholdPostingReading *self)
{
  g_autofree char *text = foothold_json_ld_text (self->ld, foothold_posting_get (self, "jobStartDate"));
  gboolean waits;

  if (says_yes (self, foothold_posting_get (self, "jobImmediateStart")))
    add_paragraph (&self->row->timeline, _ ("Start"), _ ("immediately"));
  if (text == NULL || *text == '\0')
    return;

  self->row->start_on = take_date (self, "start_on", text, &waits);
  if (self->row->start_on == NULL && !waits)
    {
      g_autofree char *line = foothold_html_to_line (text, -1);

      /* "as soon as possible", "1970-01-01": words are worth keeping, impossible dates are not */
      if (g_ascii_isdigit (*line))
        report_date (self, "start_on", text);
      else if (*line != '\0')
        add_paragraph (&self->row->timeline, _ ("Start"), line);
    }
}

/* How much work it is: the one number that decides most. A rate ("40 hours per week") is no amount. */
static void
read_effort (FootholdPostingReading *self)
{
  static const char *const names[] = { "timeRequired", "workHours", "duration", "estimatedDuration" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, names[i]));

      for (guint j = 0; j < elements->len; j++)
        {
          g_autofree char *text = foothold_posting_line (self, g_ptr_array_index (elements, j));
          gint64 min, max;

          if (text == NULL)
            continue;
          /* six weeks from the first day to the last are not 240 hours */
          if (self->row->minutes_min == GINT64_UNKNOWN && (i < 2 || !foothold_duration_is_calendar (text))
              && foothold_duration_parse (text, &min, &max))
            {
              self->row->minutes_min = min;
              self->row->minutes_max = max;
            }
          else
            add_paragraph (&self->row->timeline, i < 2 ? _ ("Working hours") : _ ("Duration"), text);
        }
    }
}

static gboolean
says_micro (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return strstr (folded, "micro-intern") != NULL || strstr (folded, "micro intern") != NULL
         || strstr (folded, "microintern") != NULL || strstr (folded, "mikropraktik") != NULL
         || strstr (folded, "mikro-praktik") != NULL;
}

/* The kind where the posting makes it clear; else it stays what an opportunity is at first. */
static void
read_kind (FootholdPostingReading *self)
{
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, "employmentType"));
  g_autoptr (GString) others = g_string_new (NULL);
  const char *kind = NULL;

  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *text = foothold_posting_term (self, g_ptr_array_index (elements, i));
      const FootholdListEntry *entry;

      if (text == NULL)
        continue;
      entry = foothold_list_lookup (&foothold_kinds, text);
      if (entry != NULL && kind == NULL)
        kind = entry->slug;
      if (entry == NULL && g_ascii_strcasecmp (text, "OTHER") != 0)
        {
          g_strdelimit (text, "_", ' ');
          g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", text);
        }
    }

  /* what is called an internship here is a micro-internship where it says so or where the hours do */
  if (says_micro (self->row->title)
      || (g_strcmp0 (kind, "internship") == 0 && self->row->minutes_max != GINT64_UNKNOWN
          && self->row->minutes_max <= 40 * 60))
    kind = "micro-internship";
  self->row->kind = g_strdup (kind != NULL ? kind : "micro-internship");
  if (others->len > 0)
    add_paragraph (&self->row->timeline, _ ("Employment"), others->str);
}

static void
read_industry (FootholdPostingReading *self)
{
  static const char *const names[] = { "occupationalCategory", "relevantOccupation" };
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, "industry"));

  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *text = foothold_posting_line (self, g_ptr_array_index (elements, i));
      const FootholdListEntry *entry = foothold_list_lookup (&foothold_industries, text);

      if (text == NULL)
        continue;
      if (entry != NULL && (self->row->industry == NULL || g_str_equal (self->row->industry, "other")))
        g_set_str (&self->row->industry, entry->slug);
      else if (entry == NULL)
        {
          if (self->row->industry == NULL)
            self->row->industry = g_strdup ("other");
          add_paragraph (&self->row->context, _ ("Industry"), text);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) found = foothold_posting_elements (self, foothold_posting_get (self, names[i]));

      for (guint j = 0; j < found->len; j++)
        {
          g_autofree char *text = foothold_posting_line (self, g_ptr_array_index (found, j));
          const FootholdListEntry *entry = foothold_list_lookup (&foothold_areas, text);

          if (entry != NULL && self->row->area == NULL)
            self->row->area = g_strdup (entry->slug);
          else if (entry == NULL && text != NULL)
            add_paragraph (&self->row->context, _ ("Occupation"), text);
        }
    }
}

/* A name is short; a sentence about abilities is a requirement. */
static gboolean
is_name (const char *text)
{
  guint words = 1;

  for (const char *at = text; *at != '\0'; at++)
    words += *at == ' ' ? 1 : 0;

  return words <= 6 && strlen (text) <= 80 && !g_str_has_suffix (text, ".");
}

static void
add_skill (FootholdPostingReading *self, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  const char *at = g_str_has_prefix (name, "- ") ? name + 2 : name;

  while (g_str_has_prefix (at, "• ") || g_str_has_prefix (at, "* "))
    at += *at == '*' ? 2 : 4;
  if (*at == '\0' || foothold_dossier_names_have (self->dossier->skills, at))
    return;
  if (self->dossier->skills->len >= FOOTHOLD_LIMIT_SKILLS)
    {
      foothold_posting_bad_value (self, "skills", _ ("There are too many skills; “%s” was left out."), at);
      return;
    }
  foothold_dossier_add_skill (self->dossier, at);
}

static void
read_skills (FootholdPostingReading *self)
{
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, "skills"));

  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *raw = foothold_json_ld_text (self->ld, g_ptr_array_index (elements, i));
      g_autofree char *text = raw != NULL ? foothold_html_to_text (raw, -1, FOOTHOLD_HTML_FRAGMENT) : NULL;
      g_auto (GStrv) parts = NULL;
      gboolean names = TRUE;

      if (text == NULL || *text == '\0')
        continue;
      parts = g_strsplit_set (text, ",;\n|", FOOTHOLD_LIMIT_CHILDREN);
      for (guint j = 0; parts[j] != NULL; j++)
        names = names && is_name (g_strstrip (parts[j]));
      if (!names)
        {
          add_paragraph (&self->row->eligibility, _ ("Skills"), text);
          continue;
        }
      for (guint j = 0; parts[j] != NULL; j++)
        add_skill (self, parts[j]);
    }
}

static void
read_contacts (FootholdPostingReading *self)
{
  static const char *const names[] = { "name", "email", "telephone" };
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, "applicationContact"));

  for (guint i = 0; i < elements->len; i++)
    {
      JsonNode *node = g_ptr_array_index (elements, i);
      g_autoptr (GString) line = g_string_new (NULL);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          g_autofree char *text = foothold_posting_line (self, node);

          if (text != NULL)
            add_paragraph (&self->row->contacts, NULL, text);
          continue;
        }
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          JsonNode *member = foothold_json_ld_get (self->ld, json_node_get_object (node), names[j]);
          g_autofree char *text = foothold_posting_line (self, member);

          if (text != NULL)
            g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
        }
      if (line->len > 0)
        add_paragraph (&self->row->contacts, NULL, line->str);
    }
}

static gboolean
is_web_address (const char *text)
{
  if (text == NULL || strlen (text) > FOOTHOLD_LIMIT_URL
      || (g_ascii_strncasecmp (text, "https://", 8) != 0 && g_ascii_strncasecmp (text, "http://", 7) != 0))
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at <= 0x20 || *at == 0x7f || strchr ("<>\"", *at) != NULL)
      return FALSE;

  return TRUE;
}

/* "/jobs/1", "jobs.html": a page of the site on which it stands. (transfer full) or NULL */
static char *
resolve_address (FootholdPostingReading *self, const char *text)
{
  g_autofree char *url = NULL;

  if (self->context->base == NULL || *text == '\0' || strlen (text) > FOOTHOLD_LIMIT_URL
      || strpbrk (text, " \t\r\n") != NULL)
    return NULL;
  url = g_uri_resolve_relative (self->context->base, text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return is_web_address (url) ? g_steal_pointer (&url) : NULL;
}

static void
read_url (FootholdPostingReading *self)
{
  static const char *const names[] = { "url", "sameAs", "mainEntityOfPage", "@id" };

  for (guint i = 0; i < G_N_ELEMENTS (names) && self->row->url == NULL; i++)
    {
      JsonNode *node = foothold_posting_get (self, names[i]);
      g_autofree char *text = NULL;

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), "@id");
      text = foothold_json_ld_text (self->ld, node);
      if (text != NULL && is_web_address (g_strstrip (text)))
        self->row->url = g_steal_pointer (&text);
      else if (text != NULL && i == 0)
        self->row->url = resolve_address (self, text);
      if (text != NULL && i == 0 && *text != '\0' && self->row->url == NULL)
        foothold_posting_bad_value (self, "url", _ ("“%s” is not the address of a web page; it was left out."), text);
    }
  if (self->row->url == NULL && is_web_address (self->context->url))
    self->row->url = g_strdup (self->context->url);

  if (self->row->url != NULL)
    {
      g_autoptr (GUri) uri = g_uri_parse (self->row->url, G_URI_FLAGS_PARSE_RELAXED, NULL);
      const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

      if (host != NULL && (g_str_equal (host, "linkedin.com") || g_str_has_suffix (host, ".linkedin.com")))
        g_set_str (&self->row->source, "linkedin");
    }
}

static void
read_texts (FootholdPostingReading *self)
{
  FootholdOpportunityRow *row = self->row;

  take_text (self, "description", &row->description, NULL);
  take_text (self, "responsibilities", &row->scope, NULL);
  take_text (self, "employerOverview", &row->context, NULL);
  take_text (self, "employmentUnit", &row->context, _ ("Unit"));
  take_text (self, "qualifications", &row->eligibility, NULL);
  take_text (self, "educationRequirements", &row->eligibility, _ ("Education"));
  take_text (self, "experienceRequirements", &row->eligibility, _ ("Experience"));
  take_text (self, "applicantLocationRequirements", &row->eligibility, _ ("Applicants from"));
  take_text (self, "eligibilityToWorkRequirement", &row->eligibility, _ ("Permission to work"));
  take_text (self, "physicalRequirement", &row->eligibility, _ ("Physical"));
  take_text (self, "sensoryRequirement", &row->eligibility, _ ("Senses"));
  take_text (self, "securityClearanceRequirement", &row->eligibility, _ ("Clearance"));
  take_text (self, "jobBenefits", &row->description, _ ("Benefits"));
  take_text (self, "incentiveCompensation", &row->description, _ ("Incentives"));
  take_text (self, "specialCommitments", &row->description, _ ("Commitments"));
  take_text (self, "identifier", &row->description, _ ("Reference"));
}

/* Nothing longer than the database should hold, and said so. */
static void
cap_texts (FootholdPostingReading *self)
{
  const FootholdRowType *type = self->row->row.type;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == FOOTHOLD_FIELD_TEXT)
      {
        const gboolean is_long = strcmp (type->fields[i].name, "description") == 0;
        char *text = (char *) foothold_row_get_text (self->row, &type->fields[i]);

        if (text != NULL && foothold_text_truncate (text, is_long ? FOOTHOLD_LIMIT_LONG_TEXT : FOOTHOLD_LIMIT_TEXT))
          foothold_posting_problem (self, type->fields[i].name, _ ("The text was too long and was cut."));
      }
}

gboolean
foothold_job_posting_read (FootholdJsonLd *ld,
                           JsonObject *posting,
                           const FootholdPostingContext *context,
                           const FootholdSink *sink,
                           FootholdDossier **dossier,
                           GError **error)
{
  g_autoptr (FootholdDossier) made = foothold_dossier_new ();
  FootholdPostingReading reading = {
    .ld = ld,
    .posting = posting,
    .context = context,
    .sink = sink,
    .dossier = made,
    .row = made->opportunity,
  };

  *dossier = NULL;
  made->where = g_strdup (context->where);
  reading.row->origin = g_strdup ("found");
  reading.row->state = g_strdup ("spotted");
  reading.row->fact_source = g_strdup (context->fact_source);
  reading.row->source = g_strdup (context->source);

  read_title (&reading);
  if (reading.row->title == NULL)
    {
      foothold_posting_problem (&reading, NULL, _ ("The posting has no title, so it was left out."));
      if (reading.error != NULL)
        {
          g_propagate_error (error, reading.error);
          return FALSE;
        }
      return TRUE;
    }

  read_organisation (&reading);
  read_texts (&reading);
  read_url (&reading);
  reading.row->posted_on = read_date (&reading, "datePosted", "posted_on");
  read_deadline (&reading);
  read_start (&reading);
  read_effort (&reading);
  read_kind (&reading);
  read_industry (&reading);
  read_skills (&reading);
  read_contacts (&reading);
  foothold_posting_read_place (&reading);
  foothold_posting_read_pay (&reading);
  cap_texts (&reading);

  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      return FALSE;
    }
  *dossier = g_steal_pointer (&made);
  return TRUE;
}
