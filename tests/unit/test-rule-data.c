// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "rules/foothold-dates.h"
#include "rules/foothold-facts.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-pay-rate.h"
#include "rules/foothold-question-mail.h"
#include "rules/foothold-rule-data.h"
#include "rules/foothold-warning-signs.h"
#include "store/foothold-rows.h"

/* Every shipped rule file is read and means what the code takes it for; every malformed one is refused with the place.
 */

static const char *const english[] = { "C", NULL };
static const char *const german[] = { "de_AT.UTF-8", "de_AT", "de", "C", NULL };
static const char *const polish[] = { "pl_PL", "pl", "C", NULL };

static void
assert_field (const char *file, const char *field)
{
  const FootholdField *found = foothold_row_type_find (&foothold_opportunity_row_type, field);

  if (g_strv_contains (foothold_fact_children, field))
    return;
  if (found == NULL || !(found->flags & FOOTHOLD_FIELD_BRIEF))
    g_error ("%s names “%s”, which is no fact of an opportunity", file, field);
}

static void
check_item (const char *file, const FootholdRuleItem *item)
{
  g_assert_true (item->question == NULL || strchr (item->question, '?') != NULL);
  for (guint i = 0; item->fields != NULL && i < item->fields->len; i++)
    for (char **field = g_ptr_array_index (item->fields, i); *field != NULL; field++)
      assert_field (file, *field);
  if (item->settled_field != NULL)
    assert_field (file, item->settled_field);
  for (guint i = 0; item->settled_slugs != NULL && item->settled_slugs[i] != NULL; i++)
    g_assert_true (g_str_equal (item->settled_field, "pay_kind")
                     ? foothold_list_find (&foothold_pay_kinds, item->settled_slugs[i]) != NULL
                     : foothold_list_find (&foothold_work_modes, item->settled_slugs[i]) != NULL);
  for (guint i = 0; item->unless_stated != NULL && item->unless_stated[i] != NULL; i++)
    assert_field (file, item->unless_stated[i]);
  for (guint i = 0; item->checks != NULL && item->checks[i] != NULL; i++)
    g_assert_true (g_strv_contains (foothold_warning_sign_checks, item->checks[i]));
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = foothold_rule_file_names (&error);
  const char *const *const readers[] = { english, german, polish };

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 14);
  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (readers); j++)
      {
        g_autoptr (FootholdRuleFile) file = foothold_rule_file_load (names[i], readers[j], &error);
        g_autofree char *country = NULL;
        g_autofree char *name = NULL;

        g_assert_no_error (error);
        g_assert_cmpstr (file->language, ==, readers[j] == german ? "de" : "en");
        g_assert_cmpuint (strlen (file->source), >, 10);
        country = file->country != NULL ? g_ascii_strdown (file->country, -1) : NULL;
        name = g_strconcat (file->kind, country != NULL ? "-" : "", country != NULL ? country : "", ".json", NULL);
        g_assert_cmpstr (names[i], ==, name);
        for (guint k = 0; k < file->items->len; k++)
          check_item (names[i], g_ptr_array_index (file->items, k));
      }
  for (const char *const *field = foothold_warning_sign_fields; *field != NULL; field++)
    if (!g_str_equal (*field, "description"))
      assert_field ("foothold-warning-signs.c", *field);
}

/* Each "checks" of the code is used by a sign, and the numbers are RULES': 8 facts, 4 of them gates, 16 items, 7
 * questions. */
static void
test_contents (void)
{
  const struct
  {
    const char *kind, *country;
    guint n_items, n_gates;
  } cases[] = {
    { "payment-facts", NULL, 8, 4 }, { "clarity", NULL, 16, 0 },      { "suitability", NULL, 8, 0 },
    { "unpaid", "US", 7, 0 },        { "unpaid", NULL, 5, 0 },        { "also-asked", "US", 3, 0 },
    { "also-asked", NULL, 3, 0 },    { "warning-signs", NULL, 9, 0 }, { "work-time", NULL, 4, 0 },
    { "interview", NULL, 29, 0 },    { "worth-facts", NULL, 8, 0 },
  };
  g_autoptr (FootholdRuleFile) mail = foothold_rule_file_find ("question-mail", NULL, english, NULL);
  g_autoptr (FootholdRuleFile) signs = foothold_rule_file_find ("warning-signs", NULL, english, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRuleFile) file = foothold_rule_file_find (cases[i].kind, cases[i].country, english, NULL);
      guint n_gates = 0;

      g_assert_nonnull (file);
      g_assert_cmpuint (file->items->len, ==, cases[i].n_items);
      for (guint j = 0; j < file->items->len; j++)
        n_gates += ((FootholdRuleItem *) g_ptr_array_index (file->items, j))->gate;
      g_assert_cmpuint (n_gates, ==, cases[i].n_gates);
    }
  for (const char *const *id = foothold_question_mail_words; *id != NULL; id++)
    g_assert_nonnull (foothold_rule_file_find_item (mail, *id));
  g_assert_cmpuint (mail->items->len, ==, g_strv_length ((GStrv) foothold_question_mail_words));
  for (const char *const *check = foothold_warning_sign_checks; *check != NULL; check++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < signs->items->len; i++)
        {
          const FootholdRuleItem *item = g_ptr_array_index (signs->items, i);

          used = used || (item->checks != NULL && g_strv_contains ((const char *const *) item->checks, *check));
        }
      g_assert_true (used);
    }
}

