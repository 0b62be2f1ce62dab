// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "views/board/foothold-attachment-opener.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-text.h"

/* The list widget over a plain model: few widgets, the right ones, and a selection that follows its item. */

#define PLAIN_TYPE_ROW (plain_row_get_type ())
G_DECLARE_FINAL_TYPE (PlainRow, plain_row, PLAIN, ROW, FootholdRecyclerRow)

struct _PlainRow
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (PlainRow, plain_row, FOOTHOLD_TYPE_RECYCLER_ROW)

static guint n_bound;
static int least_width; /* of a row; -1: no matter */
static gboolean low_tenth; /* every tenth item is lower than the others */

static void
plain_row_bind (FootholdRecyclerRow *row, GObject *item)
{
  const char *text = item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : "";

  n_bound++;
  gtk_label_set_text (GTK_LABEL (PLAIN_ROW (row)->label), text);
  gtk_widget_set_size_request (PLAIN_ROW (row)->label, least_width,
                               !low_tenth || g_str_has_suffix (text, "0") ? 50 : 80);
}

static void
plain_row_class_init (PlainRowClass *klass)
{
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = plain_row_bind;
}

static void
plain_row_init (PlainRow *self)
{
  self->label = gtk_label_new ("");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *scroller;
  FootholdRecycler *list;
  GListStore *model;
} Fixture;

static guint
locate (GListModel *model, gpointer item, guint hint)
{
  guint at;

  return g_list_store_find (G_LIST_STORE (model), item, &at) ? at : GTK_INVALID_LIST_POSITION;
}

/* @data: the least width of a row, or nothing. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  least_width = data != NULL ? GPOINTER_TO_INT (data) : -1;
  fixture->model = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Item %d", i);
      g_autoptr (GtkStringObject) item = gtk_string_object_new (text);

      g_list_store_append (fixture->model, item);
    }
  fixture->list = foothold_recycler_new (PLAIN_TYPE_ROW);
  foothold_recycler_set_locate_func (fixture->list, locate);
  foothold_recycler_set_model (fixture->list, G_LIST_MODEL (fixture->model));
  fixture->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_WIDGET (fixture->list));
  gtk_widget_set_vexpand (fixture->scroller, TRUE);
  fixture->window = widget_fixture_window (fixture->scroller, 400, 500);
  WAIT_FOR (foothold_recycler_get_row (fixture->list, 5) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = g_object_ref (GTK_WIDGET (fixture->list));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (list);
  g_object_unref (fixture->model);
}

static const char *
text_at (Fixture *fixture, guint position)
{
  FootholdRecyclerRow *row = foothold_recycler_get_row (fixture->list, position);

  return row != NULL ? gtk_label_get_text (GTK_LABEL (PLAIN_ROW (row)->label)) : NULL;
}

static void
press (Fixture *fixture, guint key)
{
  /* The bindings are the class's: found as the key would find them. */
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->list));
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !done; n++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->list),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (done);
}

static void
test_few_widgets (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));

  const guint n_seen =
    (guint) (gtk_adjustment_get_page_size (adjustment) / gtk_adjustment_get_step_increment (adjustment));

  /* A few a frame, and no more than are seen. */
  g_assert_cmpstr (text_at (fixture, 0), ==, "Item 0");
  WAIT_FOR (text_at (fixture, n_seen - 1) != NULL);
  g_assert_cmpuint (foothold_recycler_get_n_rows (fixture->list), <=, 13);

  /* One row further binds one row. */
  n_bound = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_step_increment (adjustment));
  widget_fixture_paint (fixture->window);
  g_assert_cmpuint (n_bound, <=, 2);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  WAIT_FOR (text_at (fixture, 1999) != NULL);
  g_assert_cmpstr (text_at (fixture, 1999), ==, "Item 1999");
  g_assert_cmpuint (foothold_recycler_get_n_rows (fixture->list), <=, 14);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Home);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 0);
  press (fixture, GDK_KEY_Down);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 1);
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), >, 3);
  press (fixture, GDK_KEY_End);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 1999);
  g_assert_cmpstr (text_at (fixture, 1999), ==, "Item 1999");
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (fixture->list))
                 == GTK_WIDGET (foothold_recycler_get_row (fixture->list, 1999)));
  press (fixture, GDK_KEY_Up);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 1998);
}

/* The focused row stays alive when it is scrolled away, and keys go on from it. */
static void
test_focus_survives_scrolling (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));

  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Down);
  gtk_adjustment_set_value (adjustment, 50000);
  widget_fixture_paint (fixture->window);
  g_assert_cmpstr (text_at (fixture, 1), ==, "Item 1");
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->list)));
  press (fixture, GDK_KEY_Down);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1000);
}

