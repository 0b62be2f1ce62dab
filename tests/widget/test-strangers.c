// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/store-fixture.h"
#include "widget-fixture.h"

#include "exchange/foothold-limits.h"
#include "model/foothold-opportunity.h"
#include "model/foothold-profile.h"
#include "sqlite/foothold-db-error.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-opportunity-page.h"
#include "views/import/foothold-staged-row.h"
#include "views/import/foothold-text-page.h"
#include "views/profile/foothold-goal-item.h"
#include "views/profile/foothold-skill-item.h"
#include "views/restore/foothold-trouble-page.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toast-title.h"

/*
 * Strangers' text is never markup (F39): a hundred payloads in the fields that
 * show it, with warnings fatal, read back from the labels on the screen. And
 * strangers' addresses are inert unless they are of three kinds (F40).
 */

static const char *const heads[] = {
  "<b>", "<span foreground='red'>", "&amp;", "&", "<a href=\"file:///etc/passwd\">", "</span>", "_", "%s%n", "\\u003c",
  "<",
};

static const char *const tails[] = {
  "plain", "</b>", "<", "&#x41;", "<!--", "<i>x</b>", "&lt;b&gt;", "]]>", "\"'", "Łódź &c",
};

/* (transfer full) */
static char *
dup_payload (guint i)
{
  return g_strconcat (heads[i / G_N_ELEMENTS (tails)], "Job ", tails[i % G_N_ELEMENTS (tails)], NULL);
}

#define N_PAYLOADS (G_N_ELEMENTS (heads) * G_N_ELEMENTS (tails))

/* Whether a visible label, or a text that can be edited, below @widget reads exactly @text. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  if (GTK_IS_EDITABLE (widget) && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), text) == 0)
    return TRUE;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *content = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &content, NULL);
      if (g_strcmp0 (content, text) == 0)
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_shows (GtkWidget *widget, const char *text)
{
  if (!shows (widget, text))
    g_error ("%s does not show “%s”", G_OBJECT_TYPE_NAME (widget), text);
}

static void
test_helpers (void)
{
  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);
      GtkWidget *row = g_object_ref_sink (foothold_action_row_new (text, text));
      GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
      g_autoptr (AdwToast) toast = g_object_ref_sink (foothold_toast_new (text));

      assert_shows (row, text);
      foothold_label_set_text (GTK_LABEL (label), text);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
      foothold_label_set_lines (GTK_LABEL (label), text);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
      g_assert_cmpstr (foothold_toast_get_text (toast), ==, text);
      g_assert_finalize_object (row);
      g_assert_finalize_object (label);
    }
}

static void
test_trouble (void)
{
  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);
      g_autoptr (GError) error = g_error_new_literal (FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_IO, text);
      GtkWidget *page = g_object_ref_sink (foothold_trouble_page_new (error, "/nowhere"));
      g_autofree char *whole = g_strconcat (text, "\nThere is no backup yet.", NULL);

      assert_shows (page, whole);
      g_assert_finalize_object (page);
    }
}

static void
loaded_cb (FootholdProfile *profile, gboolean *loaded)
{
  *loaded = TRUE;
}

static void
test_profile (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdProfile) profile = NULL;
  gboolean loaded = FALSE;
  GPtrArray *rows;

  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);
      g_autoptr (FootholdRow) goal = foothold_row_new (&foothold_goal_row_type);
      g_autoptr (FootholdRow) skill = foothold_row_new (&foothold_skill_row_type);

      ((FootholdGoalRow *) goal)->rank = i;
      ((FootholdGoalRow *) goal)->title = g_strdup (text);
      ((FootholdSkillRow *) skill)->name = g_strdup_printf ("%u %s", i, text);
      ((FootholdSkillRow *) skill)->wanted = 1;
      store_fixture_save_row (fixture, "Add", NULL, goal);
      store_fixture_save_row (fixture, "Add", NULL, skill);
    }

  profile = foothold_profile_new (fixture->store);
  g_signal_connect (profile, "changed", G_CALLBACK (loaded_cb), &loaded);
  WAIT_FOR (loaded);

  rows = foothold_profile_get_goals (profile);
  g_assert_cmpuint (rows->len, ==, N_PAYLOADS);
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdGoalRow *goal = g_ptr_array_index (rows, i);
      GtkWidget *item = g_object_ref_sink (foothold_goal_item_new (profile, goal->row.id));

      foothold_goal_item_update (FOOTHOLD_GOAL_ITEM (item), goal, i, rows->len);
      assert_shows (item, goal->title);
      g_assert_finalize_object (item);
    }
  rows = foothold_profile_get_skills (profile);
  g_assert_cmpuint (rows->len, ==, N_PAYLOADS);
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdSkillRow *skill = g_ptr_array_index (rows, i);
      GtkWidget *item = g_object_ref_sink (foothold_skill_item_new (profile, skill->row.id));

      foothold_skill_item_update (FOOTHOLD_SKILL_ITEM (item), skill);
      assert_shows (item, skill->name);
      g_assert_finalize_object (item);
    }
}

static void
test_preview (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStaging) staging = foothold_staging_new (fixture->dir, &error);
  const FootholdSink *sink;
  g_autoptr (FootholdStagedList) list = NULL;

  g_assert_no_error (error);
  sink = foothold_staging_get_sink (staging);
  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);

      sink->take_dossier (sink->user_data, store_fixture_dossier (text, NULL), &error);
      g_assert_no_error (error);
    }

  /* Not compared yet: each entry is new. */
  list = foothold_staged_list_new (staging);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_PAYLOADS);
  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);
      g_autoptr (FootholdStagedItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      GtkWidget *row = g_object_ref_sink (foothold_staged_row_new (list));

      foothold_staged_row_set_item (FOOTHOLD_STAGED_ROW (row), item);
      assert_shows (row, text);
      g_assert_finalize_object (row);
    }

  /* Ticks: one, none, all; each is what the list says it is. */
  {
    g_autoptr (FootholdStagedItem) item = g_list_model_get_item (G_LIST_MODEL (list), 70);

    g_assert_true (foothold_staged_list_set_wanted (list, item, FALSE, &error));
    g_assert_cmpuint (foothold_staged_list_get_n_wanted (list), ==, N_PAYLOADS - 1);
    foothold_staged_list_set_all_wanted (list, FALSE);
    g_assert_cmpuint (foothold_staged_list_get_n_wanted (list), ==, 0);
    foothold_staged_list_set_all_wanted (list, TRUE);
    g_assert_true (foothold_staged_item_get_wanted (item));
    g_assert_cmpuint (foothold_staged_list_get_n_wanted (list), ==, N_PAYLOADS);
  }
}