static void
test_countries (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdRuleFile) us = foothold_rule_file_find ("unpaid", "US", english, NULL);
  g_autoptr (FootholdRuleFile) other = foothold_rule_file_find ("unpaid", "DE", english, NULL);
  g_autoptr (FootholdRuleFile) nowhere = foothold_rule_file_find ("unpaid", NULL, english, NULL);
  g_autoptr (GPtrArray) floors = foothold_rule_file_list ("pay-floors", english, NULL);
  g_autoptr (GPtrArray) unpaid = foothold_rule_file_list ("unpaid", english, NULL);

  g_assert_cmpstr (us->country, ==, "US");
  g_assert_null (other->country);
  g_assert_null (nowhere->country);
  g_assert_null (foothold_rule_file_find ("pay-floors", "DE", english, &error));
  g_assert_error (error, FOOTHOLD_RULE_ERROR, FOOTHOLD_RULE_ERROR_NOT_FOUND);
  g_assert_cmpuint (floors->len, ==, 2);
  g_assert_cmpuint (unpaid->len, ==, 2);
}

static void
test_languages (void)
{
  g_autoptr (FootholdRuleFile) in_english = foothold_rule_file_find ("clarity", NULL, english, NULL);
  g_autoptr (FootholdRuleFile) in_german = foothold_rule_file_find ("clarity", NULL, german, NULL);
  g_autoptr (FootholdRuleFile) in_polish = foothold_rule_file_find ("clarity", NULL, polish, NULL);
  const FootholdRuleItem *goal = foothold_rule_file_find_item (in_german, "goal");

  g_assert_cmpstr (goal->name, ==, "Ziel der Arbeit");
  g_assert_cmpstr (foothold_rule_file_find_item (in_english, "goal")->name, ==, "Goal of the work");
  g_assert_cmpstr (foothold_rule_file_find_item (in_polish, "goal")->name, ==, "Goal of the work");
}

static void
test_work_time (void)
{
  g_autoptr (FootholdRuleFile) file = foothold_rule_file_find ("work-time", NULL, english, NULL);
  FootholdWorkTime time;

  g_assert_true (foothold_work_time_from_rules (file, &time));
  g_assert_cmpint (time.day, ==, FOOTHOLD_MINUTES_PER_WORKDAY);
  g_assert_cmpint (time.week, ==, FOOTHOLD_MINUTES_PER_WORKDAY * FOOTHOLD_WORKDAYS_PER_WEEK);
  g_assert_cmpint (time.year, ==, 52 * time.week);
  g_assert_cmpint (time.month * 12, ==, time.year);
}

#define HEAD "\"country\":null,\"source\":{\"en\":\"Us\"},\"as_of\":\"2026-11-22\","
#define CLARITY(item) "{\"kind\":\"clarity\"," HEAD "\"items\":[" item "]}"
#define GOAL "\"id\":\"goal\",\"name\":{\"en\":\"Goal\"},\"question\":{\"en\":\"What?\"},\"fields\":[\"objective\"]"

