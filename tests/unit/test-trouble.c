/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what can go wrong: whole, short, and saying what F5, F6, F8, F27, F28 and F33 ask of it. */

#include "sqlite/foothold-trouble.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

static guint
n_sentences (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    if (strchr (".!?", *at) != NULL && (at[1] == ' ' || at[1] == '\0'))
      n++;

  return n;
}

static void
assert_sentence (const char *text)
{
  g_test_message ("%s", text);
  g_assert_cmpuint (strlen (text), >, 30);
  g_assert_true (g_ascii_isupper (*text));
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_cmpuint (n_sentences (text), <=, 2);
  /* nothing of the machinery */
  g_assert_null (strstr (text, "SQL"));
  g_assert_null (strstr (text, "errno"));
}

static void
test_whole (void)
{
  for (guint code = 0; code < FOOTHOLD_DB_N_ERRORS; code++)
    {
      const FootholdTrouble *row = foothold_trouble_get (code);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (row->code, ==, code);
      assert_sentence (row->sentence);
      if (row->opening != NULL)
        assert_sentence (row->opening);
      g_assert_cmpuint (n_sentences (row->title), ==, 0);
      g_assert_true (g_ascii_isupper (*row->title));
      if (row->banner != NULL)
        g_assert_false (g_str_has_suffix (row->banner, "."));
      /* what cannot be helped here is at least nothing lost */
      g_assert_true (row->helps != FOOTHOLD_HELPS_NOTHING || row->kept == FOOTHOLD_KEPT_ALL);
      g_assert_true (row->kept != FOOTHOLD_KEPT_UNSURE || (row->helps & FOOTHOLD_HELPS_RESTORE) != 0);

      /* the errors say what their row says, whatever the detail is */
      foothold_db_set_error_code (&error, code, "SQLITE_DETAIL");
      g_assert_cmpstr (error->message, ==, foothold_trouble_get_sentence (row));
      g_assert_true (foothold_trouble_of (error) == row);
      g_assert_cmpstr (foothold_trouble_opening (error), ==, row->opening != NULL ? row->opening : row->sentence);
    }
}

static void
test_others (void)
{
  g_autoptr (GError) other = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "Elsewhere.");
  g_autoptr (GError) own = g_error_new_literal (FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_IO, "More than the row says.");

  g_assert_null (foothold_trouble_of (NULL));
  g_assert_null (foothold_trouble_of (other));
  g_assert_cmpstr (foothold_trouble_opening (other), ==, "Elsewhere.");
  g_assert_cmpstr (foothold_trouble_opening (own), ==, "More than the row says.");
  g_assert_true (foothold_trouble_get (FOOTHOLD_DB_N_ERRORS) == foothold_trouble_get (FOOTHOLD_DB_ERROR_FAILED));
}

typedef struct
{
  int sqlite; /* a result code, or 0 */
  int system; /* an errno, or 0 */
  const char *title;
  const char *says[3]; /* what happened, what was kept, what to do */
  guint helps; /* at least */
} Case;

static const Case cases[] = {
  /* F5 */
  { SQLITE_FULL,
    ENOSPC,
    "The Disk Is Full",
    { "disk is full, so nothing was saved", "What was there is kept", "free some space" },
    FOOTHOLD_HELPS_RETRY },
  { SQLITE_FULL,
    EDQUOT,
    "The Disk Is Full",
    { "full", "What was there is kept", "free some space" },
    FOOTHOLD_HELPS_RETRY },
  /* F6 */
  { SQLITE_IOERR_WRITE,
    EIO,
    "The Disk Reports an Error",
    { "disk reported an error, so the change was not saved", "What was saved before is kept", "check the disk" },
    FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_RESTORE },
  /* F8 */
  { SQLITE_READONLY,
    EROFS,
    "Your Data Is Write-Protected",
    { "can only be read", "nothing can be changed", "move it" } },
  { SQLITE_PERM, EACCES, "Your Data Is Write-Protected", { "can only be read", "nothing can be changed", "move it" } },
  /* F28 */
  { 0,
    EISDIR,
    "Not a Foothold File",
    { "not a Foothold data file", "left as it is", "choose another" },
    FOOTHOLD_HELPS_RESTORE | FOOTHOLD_HELPS_COPY },
  /* F33 */
  { SQLITE_READONLY_DBMOVED,
    0,
    "Your Data Was Moved",
    { "moved, replaced or deleted by another program", "the change was not saved", "save a copy" },
    FOOTHOLD_HELPS_COPY },
  { SQLITE_CORRUPT_VTAB,
    0,
    "Your Data Is Damaged",
    { "damaged", "kept as it is", "restore a backup" },
    FOOTHOLD_HELPS_RESTORE | FOOTHOLD_HELPS_SALVAGE | FOOTHOLD_HELPS_COPY },
};

static void
assert_case (const Case *self, const GError *error)
{
  const FootholdTrouble *row = foothold_trouble_of (error);

  g_assert_cmpstr (foothold_trouble_get_title (row), ==, self->title);
  for (guint i = 0; i < G_N_ELEMENTS (self->says); i++)
    g_assert_nonnull (strstr (error->message, self->says[i]));
  g_assert_cmphex (row->helps & self->helps, ==, self->helps);
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) of_errno = NULL;

      if (cases[i].sqlite != 0)
        {
          foothold_db_set_error (&error, cases[i].sqlite, "detail");
          assert_case (&cases[i], error);
        }
      if (cases[i].system != 0)
        {
          foothold_db_set_error_errno (&of_errno, cases[i].system, "write", "a file");
          assert_case (&cases[i], of_errno);
        }
    }
}

/* F27 */
static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;

  foothold_trouble_set_newer (&error, 17, 4);
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NEWER);
  assert_sentence (error->message);
  g_assert_nonnull (strstr (error->message, "17"));
  g_assert_nonnull (strstr (error->message, "up to 4"));
  g_assert_nonnull (strstr (error->message, "left as it is"));
  g_assert_nonnull (strstr (error->message, "update Foothold"));
  /* the versions are not lost on the page of trouble */
  g_assert_cmpstr (foothold_trouble_opening (error), ==, error->message);
}

/* F28: on one's own data "choose another file" would be no help. */
static void
test_opening (void)
{
  g_autoptr (GError) foreign = NULL;

  foothold_db_set_error_code (&foreign, FOOTHOLD_DB_ERROR_FOREIGN, "detail");
  g_assert_nonnull (strstr (foreign->message, "belongs to another program"));
  g_assert_nonnull (strstr (foreign->message, "choose another"));
  g_assert_null (strstr (foothold_trouble_opening (foreign), "choose another"));
  g_assert_nonnull (strstr (foothold_trouble_opening (foreign), "left as it is"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trouble/whole", test_whole);
  g_test_add_func ("/trouble/others", test_others);
  g_test_add_func ("/trouble/faults", test_faults);
  g_test_add_func ("/trouble/newer", test_newer);
  g_test_add_func ("/trouble/opening", test_opening);
  return g_test_run ();
}