static void
test_selection_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkStringObject) fresh = gtk_string_object_new ("Fresh");
  g_autoptr (GObject) moved = NULL;

  foothold_recycler_set_selected (fixture->list, 3);
  g_list_store_insert (fixture->model, 0, fresh);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 4);
  g_assert_cmpstr (text_at (fixture, 4), ==, "Item 3");

  /* Taken out and put in elsewhere in one splice, as a change of order does. */
  moved = g_list_model_get_item (G_LIST_MODEL (fixture->model), 4);
  {
    gpointer items[3];
    g_autoptr (GObject) two = g_list_model_get_item (G_LIST_MODEL (fixture->model), 2);
    g_autoptr (GObject) three = g_list_model_get_item (G_LIST_MODEL (fixture->model), 3);

    items[0] = moved;
    items[1] = two;
    items[2] = three;
    g_list_store_splice (fixture->model, 2, 3, items, 3);
  }
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 2);

  g_list_store_remove (fixture->model, 2);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, GTK_INVALID_LIST_POSITION);
  g_list_store_remove_all (fixture->model);
  widget_fixture_paint (fixture->window);
  g_assert_null (foothold_recycler_get_row (fixture->list, 0));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  FootholdRecyclerRow *row;

  foothold_recycler_set_selected (fixture->list, 2);
  row = foothold_recycler_get_row (fixture->list, 2);
  gtk_test_accessible_assert_role (fixture->list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 3);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, 2000);
  foothold_recycler_set_selected (fixture->list, 3);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "list.select", NULL));
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 2);
}

static void
assert_visible (const char *text, const char *expected)
{
  g_autofree char *shown = foothold_text_visible (text, FALSE);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_text (void)
{
  GtkWidget *row = g_object_ref_sink (foothold_action_row_new ("<b>bold</b> & co", "_under"));

  assert_visible ("Łódź <i>&amp;</i>", "Łódź <i>&amp;</i>");
  assert_visible ("a\u202eb", "a⟨U+202E⟩b");
  assert_visible ("one\ntwo", "one two");
  assert_visible ("bell\a", "bell⟨U+0007⟩");
  assert_visible (NULL, "");
  assert_visible ("bad \xff byte", "bad \uFFFD byte");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "<b>bold</b> & co");
  g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
  g_assert_finalize_object (row);
}

/* From the first frame on a row has the width it needs: measuring it for less is a warning, which ends the test. */
static void
test_wide_rows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (foothold_recycler_get_row (fixture->list, i))), >=,
                     GPOINTER_TO_INT (data));
}

static void
test_links (void)
{
  static const char *const good[] = { "https://example.org/a?b=c", "http://example.org", "https://bücher.example/x" };
  static const char *const bad[] = { "javascript:alert(1)",
                                     "file:///etc/passwd",
                                     "data:text/html,x",
                                     "https:///nohost",
                                     "https://bank.example@evil.example/",
                                     "ftp://example.org",
                                     "https://exa mple.org",
                                     "https://example.org/\u202e",
                                     "smb://host/share",
                                     "",
                                     "example.org" };
  g_autofree char *host = foothold_link_host ("https://bücher.example/x");

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (foothold_link_is_web (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (foothold_link_is_allowed (bad[i]));
  g_assert_false (foothold_link_is_allowed (NULL));
  g_assert_true (foothold_link_is_allowed ("mailto:a@example.org"));
  g_assert_cmpstr (host, ==, "xn--bcher-kva.example");
}

static void
test_attachments (void)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GBytes) script = g_bytes_new_static ("#!/bin/sh\nrm -rf x\n", 19);

  g_assert_true (foothold_attachment_may_open ("brief.pdf", "application/pdf", pdf));
  g_assert_false (foothold_attachment_may_open ("brief.pdf", "application/pdf", script));
  g_assert_false (foothold_attachment_looks_openable ("page.html", "text/html"));
  g_assert_false (foothold_attachment_looks_openable ("x.desktop", "application/x-desktop"));
  g_assert_false (foothold_attachment_looks_openable ("logo.svg", "image/svg+xml"));
  g_assert_false (foothold_attachment_looks_openable ("x.docm", "application/vnd.ms-word.document.macroEnabled.12"));
  g_assert_false (foothold_attachment_looks_openable ("x.sh", "text/plain"));
}

/* Every tenth is a heading. */
static guint
count_headings (GListModel *model, guint position)
{
  return (position + 9) / 10;
}