static void
test_malformed (void)
{
  static const struct
  {
    const char *json;
    const char *place; /* that the error names */
  } cases[] = {
    { "", "" },
    { "{", "" },
    { "[]", "" },
    { "{\"kind\":\"clarity\",}", "" },
    { "{}", "kind" },
    { "{\"kind\":1}", "kind" },
    { "{\"kind\":\"horoscope\"," HEAD "\"items\":[{\"id\":\"a\"}]}", "kind" },
    { "{\"kind\":\"clarity\"," HEAD "\"items\":[]}", "items" },
    { "{\"kind\":\"clarity\"," HEAD "\"items\":{}}", "items" },
    { "{\"kind\":\"clarity\"," HEAD "\"items\":[{" GOAL "}],\"more\":1}", "more" },
    { "{\"kind\":\"clarity\",\"source\":{\"en\":\"Us\"},\"as_of\":\"2026-11-22\",\"items\":[{" GOAL "}]}", "country" },
    { "{\"kind\":\"clarity\",\"country\":\"Mars\",\"source\":{\"en\":\"Us\"},\"as_of\":\"2026-11-22\",\"items\":[{" GOAL
      "}]}",
      "country" },
    { "{\"kind\":\"clarity\",\"country\":null,\"source\":{\"en\":\"Us\"},\"as_of\":\"2026-02-30\",\"items\":[{" GOAL
      "}]}",
      "as_of" },
    { "{\"kind\":\"clarity\",\"country\":null,\"source\":{\"de\":\"Wir\"},\"as_of\":\"2026-11-22\",\"items\":[{" GOAL
      "}]}",
      "source" },
    { "{\"kind\":\"clarity\",\"country\":null,\"source\":\"Us\",\"as_of\":\"2026-11-22\",\"items\":[{" GOAL "}]}",
      "source" },
    { CLARITY ("{" GOAL ",\"hint\":\"x\"}"), "items[0].hint" },
    { CLARITY ("{" GOAL ",\"gate\":true}"), "items[0].gate" },
    { CLARITY ("{" GOAL "},{" GOAL "}"), "items[1].id" },
    { CLARITY ("{\"name\":{\"en\":\"Goal\"},\"question\":{\"en\":\"What?\"},\"fields\":[\"objective\"]}"),
      "items[0].id" },
    { CLARITY ("{\"id\":\"Goal\",\"name\":{\"en\":\"Goal\"},\"question\":{\"en\":\"What?\"},\"fields\":[\"a\"]}"),
      "items[0].id" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"Goal\"},\"fields\":[\"objective\"]}"), "items[0].question" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"\"},\"question\":{\"en\":\"What?\"},\"fields\":[\"a\"]}"),
      "items[0].name" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"Goal\",\"de\":\"Ziel\"},\"question\":{\"en\":\"What?\"},"
               "\"fields\":[\"a\"]}"),
      "items[0].name" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"Goal\",\"Deutsch\":\"Ziel\"},\"question\":{\"en\":\"What?\"},"
               "\"fields\":[\"a\"]}"),
      "items[0].name" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"Goal\"},\"question\":{\"en\":\"What?\"},\"fields\":[]}"),
      "items[0].fields" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"Goal\"},\"question\":{\"en\":\"What?\"},\"fields\":[[]]}"),
      "items[0].fields" },
    { CLARITY ("{\"id\":\"goal\",\"name\":{\"en\":\"Goal\"},\"question\":{\"en\":\"What?\"},\"fields\":[1]}"),
      "items[0].fields" },
    { CLARITY ("{" GOAL ",\"settled_by\":{\"a\":[\"x\"],\"b\":[\"y\"]}}"), "items[0].settled_by" },
    { CLARITY ("{" GOAL ",\"settled_by\":{\"a\":\"x\"}}"), "items[0].settled_by.a" },
    { "{\"kind\":\"work-time\"," HEAD "\"items\":[{\"id\":\"day\",\"name\":{\"en\":\"Day\"},\"minutes\":0}]}",
      "items[0].minutes" },
    { "{\"kind\":\"work-time\"," HEAD "\"items\":[{\"id\":\"day\",\"name\":{\"en\":\"Day\"},\"minutes\":\"8\"}]}",
      "items[0].minutes" },
    { "{\"kind\":\"pay-floors\"," HEAD
      "\"items\":[{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"minutes\":60,\"currency\":\"USD\",\"amount\":\"20,00\"}]}",
      "items[0].amount" },
    { "{\"kind\":\"pay-floors\"," HEAD
      "\"items\":[{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"minutes\":60,\"currency\":\"$\",\"amount\":\"20.00\"}]}",
      "items[0].currency" },
    { "{\"kind\":\"warning-signs\"," HEAD "\"private_domains\":[\"a.b\"],\"items\":[]}", "negations" },
    { "{\"kind\":\"warning-signs\"," HEAD
      "\"private_domains\":[\"a.b\"],\"negations\":[\"no\"],\"items\":[{\"id\":\"a\",\"name\":{\"en\":\"A\"},"
      "\"question\":{\"en\":\"A?\"},\"why\":{\"en\":\"A\"},\"patterns\":{\"en\":[[\"a||b\"]]}}]}",
      "items[0].patterns.en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("“%s”:", cases[i].place);

      g_assert_null (foothold_rule_file_parse (json, "mine.json", english, &error));
      g_assert_error (error, FOOTHOLD_RULE_ERROR, FOOTHOLD_RULE_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "mine.json"));
      if (strstr (error->message, place) == NULL)
        g_error ("%s\nsays: %s", cases[i].json, error->message);
      /* also for a caller that does not want to know why */
      g_assert_null (foothold_rule_file_parse (json, "mine.json", english, NULL));
    }
}

/* The smallest good file, so that the cases above are refused for what they are. */
static void
test_good (void)
{
  const char *json = CLARITY ("{" GOAL ",\"settled_by\":{\"pay_kind\":[\"unpaid\"]}}");
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdRuleFile) file = foothold_rule_file_parse (bytes, "mine.json", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->items->len, ==, 1);
  g_assert_cmpstr (file->source, ==, "Us");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-data/shipped", test_shipped);
  g_test_add_func ("/rule-data/contents", test_contents);
  g_test_add_func ("/rule-data/countries", test_countries);
  g_test_add_func ("/rule-data/languages", test_languages);
  g_test_add_func ("/rule-data/work-time", test_work_time);
  g_test_add_func ("/rule-data/malformed", test_malformed);
  g_test_add_func ("/rule-data/good", test_good);

  return g_test_run ();
}
