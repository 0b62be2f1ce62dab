// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-json-cursor.h"
#include "exchange/foothold-json-guard.h"

/* F20 and F21 of the fault list: what the scan lets through, and what it refuses with which line. */

static void
test_good (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "0",
    "-0",
    "1e5",
    "\"\"",
    "true",
    " null ",
    "[1,2,3]",
    "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", /* 32 deep */
    "\"\\u00e9\\ud83d\\ude00\\n\\/\"",
    "9007199254740992",
    "-9007199254740992",
    "1.7e308",
    "0.1",
    "[\n]",
    "{\"\":1}",
    "\"\x7f\"",
    "{\"a\":1,\"A\":2}",
    "[{\"a\":1},{\"a\":1}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      foothold_json_guard (texts[i], strlen (texts[i]), FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (foothold_json_skip_value (foothold_json_skip_blanks (texts[i], texts[i] + strlen (texts[i])),
                                               texts[i] + strlen (texts[i]))
                     > texts[i]);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "", "Line 1: the file ends too early" },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "too deep" },
    { "{\n\"a\":\n1e999}", "Line 3: a number" },
    { "-1e999", "too large" },
    { "9007199254740993", "too large" },
    { "[\n12345678901234567890]", "Line 2: a number" },
    { "\"\\u0000\"", "zero character" },
    { "\"\\ud800\"", "half a character" },
    { "\"\\udc00\"", "half a character" },
    { "\"\\ud800\\u0041\"", "half a character" },
    { "{\"a\":1,\n\"a\":2}", "Line 2: a name occurs twice" },
    { "{\"a\":1,\"\\u0061\":2}", "occurs twice" },
    { "\"\xff\"", "not UTF-8" },
    { "[1,\n\"\xc3\"]", "Line 2: the text is not UTF-8" },
    { "\"a\tb\"", "control character" },
    { "\"a\nb\"", "control character" },
    { "\"\\x\"", "escape" },
    { "\"\\u12\"", "escape" },
    { "\"open", "does not end" },
    { "[1,]", "not JSON" },
    { "[,1]", "not JSON" },
    { "{\"a\":1,}", "not JSON" },
    { "{a:1}", "not JSON" },
    { "{\"a\"}", "not JSON" },
    { "[1 2]", "not JSON" },
    { "[1}", "bracket" },
    { "{\"a\":1]", "bracket" },
    { "]", "not JSON" },
    { "01", "number" },
    { "1.", "number" },
    { "1e", "number" },
    { "+1", "not JSON" },
    { ".5", "not JSON" },
    { "NaN", "not JSON" },
    { "Infinity", "not JSON" },
    { "1 2", "not JSON" },
    { "[1", "ends too early" },
    { "truex", "not JSON" },
    { "// x\n1", "not JSON" },
    { "\xef\xbb\xbf{}", "not JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].says);
      g_assert_false (foothold_json_guard (cases[i].text, strlen (cases[i].text), FOOTHOLD_JSON_STRICT, NULL, NULL,
                                           NULL, &error));
      g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_true (g_str_has_prefix (error->message, "Line "));
    }
  /* a zero byte inside */
  g_assert_false (foothold_json_guard ("\"a\0b\"", 5, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, NULL));
}

static void
test_flags (void)
{
  const char *text = "{\"a\":1,\"a\":2}";

  g_assert_true (foothold_json_guard (text, strlen (text), FOOTHOLD_JSON_DUPLICATES, NULL, NULL, NULL, NULL));
}

/* Every prefix of a good text is refused, and nothing is read past its end. */
static void
test_prefixes (void)
{
  const char *text = "{\"a\":[1,-2.5e3,\"x\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":null,\"d\":true}}";

  for (gsize n = 0; n < strlen (text); n++)
    {
      g_autofree char *part = g_memdup2 (text, n);

      g_assert_false (foothold_json_guard (part, n, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, NULL));
    }
}