static void
test_board (StoreFixture *fixture, gconstpointer data)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *board, *page, *window;

  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);
      g_autofree char *organisation = g_strdup_printf ("%u %s", i, text);
      g_autoptr (FootholdDossier) dossier = store_fixture_dossier (text, organisation);
      gint64 id;

      g_set_str (&dossier->opportunity->objective, text);
      g_set_str (&dossier->opportunity->location, text);
      g_set_str (&dossier->opportunity->notes, text);
      id = store_fixture_save_dossier (fixture, "Add", dossier);
      g_array_append_val (ids, id);
    }

  board = foothold_board_view_new (fixture->store);
  window = widget_fixture_window (board, 1000, 700);
  WAIT_FOR ((page = widget_fixture_find (board, FOOTHOLD_TYPE_OPPORTUNITY_PAGE)) != NULL);
  /* The list is there first: where the focus goes into it, it selects, and the page follows. */
  WAIT_FOR (foothold_recycler_get_n_rows (FOOTHOLD_RECYCLER (widget_fixture_find (board, FOOTHOLD_TYPE_RECYCLER))) > 0);
  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *text = dup_payload (i);
      const gint64 id = g_array_index (ids, gint64, i);

      foothold_board_view_open (FOOTHOLD_BOARD_VIEW (board), id);
      WAIT_FOR (foothold_opportunity_page_get_id (FOOTHOLD_OPPORTUNITY_PAGE (page)) == id && shows (page, text));
    }
  /* The cards that are on the screen by now show their titles too: the newest is the first. */
  {
    g_autofree char *text = dup_payload (N_PAYLOADS - 1);

    WAIT_FOR (shows (board, text));
  }

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (ids);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What is pasted or dropped ends at its limit, however much the other program sends. */
static void
test_pasted_limit (void)
{
  static const gsize sizes[] = { 0, 1, FOOTHOLD_LIMIT_PASTED, FOOTHOLD_LIMIT_PASTED + 1, 3 * FOOTHOLD_LIMIT_PASTED };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GInputStream) stream =
        g_memory_input_stream_new_from_data (g_malloc0 (MAX (sizes[i], 1)), (gssize) sizes[i], g_free);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      foothold_text_page_read_async (stream, read_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      bytes = foothold_text_page_read_finish (result, &error);
      g_assert_true (g_input_stream_is_closed (stream));
      if (sizes[i] <= FOOTHOLD_LIMIT_PASTED)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), ==, sizes[i]);
        }
      else
        {
          g_assert_null (bytes);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
        }
    }
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *uri;
    gboolean allowed;
  } table[] = {
    { "https://jobs.example.org/1", TRUE },
    { "http://jobs.example.org/1", TRUE },
    { "HTTPS://JOBS.EXAMPLE.ORG/1", TRUE },
    { "https://jobs.example.org:8443/a?b=c#d", TRUE },
    { "mailto:host@example.org", TRUE },
    { NULL, FALSE },
    { "", FALSE },
    { " ", FALSE },
    { "https://", FALSE },
    { "https:///etc/passwd", FALSE },
    { "http:", FALSE },
    { "//jobs.example.org", FALSE },
    { "jobs.example.org", FALSE },
    { "file:///etc/passwd", FALSE },
    { "FILE:///etc/passwd", FALSE },
    { "ftp://example.org/x", FALSE },
    { "sftp://example.org/x", FALSE },
    { "smb://example.org/x", FALSE },
    { "dav://example.org/x", FALSE },
    { "ssh://example.org", FALSE },
    { "javascript:alert(1)", FALSE },
    { "JaVaScRiPt:alert(1)", FALSE },
    { "data:text/html,<script>alert(1)</script>", FALSE },
    { "vbscript:x", FALSE },
    { "about:blank", FALSE },
    { "blob:https://example.org/1", FALSE },
    { "view-source:https://example.org", FALSE },
    { "steam://run/1", FALSE },
    { "apt:evil", FALSE },
    { "help:foothold", FALSE },
    { "admin:///etc/passwd", FALSE },
    { "trash:///", FALSE },
    { "computer:///", FALSE },
    { "resource:///x", FALSE },
    { "tel:+123", FALSE },
    { "ms-msdt:/id", FALSE },
    { "appstream://x", FALSE },
    { "/etc/passwd", FALSE },
    { "../x.desktop", FALSE },
    { "--help", FALSE },
    { "https://example.org/\nfile:///x", FALSE },
    { "java\nscript:alert(1)", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].uri == NULL ? "(null)" : table[i].uri);
      g_assert_cmpint (foothold_link_is_allowed (table[i].uri), ==, table[i].allowed);
    }
  /* A lookalike letter shows in the host. */
  {
    g_autofree char *host = foothold_link_host ("https://ex\xd0\xb0mple.org/");

    g_assert_true (host == NULL || g_str_is_ascii (host));
  }
}

