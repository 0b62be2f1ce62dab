// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-sample.h"

/* Counted dates become dates and instants, and nothing else in the file changes. */

#define SAMPLE_OPPORTUNITIES 60

static char *
resolve (const char *text, GDateTime *today)
{
  g_autoptr (GBytes) source = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) bytes = foothold_sample_resolve (source, today);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_resolves (GDateTime *today, const char *text, const char *expected)
{
  g_autofree char *resolved = resolve (text, today);

  g_assert_cmpstr (resolved, ==, expected);
}

static void
test_dates (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 ("2026-12-30T23:50:00Z", NULL);

  assert_resolves (today, "[\"+0d\", \"+3d\", \"-30d\"]", "[\"2026-12-30\", \"2027-01-02\", \"2026-11-30\"]");
  assert_resolves (today, "{\"at\": \"-1d 08:05\"}", "{\"at\": \"2026-12-29T08:05:00.000Z\"}");
}

/* An instant is a time of the person's own day, written in UTC. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) today = g_date_time_new (zone, 2026, 11, 22, 3, 0, 0);

  assert_resolves (today, "\"+0d\"", "\"2026-11-22\"");
  assert_resolves (today, "\"-1d 02:30\"", "\"2026-11-20T19:30:00.000Z\"");
}

/* Clocks change at 02:00 that night; a time that does not exist must not lose the row. */
static void
test_clock_change (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Warsaw");
  g_autoptr (GDateTime) today = NULL;
  g_autofree char *resolved = NULL;

  if (zone == NULL)
    {
      g_test_skip ("no time zone data here");
      return;
    }
  today = g_date_time_new (zone, 2026, 3, 30, 12, 0, 0);
  resolved = resolve ("\"-1d 02:30\"", today);
  g_assert_true (g_str_has_prefix (resolved, "\"2026-03-29T"));
  g_assert_true (g_str_has_suffix (resolved, "Z\""));
}

static void
test_leaves_alone (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  static const char *const texts[] = {
    "",
    "{}",
    "\"d\"",
    "\"+d\"",
    "\"+3\"",
    "\"+3d \"",
    "\"+3d 1:00\"",
    "\"+3d 10:00:00\"",
    "\"+3d 99:00\"",
    "\" +3d\"",
    "\"+123456d\"",
    "\"in +3d\"",
    "\"say \\\"+3d\\\" twice\"",
    "\"ends with a backslash \\\\\", 1",
    "+3d",
    "\"never closed +3d",
    "\"+3d\\",
    "\"Łódź, Đà Nẵng\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_resolves (today, texts[i], texts[i]);
}

static void
check_strings (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        check_strings (l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_strings (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      /* None is left over. */
      g_assert_false ((text[0] == '+' || text[0] == '-') && g_ascii_isdigit (text[1]) && strchr (text, 'd') != NULL);
    }
}

/* The shipped file is whole: about a semester's worth, every kind of answer somewhere, no date of it far away. */
static void
test_shipped (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_sample_load (today, &error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pays = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *root;
  JsonArray *opportunities;

  g_assert_no_error (error);
  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  check_strings (json_parser_get_root (parser));

  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "foothold");
  opportunities = json_object_get_array_member (root, "opportunities");
  g_assert_cmpuint (json_array_get_length (opportunities), >=, SAMPLE_OPPORTUNITIES);
  for (guint i = 0; i < json_array_get_length (opportunities); i++)
    {
      JsonObject *opportunity = json_array_get_object_element (opportunities, i);
      const char *created = json_object_get_string_member (opportunity, "created_at");
      g_autoptr (GDateTime) created_at = g_date_time_new_from_iso8601 (created, NULL);

      g_assert_nonnull (created_at);
      g_assert_cmpint (g_date_time_compare (created_at, today), <, 0);
      g_hash_table_add (states, (gpointer) json_object_get_string_member (opportunity, "state"));
      if (!json_object_get_null_member (opportunity, "pay_kind"))
        g_hash_table_add (pays, (gpointer) json_object_get_string_member (opportunity, "pay_kind"));
    }
  g_assert_cmpuint (g_hash_table_size (states), ==, 6);
  g_assert_cmpuint (g_hash_table_size (pays), ==, 6);
}

typedef struct
{
  guint n_opportunities, n_rows;
} Counts;

static gboolean
count_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  ((Counts *) user_data)->n_opportunities++;
  foothold_dossier_unref (dossier);
  return TRUE;
}

static gboolean
count_row (gpointer user_data, FootholdRow *row, GError **error)
{
  ((Counts *) user_data)->n_rows++;
  foothold_row_unref (row);
  return TRUE;
}

static gboolean
refuse_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s: %s", where, field != NULL ? field : "entry",
               reason);
  return FALSE;
}

/* The importer of our own format has nothing to complain about. */
static void
test_imports (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  Counts counts = { 0 };
  const FootholdSink sink = {
    .user_data = &counts,
    .take_dossier = count_dossier,
    .take_row = count_row,
    .problem = refuse_problem,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_sample_load (today, &error);

  g_assert_no_error (error);
  foothold_import_bytes (bytes, "sample.json", &sink, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_opportunities, >=, SAMPLE_OPPORTUNITIES);
  g_assert_cmpuint (counts.n_rows, >=, SAMPLE_OPPORTUNITIES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/dates", test_dates);
  g_test_add_func ("/sample/zone", test_zone);
  g_test_add_func ("/sample/clock-change", test_clock_change);
  g_test_add_func ("/sample/leaves-alone", test_leaves_alone);
  g_test_add_func ("/sample/shipped", test_shipped);
  g_test_add_func ("/sample/imports", test_imports);
  return g_test_run ();
}