static graphene_rect_t
bounds_of (Fixture *fixture, guint position)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (foothold_recycler_get_row (fixture->list, position)),
                                            GTK_WIDGET (fixture->list), &bounds));
  return bounds;
}

static double
y_of (Fixture *fixture, guint position)
{
  return bounds_of (fixture, position).origin.y;
}

static double
height_of (Fixture *fixture, guint position)
{
  return bounds_of (fixture, position).size.height;
}

/* Headings are as high as they need, rows as the highest of them; keys, drops and changes find the right one. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;
  double low, high, line;

  g_object_get (fixture->list, "vadjustment", &adjustment, NULL);
  low = height_of (fixture, 0);
  high = low + 30;
  low_tenth = TRUE;
  foothold_recycler_set_model (fixture->list, NULL);
  foothold_recycler_set_headings_func (fixture->list, count_headings);
  foothold_recycler_set_model (fixture->list, G_LIST_MODEL (fixture->model));
  WAIT_FOR (text_at (fixture, 5) != NULL);
  WAIT_FOR (y_of (fixture, 2) == low + high);
  g_assert_cmpfloat (height_of (fixture, 0), ==, low);
  g_assert_cmpfloat (height_of (fixture, 1), ==, high);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 200 * low + 1800 * high);

  g_assert_cmpuint (foothold_recycler_find_gap (fixture->list, low + high * 0.6, &line), ==, 2);
  g_assert_cmpfloat (line, ==, low + high);
  g_assert_cmpuint (foothold_recycler_find_gap (fixture->list, low * 0.4, &line), ==, 0);
  g_assert_cmpfloat (line, ==, 0);

  /* the end is reached, and the way back ends where it began */
  foothold_recycler_reveal (fixture->list, 1999);
  WAIT_FOR (text_at (fixture, 1999) != NULL);
  widget_fixture_paint (fixture->window);
  g_assert_cmpfloat (y_of (fixture, 1999) + high, ==, gtk_adjustment_get_page_size (adjustment));
  foothold_recycler_scroll_to_top (fixture->list);
  WAIT_FOR (text_at (fixture, 0) != NULL);
  widget_fixture_paint (fixture->window);
  g_assert_cmpfloat (y_of (fixture, 0), ==, 0);

  /* in the middle, what goes above, headings among it, leaves what is read where it is */
  gtk_adjustment_set_value (adjustment, 100 * low + 900 * high + low + 3 * high + 7);
  WAIT_FOR (text_at (fixture, 1004) != NULL);
  widget_fixture_paint (fixture->window);
  g_assert_cmpfloat (y_of (fixture, 1004), ==, -7);
  g_list_store_splice (fixture->model, 0, 20, NULL, 0);
  widget_fixture_paint (fixture->window);
  g_assert_cmpstr (text_at (fixture, 984), ==, "Item 1004");
  g_assert_cmpfloat (y_of (fixture, 984), ==, -7);
  low_tenth = FALSE;
}

/* Where most items change, each place keeps its widget; where one goes, the others keep theirs. */
static void
test_widgets_stay (Fixture *fixture, gconstpointer data)
{
  FootholdRecyclerRow *rows[6];
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = foothold_recycler_get_row (fixture->list, i);
  /* some of those that are there, in another order, among others */
  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (fixture->model), i == 0 ? 5 : i == 3 ? 2 : 100 + i));
  g_list_store_splice (fixture->model, 0, 2000, items->pdata, items->len);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (foothold_recycler_get_row (fixture->list, i) == rows[i]);
  g_assert_cmpstr (text_at (fixture, 1), ==, "Item 101");
  g_assert_cmpstr (text_at (fixture, 3), ==, "Item 2");

  g_list_store_remove (fixture->model, 0);
  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (foothold_recycler_get_row (fixture->list, i - 1) == rows[i]);
  g_ptr_array_unref (items);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/recycler/few-widgets", test_few_widgets);
  g_test_add ("/recycler/wide-rows", Fixture, GINT_TO_POINTER (600), set_up, test_wide_rows, tear_down);
  ADD ("/recycler/keys", test_keys);
  ADD ("/recycler/focus-survives-scrolling", test_focus_survives_scrolling);
  ADD ("/recycler/selection-follows", test_selection_follows);
  ADD ("/recycler/accessible", test_accessible);
  ADD ("/recycler/headings", test_headings);
  ADD ("/recycler/widgets-stay", test_widgets_stay);
  g_test_add_func ("/text/visible", test_text);
  g_test_add_func ("/link/allow-list", test_links);
  g_test_add_func ("/attachment/allow-list", test_attachments);

  return g_test_run ();
}