/* What a text holds of them is found whole, and nothing that may not be opened. */
static void
test_addresses_in_a_text (void)
{
  static const struct
  {
    const char *text;
    const char *found[4];
  } table[] = {
    { "", { NULL } },
    { "No address at all, e.g. none.", { NULL } },
    { "Apply at https://jobs.example.org/1.", { "https://jobs.example.org/1" } },
    { "(see https://example.org/a_(b)) or <http://example.org/?q=1&r=>",
      { "https://example.org/a_(b)", "http://example.org/?q=1&r=" } },
    { "„https://example.org/übung“, mailto:host@example.org!",
      { "https://example.org/übung", "mailto:host@example.org" } },
    { "https://example.org/ and again https://example.org/", { "https://example.org/" } },
    { "xhttps://example.org javascript:alert(1) file:///etc/passwd", { NULL } },
    { "https://bank.example@evil.example/ https://example.org/\u202egnp", { NULL } },
    { "https:// http://. mailto:", { NULL } },
    { "https://a.example https://b.example https://c.example https://d.example https://e.example",
      { "https://a.example", "https://b.example", "https://c.example", "https://d.example" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) found = foothold_link_find (table[i].text, G_N_ELEMENTS (table[i].found));
      guint n = 0;

      g_test_message ("%s", table[i].text);
      for (; n < G_N_ELEMENTS (table[i].found) && table[i].found[n] != NULL; n++)
        {
          g_assert_cmpuint (found->len, >, n);
          g_assert_cmpstr (g_ptr_array_index (found, n), ==, table[i].found[n]);
        }
      g_assert_cmpuint (found->len, ==, n);
    }
}

int
main (int argc, char **argv)
{
  widget_fixture_init (&argc, &argv);
  g_test_add_func ("/strangers/helpers", test_helpers);
  g_test_add_func ("/strangers/trouble", test_trouble);
  g_test_add ("/strangers/profile", StoreFixture, NULL, store_fixture_set_up_quick, test_profile,
              store_fixture_tear_down);
  g_test_add ("/strangers/preview", StoreFixture, NULL, store_fixture_set_up_quick, test_preview,
              store_fixture_tear_down);
  g_test_add ("/strangers/board", StoreFixture, NULL, store_fixture_set_up_quick, test_board, store_fixture_tear_down);
  g_test_add_func ("/strangers/pasted-limit", test_pasted_limit);
  g_test_add_func ("/strangers/addresses", test_addresses);
  g_test_add_func ("/strangers/addresses-in-a-text", test_addresses_in_a_text);
  return g_test_run ();
}