static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');

  g_assert_false (foothold_json_guard (deep, 1000000, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, NULL));
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new ("[1");
  g_autoptr (GError) error = NULL;

  while (text->len < 2 * 1024 * 1024)
    g_string_append (text, ",1");
  g_string_append (text, "]");
  g_cancellable_cancel (cancellable);
  g_assert_false (foothold_json_guard (text->str, text->len, FOOTHOLD_JSON_STRICT, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A large file's encoding is looked at beside its grammar: what is said of it is the same. */
static void
test_large (void)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, 'x');
  const gsize length = strlen (text);
  g_autoptr (GError) error = NULL;

  text[0] = text[length - 1] = '"';
  g_assert_true (foothold_json_guard (text, length, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  text[length - 2] = '\xff';
  g_assert_false (foothold_json_guard (text, length, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Line 1: the text is not UTF-8.");
  g_clear_error (&error);

  /* of two faults that one is named */
  text[10] = '\n';
  g_assert_false (foothold_json_guard (text, length, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Line 2: the text is not UTF-8.");
  g_clear_error (&error);

  text[length - 2] = 'x';
  g_assert_false (foothold_json_guard (text, length, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Line 1: a text has a control character or a line break in it.");
}

static void
test_cursor (void)
{
  const char *text = "{ \"a\" : [ 1 , \"x\\n\\u00e9\\ud83d\\ude00\" ,{}, [] ] , \"b\":-7,\"c\":1.5, \"d\" :null}";
  FootholdJsonCursor cursor = foothold_json_cursor ((FootholdJsonSlice) { text, strlen (text) });
  FootholdJsonSlice key, value, element;
  FootholdJsonCursor inner;
  g_autofree char *string = NULL;
  gint64 number;

  g_assert_true (foothold_json_guard (text, strlen (text), FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, NULL));
  g_assert_true (foothold_json_next_member (&cursor, &key, &value));
  g_assert_true (foothold_json_key_is (key, "a"));
  inner = foothold_json_cursor (value);
  g_assert_true (foothold_json_next_element (&inner, &element));
  g_assert_true (foothold_json_integer (element, &number));
  g_assert_cmpint (number, ==, 1);
  g_assert_true (foothold_json_next_element (&inner, &element));
  string = foothold_json_string (element);
  g_assert_cmpstr (string, ==, "x\né😀");
  g_assert_true (foothold_json_next_element (&inner, &element));
  g_assert_cmpint (foothold_json_kind (element), ==, '{');
  g_assert_true (foothold_json_next_element (&inner, &element));
  g_assert_cmpint (foothold_json_kind (element), ==, '[');
  g_assert_false (foothold_json_next_element (&inner, &element));

  g_assert_true (foothold_json_next_member (&cursor, &key, &value));
  g_assert_true (foothold_json_integer (value, &number));
  g_assert_cmpint (number, ==, -7);
  g_assert_true (foothold_json_next_member (&cursor, &key, &value));
  g_assert_false (foothold_json_integer (value, &number));
  g_assert_true (foothold_json_next_member (&cursor, &key, &value));
  g_assert_cmpint (foothold_json_kind (value), ==, 'n');
  g_assert_false (foothold_json_next_member (&cursor, &key, &value));
}

/* Texts are looked at eight bytes at a time: what ends or spoils one is found at every place in and behind the eight.
 */
static void
test_places (void)
{
  for (guint before = 0; before < 20; before++)
    for (guint after = 0; after < 12; after++)
      {
        g_autofree char *left = g_strnfill (before, 'x');
        g_autofree char *right = g_strnfill (after, '!');
        g_autofree char *good = g_strdup_printf ("\"%s\\\"é %s\"", left, right);
        g_autofree char *control = g_strdup_printf ("[\"%s\x1f%s\"]", left, right);
        g_autofree char *escape = g_strdup_printf ("[\"%s\\q%s\"]", left, right);
        g_autofree char *open = g_strdup_printf ("[\"%s\\\\%s", left, right);
        g_autoptr (GError) error = NULL;

        foothold_json_guard (good, strlen (good), FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_false (foothold_json_guard (control, strlen (control), FOOTHOLD_JSON_STRICT, NULL, NULL, NULL,
                                             &error));
        g_assert_nonnull (strstr (error->message, "control character"));
        g_clear_error (&error);
        g_assert_false (foothold_json_guard (escape, strlen (escape), FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error));
        g_assert_nonnull (strstr (error->message, "escape"));
        g_clear_error (&error);
        g_assert_false (foothold_json_guard (open, strlen (open), FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error));
        g_assert_nonnull (strstr (error->message, "does not end"));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-guard/good", test_good);
  g_test_add_func ("/json-guard/bad", test_bad);
  g_test_add_func ("/json-guard/flags", test_flags);
  g_test_add_func ("/json-guard/prefixes", test_prefixes);
  g_test_add_func ("/json-guard/places", test_places);
  g_test_add_func ("/json-guard/depth", test_depth);
  g_test_add_func ("/json-guard/cancel", test_cancel);
  g_test_add_func ("/json-guard/large", test_large);
  g_test_add_func ("/json-cursor/walk", test_cursor);
  return g_test_run ();
}
