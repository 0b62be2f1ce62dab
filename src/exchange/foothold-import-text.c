// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-csv.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-import-csv.h"
#include "exchange/foothold-import-dates.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-text-names.h"
#include "exchange/foothold-text-pay.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-link-title.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"

/*
 * Pasted text. A fact is taken where a line says it under a name ("Deadline: 1 December
 * 2026", by the names that tables have for their columns), or where the whole text has one
 * thing that can be it: one address, one amount, one number of hours, one date behind "apply by". Two of
 * a kind are none. The text itself is kept word for word; nothing is told from how it is laid out.
 */

#define TITLE_LENGTH 200

typedef struct
{
  const char *text;
  FootholdOpportunityRow *row;
  gboolean found; /* any fact besides the title */
  FootholdImportDates dates;
  gboolean day_first; /* by the language that what is read now is in */
  char *odd; /* the first that is none, "31.2.2027", or NULL */
  char *odd_field;
  char *two; /* the pay that may be two amounts, or NULL */
} Reading;

static void
reading_clear (Reading *self)
{
  foothold_import_dates_clear (&self->dates);
  g_free (self->odd);
  g_free (self->odd_field);
  g_free (self->two);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* "31.2.2027", "2027-13-01". */
static gboolean
is_numbers (const char *text)
{
  return strpbrk (text, "0123456789") != NULL && strpbrk (text, "./-") != NULL
         && strspn (text, "0123456789./- ") == strlen (text);
}

/* "31 February 2027": no date, and would be one of another day. */
static gboolean
has_impossible_day (const char *text)
{
  g_autoptr (GRegex) late = g_regex_new ("\\b(?:29|[3-9]\\d)\\b", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *first = g_regex_replace_literal (late, text, -1, 0, "1", G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *date = first != NULL && !g_str_equal (first, text) ? foothold_date_parse (first) : NULL;

  return date != NULL;
}

/* A date as it stands, or NULL; one that is two by the order of day and month is asked for. (transfer full) */
static char *
read_date (Reading *self, const char *field, const char *text)
{
  gboolean either = FALSE;
  char *date = self->day_first ? foothold_csv_read_date (text, FOOTHOLD_DAY_ORDER_DAY)
                               : foothold_import_dates_read (&self->dates, field, text, &either);

  if (date == NULL && !either && self->odd == NULL && (is_numbers (text) || has_impossible_day (text)))
    {
      self->odd = g_strchomp (g_strdup (text));
      self->odd_field = g_strdup (field);
    }
  return date;
}

/* --- "Name: value" --- */

static void
take_pay (Reading *self, const char *text, const FootholdPay *pay, const char *period)
{
  FootholdOpportunityRow *row = self->row;

  if (pay->either)
    {
      g_set_str (&self->two, text);
      return;
    }
  if (pay->net && pay->min != pay->max)
    return;
  if (pay->net)
    row->pay_net = pay->min;
  else
    {
      row->pay_gross_min = pay->min;
      row->pay_gross_max = pay->max;
    }
  row->currency = g_strdup (pay->currency);
  row->pay_period = g_strdup (period);
  row->pay_kind = g_strdup (foothold_pay_kind_of_period (period));
}

static void
take_labelled (Reading *self, const char *field, const char *name, const char *value)
{
  FootholdOpportunityRow *row = self->row;
  gint64 min, max;
  FootholdPay pay;

  if (strcmp (field, "title") == 0 && row->title == NULL)
    row->title = foothold_html_to_line (value, -1);
  else if (strcmp (field, "organisation") == 0 && row->organisation == NULL)
    row->organisation = foothold_html_to_line (value, -1);
  else if (strcmp (field, "location") == 0 && row->location == NULL)
    row->location = foothold_html_to_line (value, -1);
  else if (strcmp (field, "apply_by") == 0 && row->apply_by == NULL)
    row->apply_by = read_date (self, field, value);
  else if (strcmp (field, "start_on") == 0 && row->start_on == NULL)
    row->start_on = read_date (self, field, value);
  else if (strcmp (field, "end_on") == 0 && row->end_on == NULL)
    row->end_on = read_date (self, field, value);
  else if (strcmp (field, "posted_on") == 0 && row->posted_on == NULL)
    row->posted_on = read_date (self, field, value);
  else if (strcmp (field, "hours") == 0 && row->minutes_min == GINT64_UNKNOWN
           && foothold_duration_parse_named (name, value, &min, &max))
    {
      row->minutes_min = min;
      row->minutes_max = max;
    }
  else if (strcmp (field, "pay") == 0 && row->currency == NULL && foothold_pay_parse (value, NULL, NULL, &pay)
           && (pay.min > 0 || pay.max > 0))
    take_pay (self, value, &pay, pay.period != NULL ? pay.period : foothold_pay_period_of_name (name));
  else if (strcmp (field, "work_mode") == 0 && row->work_mode == NULL)
    {
      const FootholdListEntry *mode = foothold_list_lookup (&foothold_work_modes, value);

      row->work_mode = mode != NULL ? g_strdup (mode->slug) : NULL;
    }
}

static void
read_labelled (Reading *self, char **lines)
{
  for (guint i = 0; lines[i] != NULL && i < FOOTHOLD_LIMIT_TEXT_LINES; i++)
    {
      const char *colon = strchr (lines[i], ':');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;
      const FootholdListEntry *entry;

      /* "https://…" is no name; a name is a few words */
      if (colon == NULL || colon - lines[i] > 40 || g_str_has_prefix (colon, "://"))
        continue;
      name = g_strndup (lines[i], (gsize) (colon - lines[i]));
      g_strdelimit (g_strchug (name), "*#>_-", ' ');
      if (g_str_has_prefix (name, "•"))
        memset (name, ' ', strlen ("•"));
      value = g_strdup (colon + 1);
      g_strdelimit (value, "*", ' ');
      g_strstrip (value);
      entry = foothold_text_names_lookup (g_strstrip (name), &self->day_first);
      if (entry != NULL && *value != '\0' && strlen (value) <= FOOTHOLD_LIMIT_TITLE)
        take_labelled (self, entry->slug, name, value);
    }
  self->day_first = FALSE;
}

/* --- the one thing of its kind --- */

/* The only different match of @pattern, or NULL where there is none or there are two. (transfer full) */
static char *
only_match (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *only = NULL;

  g_return_val_if_fail (regex != NULL, NULL);

  g_regex_match (regex, text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *match = g_match_info_fetch (info, 0);

      if (only != NULL && strcmp (only, match) != 0)
        return NULL;
      g_set_str (&only, match);
    }

  return g_steal_pointer (&only);
}

static void
read_url (Reading *self)
{
  g_autofree char *url = only_match (self->text, "https?://[^\\s<>\"\\x{7f}]{1,2000}");
  gsize n;

  if (url == NULL)
    return;
  /* a sentence ends behind it, a bracket closes around it */
  for (n = strlen (url); n > 0 && strchr (".,;:!?'*", url[n - 1]) != NULL; n--)
    url[n - 1] = '\0';
  if (n > 0 && url[n - 1] == ')' && strchr (url, '(') == NULL)
    url[n - 1] = '\0';
  if (strchr (url + strlen ("http:"), '.') != NULL)
    self->row->url = g_steal_pointer (&url);
}

#define AMOUNT \
  "\\d{1,9}(?:[.,']\\d{1,3}){0,3}(?:\\s?(?:k|tr|triệu|nghìn|ngàn|tỷ|tỉ|tys\\.?|tsd\\.?|mio|mln|million)\\b)?"
/* "đồng" begins other words, too, and ends others: "hợp đồng 3 tháng", "5 đồng nghiệp" */
#define DONG \
  "(?:(?<=\\d)|(?<=(?:\\d|k|r|u|n|ỷ|ỉ)\\s))(?:vnđ|đ|đồng(?!\\s(?:nghiệp|đội|hành|thời|ý|hồ|bằng|phục|chủ|tác|sáng)))" \
  "\\b"
#define SIGN "(?:" DONG "|€|\\$|£|¥|zł|₫|\\b(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|VND|JPY|CAD|AUD|INR|euros?)\\b)"
#define RANGE "(?:\\s{0,3}(?:-|–|to|bis)\\s{0,3}"

static void
read_pay (Reading *self)
{
  g_autofree char *match = NULL;
  FootholdPay pay;

  if (self->row->currency != NULL)
    return;
  match =
    only_match (self->text,
                "(?:\\b(?:net|netto|from|ab|up to|bis zu|max\\.?)\\s{1,3})?(?:" SIGN "\\s{0,3}" AMOUNT RANGE SIGN
                "?\\s{0,3}" AMOUNT ")?|" AMOUNT RANGE AMOUNT ")?\\s{0,3}" SIGN
                ")(?:\\s{0,3}(?:/|per|pro|an|a|die|mỗi|một)\\s{0,3}(?:hour|hr|h|stunde|day|"
                "tag|week|woche|month|monat|project|projekt|giờ|ngày|tuần|tháng|dự án)\\b)?(?:\\s{1,3}net(?:to)?\\b)?");
  if (match == NULL || !foothold_pay_parse (match, NULL, NULL, &pay) || (pay.min <= 0 && pay.max <= 0)
      || foothold_text_pay_is_other (self->text, match))
    return;

  take_pay (self, match, &pay,
            pay.period == NULL && foothold_text_pay_is_whole (self->text, match) ? "project" : pay.period);
}

static void
read_hours (Reading *self)
{
  g_autofree char *match = NULL;
  gint64 min, max;

  if (self->row->minutes_min != GINT64_UNKNOWN)
    return;
  /* an amount of work: not "within 48 hours", not "20 hours per week" */
  match =
    only_match (self->text,
                "(?<!within |in |innerhalb von |binnen |next |last |after |every |\\d|[.,/:–-])"
                "\\d{1,3}(?:[.,]\\d)?(?:\\s?(?:-|–|to|bis)\\s?\\d{1,3}(?:[.,]\\d)?)?\\s?(?:hours?|hrs?|stunden?|std)"
                "\\b(?!\\.?\\s*(?:/|per|a|an|each|pro|die|in der|je|wöchentlich|weekly|täglich|daily)\\b)"
                "(?!\\.?\\s*/)"
                /* "giờ" is the hour of a clock as often */
                "|(?:(?<=khoảng )|(?<=tổng )|(?<=tổng cộng )|(?<=cần )|(?<=mất )|(?<=dự kiến ))\\d{1,3}(?:[.,]\\d)?"
                "(?:\\s?(?:-|–|đến)\\s?\\d{1,3}(?:[.,]\\d)?)?\\s?giờ\\b"
                "(?!\\s*(?:/|\\d|-|–|đến|mỗi|một|hàng|trong|ngày|tuần|tháng|sáng|chiều|tối))");
  if (match != NULL && foothold_duration_parse (match, &min, &max))
    {
      self->row->minutes_min = min;
      self->row->minutes_max = max;
    }
}

/* The longest beginning of @text, of at most six words, that is a date. (transfer full) */
static char *
leading_date (Reading *self, const char *text)
{
  const gsize limit = MIN (strlen (text), 60);
  guint words = 0;
  gsize ends[6];

  for (gsize i = 0; i <= limit && words < G_N_ELEMENTS (ends); i++)
    if (i > 0 && (i == limit || g_ascii_isspace (text[i])) && !g_ascii_isspace (text[i - 1]))
      ends[words++] = i;
  for (guint n_words = words; n_words > 0; n_words--)
    {
      g_autofree char *start = g_strndup (text, ends[n_words - 1]);
      char *date;

      for (gsize n = strlen (start); n > 0 && strchr (".,;:!)", start[n - 1]) != NULL; n--)
        start[n - 1] = '\0';
      if (!g_utf8_validate (start, -1, NULL))
        continue;
      /* the shortest is one that may be two, if any is */
      date = n_words > 1 && !self->day_first ? foothold_date_parse (start) : read_date (self, "apply_by", start);
      if (date != NULL)
        return date;
    }

  return NULL;
}

/* "Apply by 1 December 2026"; two that differ are none. */
static void
read_deadline (Reading *self)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("\\b(?:apply by|apply before|applications? (?:is |are )?due(?: on| by)?|deadline"
                 "(?: is| for applications is)?|applications? close(?:s)?(?: on)?|closing date|"
                 "bewerben bis|bewerbung(?:en)? bis(?: zum)?|bewerbungsfrist(?: ist)?|"
                 "bewerbungsschluss(?: ist)?|bewirb dich bis(?: zum)?|bewerben sie sich bis(?: zum)?|"
                 "(hạn (?:chót|cuối|nộp|nhận|ứng tuyển|đăng ký)(?: hồ sơ| đơn| cv| ứng tuyển)?(?: là)?|"
                 "(?:nộp|gửi|nhận) (?:hồ sơ|đơn|cv) (?:trước|đến)|ứng tuyển trước))"
                 "\\s*:?\\s*(?:the |der |dem |zum |(?:(?:hết|đến|trước|ngày) ){1,3})?",
                 G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  if (self->row->apply_by != NULL)
    return;
  g_regex_match (regex, self->text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *date = NULL;
      int start = -1;
      int end;

      g_match_info_fetch_pos (info, 0, NULL, &end);
      self->day_first = g_match_info_fetch_pos (info, 1, &start, NULL) && start >= 0;
      date = leading_date (self, self->text + end);
      if (date != NULL && self->row->apply_by != NULL && strcmp (date, self->row->apply_by) != 0)
        {
          g_clear_pointer (&self->row->apply_by, g_free);
          return;
        }
      if (date != NULL)
        g_set_str (&self->row->apply_by, date);
    }
}

/* --- the title --- */

/* "## Scan" and "**Scan" are "Scan", a line of marks says nothing, and "- Scan" stays as it is; an address is what
 * follows its scheme. */
static char *
title_of_line (const char *line)
{
  const char *at = line + strspn (line, "#> \t");
  const gsize n = strspn (at, "*");
  char *title;

  if (at[n] != ' ')
    at += n;
  if (line[strspn (line, "#*>- \t")] == '\0')
    return g_strdup ("");
  if (g_str_has_prefix (at, "https://") || g_str_has_prefix (at, "http://"))
    at = strstr (at, "://") + 3;
  title = foothold_html_to_line (at, -1);
  foothold_text_truncate (title, TITLE_LENGTH);
  return title;
}

/* "Scan at Acme", where the text names Acme once more. */
static void
split_title (Reading *self)
{
  static const char *const words[] = { " at ", " bei ", " @ " };

  for (guint i = 0; i < G_N_ELEMENTS (words) && self->row->organisation == NULL; i++)
    {
      const char *at = strstr (self->row->title, words[i]);
      const char *name = at != NULL ? at + strlen (words[i]) : NULL;
      const char *first = name != NULL ? strstr (self->text, name) : NULL;

      if (name == NULL || !g_unichar_isupper (g_utf8_get_char (name)) || strlen (name) > 80 || first == NULL
          || strstr (first + strlen (name), name) == NULL || at == self->row->title)
        continue;
      self->row->organisation = g_strdup (name);
      self->found = TRUE;
      *(char *) at = '\0';
    }
}

static void
read_title (Reading *self, char **lines)
{
  if (self->row->title != NULL)
    return;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *title = title_of_line (lines[i]);

      if (*title != '\0')
        {
          self->row->title = title;
          split_title (self);
          return;
        }
      g_free (title);
    }
}

/* --- the whole --- */

static char *
dup_link (const char *whole)
{
  g_autofree char *text = g_strstrip (g_strndup (whole, FOOTHOLD_LIMIT_URL));

  if (strlen (whole) >= FOOTHOLD_LIMIT_URL || strpbrk (text, " \n\t\r<>\"") != NULL || !g_utf8_validate (text, -1, NULL)
      || (g_ascii_strncasecmp (text, "https://", 8) != 0 && g_ascii_strncasecmp (text, "http://", 7) != 0)
      || foothold_source_from_link (text) == NULL)
    return NULL;
  return g_steal_pointer (&text);
}

gboolean
foothold_import_is_link (const char *text)
{
  g_autofree char *link = dup_link (text);

  return link != NULL;
}

/* Nothing but an address: it says where, and by its words what. */
static gboolean
read_link (FootholdOpportunityRow *row, const char *text)
{
  row->url = dup_link (text);
  row->title = row->url != NULL ? foothold_title_from_link (row->url) : NULL;
  return row->title != NULL;
}

gboolean
foothold_import_is_text (const char *data, gsize length, const char *said)
{
  g_autofree char *text = NULL;
  const char *charset;
  gboolean lossy;
  gsize n;

  text = foothold_csv_decode (data, length, said, &charset, &n, &lossy);
  if (lossy || text[strspn (text, " \t\r\n")] == '<')
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if ((guchar) text[i] < 0x20 && strchr ("\t\r\n\f", text[i]) == NULL)
      return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

static gboolean
looks_like_mail (const char *text)
{
  return g_regex_match_simple ("^(?:from|von): .*$", text, G_REGEX_CASELESS | G_REGEX_MULTILINE, 0)
         && g_regex_match_simple ("^(?:subject|betreff): .*$", text, G_REGEX_CASELESS | G_REGEX_MULTILINE, 0);
}

/* The same text with its ends of lines as everywhere here, and none at its end. */
static char *
with_line_ends (char *text)
{
  char *to = text;

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\r')
      {
        *to++ = '\n';
        at += at[1] == '\n' ? 1 : 0;
      }
    else
      *to++ = *at;
  *to = '\0';
  return g_strchomp (text);
}

static void
cap (char **text, gsize max)
{
  if (*text != NULL)
    foothold_text_truncate (*text, max);
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
}

static gboolean
report (const char *where,
        const char *field,
        const char *sentence,
        const char *value,
        const FootholdSink *sink,
        GError **error)
{
  g_autofree char *reason = NULL;

  if (value == NULL)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  reason = g_strdup_printf (sentence, value);
#pragma GCC diagnostic pop
  return sink->problem (sink->user_data, where, field, reason, error);
}

/* What stays in the text: of the dates where nobody can be asked, too. */
static gboolean
report_left (const Reading *self, const char *where, const FootholdSink *sink, GError **error)
{
  const gboolean silent = !self->dates.asks && self->dates.n_either > 0;

  return foothold_import_dates_report (&self->dates, where, sink, error)
         && report (where, silent ? self->dates.either[0].field : NULL,
                    _ ("Whether day or month comes first in “%s” is not known; it stays in the text."),
                    silent ? self->dates.either[0].text : NULL, sink, error)
         && report (where, self->odd_field, _ ("“%s” is not a possible date; it stays in the text."), self->odd, sink,
                    error)
         && report (where, "pay_gross_min", _ ("“%s” can be two amounts; it stays in the text."), self->two, sink,
                    error);
}

gboolean
foothold_import_text (GBytes *bytes,
                      const char *name,
                      const FootholdSink *sink,
                      GCancellable *cancellable,
                      GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  FootholdOpportunityRow *row = dossier->opportunity;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (Reading) reading = { .row = row, .dates = foothold_import_dates (sink) };
  const char *charset;
  gboolean lossy, cut, is_link;

  if (size > FOOTHOLD_LIMIT_PASTED)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The text is larger than %d MiB. Nothing was imported. Copy the part that is the posting."),
                   FOOTHOLD_LIMIT_PASTED / FOOTHOLD_LIMIT_MIB);
      return FALSE;
    }
  text =
    foothold_csv_decode (data, size, foothold_import_answers_get_charset (sink->answers), &charset, &length, &lossy);
  text = with_line_ends (text);
  cut = foothold_text_truncate (text, FOOTHOLD_LIMIT_LONG_TEXT);
  lines = g_strsplit (text, "\n", -1);
  reading.text = text;

  is_link = read_link (row, text);
  if (!is_link)
    read_labelled (&reading, lines);
  read_title (&reading, lines);
  cap (&row->title, FOOTHOLD_LIMIT_TITLE);
  if (row->title == NULL)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The text is empty. Nothing was imported."));
      return FALSE;
    }
  if (!is_link)
    {
      read_url (&reading);
      read_pay (&reading);
      read_hours (&reading);
      read_deadline (&reading);
    }
  cap (&row->organisation, FOOTHOLD_LIMIT_TITLE);
  cap (&row->location, FOOTHOLD_LIMIT_TITLE);
  if (row->apply_by != NULL)
    row->apply_window = g_strdup ("date");

  dossier->where = g_strdup (_ ("the text"));
  row->origin = g_strdup ("found");
  row->kind = g_strdup ("micro-internship");
  row->state = g_strdup ("spotted");
  row->fact_source = g_strdup (looks_like_mail (text) ? "mail" : name != NULL ? "file" : "page");
  row->source = g_strdup (looks_like_mail (text) ? "mail"
                          : row->url != NULL     ? foothold_source_from_link (row->url)
                                                 : "import");
  reading.found |= row->organisation != NULL || row->location != NULL || row->apply_by != NULL || row->start_on != NULL
                   || row->end_on != NULL || row->posted_on != NULL || row->minutes_min != GINT64_UNKNOWN
                   || row->currency != NULL || row->work_mode != NULL;
  /* of a link there is nothing to read */
  row->unread = !reading.found && !is_link;
  if (!is_link)
    row->description = g_steal_pointer (&text);

  if ((lossy
       && !sink->problem (sink->user_data, dossier->where, "description",
                          _ ("Some characters of the text could not be read."), error))
      || (cut
          && !sink->problem (sink->user_data, dossier->where, "description", _ ("The text was too long and was cut."),
                             error))
      || !report_left (&reading, dossier->where, sink, error))
    return FALSE;
  return sink->take_dossier (sink->user_data, g_steal_pointer (&dossier), error);
}
