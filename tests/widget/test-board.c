// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/store-fixture.h"
#include "widget-fixture.h"

#include "model/foothold-opportunity.h"
#include "model/foothold-window-list.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-children-groups.h"
#include "views/board/foothold-deliverable-editor.h"
#include "views/board/foothold-opportunity-card.h"
#include "views/board/foothold-opportunity-page.h"
#include "widgets/foothold-range-bar.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-wrapped-entry.h"

/* The board over a real store: what is searched is listed, what is selected is shown, what is done is done. */

typedef struct
{
  StoreFixture store;
  GtkWidget *window;
  GtkWidget *board;
  FootholdRecycler *list;
  GtkEditable *search;
  GtkWidget *page;
} Fixture;

typedef struct
{
  const char *title, *organisation, *area, *mode, *deadline, *kind, *state;
  gint64 hours_min, hours_max, pay_min, pay_max;
  const char *currency;
} Sample;

static const Sample samples[] = {
  { "Map the Cycle Routes of Łódź", "Rowerowa Łódź", "research", "remote", "2099-01-04", "fixed", "spotted", 10, 12,
    60000, 60000, "PLN" },
  { "Dịch tài liệu hướng dẫn cho bảo tàng Đà Nẵng", "Bảo tàng Đà Nẵng", "translation", "hybrid", NULL, "fixed",
    "evaluating", 8, 8, 400000, 400000, "VND" },
  { "Newsletter in Plain Language for a Tenants’ Association With a Very Long Title That Must Not Break the Card",
    "Mieterverein Leipzig e. V.", "content", "on-site", "2099-02-01", "hourly", "shortlisted", 15, 20, 1400, 1600,
    "EUR" },
  { "Clean Up 4,000 Addresses", "Open Pantry", "data-entry", "remote", NULL, "unpaid", "spotted", GINT64_UNKNOWN,
    GINT64_UNKNOWN, GINT64_UNKNOWN, GINT64_UNKNOWN, NULL },
  { "Competitor Review for a Repair Café", NULL, NULL, NULL, NULL, NULL, "spotted", GINT64_UNKNOWN, GINT64_UNKNOWN,
    GINT64_UNKNOWN, GINT64_UNKNOWN, NULL },
};

static void
add_sample (Fixture *fixture, const Sample *sample)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (sample->title, sample->organisation);
  FootholdOpportunityRow *row = dossier->opportunity;

  g_set_str (&row->origin, "found");
  g_set_str (&row->kind, "micro-internship");
  g_set_str (&row->state, sample->state);
  row->area = g_strdup (sample->area);
  row->work_mode = g_strdup (sample->mode);
  row->apply_by = g_strdup (sample->deadline);
  row->pay_kind = g_strdup (sample->kind);
  row->pay_period = g_strdup (g_strcmp0 (sample->kind, "hourly") == 0 ? "hour" : "project");
  row->minutes_min = sample->hours_min == GINT64_UNKNOWN ? GINT64_UNKNOWN : sample->hours_min * 60;
  row->minutes_max = sample->hours_max == GINT64_UNKNOWN ? GINT64_UNKNOWN : sample->hours_max * 60;
  row->pay_gross_min = sample->pay_min;
  row->pay_gross_max = sample->pay_max;
  row->currency = g_strdup (sample->currency);
  row->unread = sample->organisation == NULL;
  row->objective =
    g_strdup ("A map that a commuter can use: which streets have a lane, which do not, which are closed.");
  row->url = g_strdup ("https://jobs.example.org/posting/4711");
  if (g_strcmp0 (sample->mode, "remote") == 0)
    {
      row->feedback = 1;
      row->showable = g_strdup ("redacted");
    }
  if (g_strcmp0 (sample->kind, "unpaid") == 0)
    row->cost_fees = 5000;
  store_fixture_save_dossier (&fixture->store, "Add", dossier);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (foothold_recycler_get_model (fixture->list));
}

static const FootholdOpportunityRow *
row_of (Fixture *fixture, guint position)
{
  g_autoptr (FootholdOpportunity) item = g_list_model_get_item (foothold_recycler_get_model (fixture->list), position);

  return item != NULL ? foothold_opportunity_peek (item) : NULL;
}

static gboolean
shows (Fixture *fixture, guint position, const char *title)
{
  const FootholdOpportunityRow *row = row_of (fixture, position);

  return row != NULL && g_strcmp0 (row->title, title) == 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    add_sample (fixture, &samples[i]);

  fixture->board = foothold_board_view_new (fixture->store.store);
  fixture->window = widget_fixture_window (fixture->board, data != NULL ? GPOINTER_TO_INT (data) : 1000, 700);
  fixture->list = FOOTHOLD_RECYCLER (widget_fixture_find (fixture->board, FOOTHOLD_TYPE_RECYCLER));
  fixture->search = GTK_EDITABLE (widget_fixture_find (fixture->board, GTK_TYPE_SEARCH_ENTRY));
  /* it is made when the list is there */
  WAIT_FOR ((fixture->page = widget_fixture_find (fixture->board, FOOTHOLD_TYPE_OPPORTUNITY_PAGE)) != NULL);
  WAIT_FOR (count (fixture) == G_N_ELEMENTS (samples));
  /* rows come a few a frame */
  WAIT_FOR (foothold_recycler_get_row (fixture->list, 1) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *board = g_object_ref (fixture->board);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (board);
  store_fixture_tear_down (&fixture->store, NULL);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  widget_fixture_shot (fixture->window, "board-wide-none");
  gtk_editable_set_text (fixture->search, "lodz");
  WAIT_FOR (count (fixture) == 1);
  g_assert_true (shows (fixture, 0, samples[0].title));

  gtk_editable_set_text (fixture->search, "da nang");
  WAIT_FOR (count (fixture) == 1 && shows (fixture, 0, samples[1].title));

  gtk_editable_set_text (fixture->search, "no such thing anywhere");
  WAIT_FOR (count (fixture) == 0);
  widget_fixture_shot (fixture->window, "board-no-results");

  gtk_editable_set_text (fixture->search, "");
  WAIT_FOR (count (fixture) == G_N_ELEMENTS (samples));
}

static void
test_select_shows (Fixture *fixture, gconstpointer data)
{
  foothold_recycler_activate (fixture->list, 4);
  WAIT_FOR (foothold_opportunity_page_get_id (FOOTHOLD_OPPORTUNITY_PAGE (fixture->page))
            == row_of (fixture, 4)->row.id);
  WAIT_FOR (widget_fixture_find (fixture->page, GTK_TYPE_TEXT_VIEW) != NULL);
  for (int i = 0; i < 5; i++)
    widget_fixture_paint (fixture->window);
  widget_fixture_shot (fixture->window,
                       gtk_widget_get_width (fixture->window) < 500 ? "board-narrow-page" : "board-wide");
}

static gint64
opened_row (Fixture *fixture, guint position)
{
  return row_of (fixture, position)->row.id;
}

static GtkAccessible *
card_of (Fixture *fixture, gint64 id)
{
  for (guint i = 0; i < count (fixture); i++)
    if (opened_row (fixture, i) == id)
      return GTK_ACCESSIBLE (foothold_recycler_get_row (fixture->list, i));

  return NULL;
}

/* A card says how well it fits, how clear it is, and its warnings; by fit, what is surely worth most comes first. */
static void
test_judgement (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card, *bar;
  GPtrArray *labels = g_ptr_array_new ();
  double lo, hi;
  gint64 id;
  guint n_pills = 0;

  g_object_set (fixture->board, "order", "fit", NULL);
  WAIT_FOR (shows (fixture, 0, samples[3].title) || shows (fixture, 0, samples[0].title));
  WAIT_FOR (row_of (fixture, 0)->fit == row_of (fixture, 1)->fit && row_of (fixture, 0)->fit > 0);
  g_assert_cmpint (row_of (fixture, 4)->fit, ==, GINT64_UNKNOWN);

  id = shows (fixture, 0, samples[3].title) ? opened_row (fixture, 0) : opened_row (fixture, 1);
  WAIT_FOR (card_of (fixture, id) != NULL);
  card = GTK_WIDGET (card_of (fixture, id));
  bar = widget_fixture_find (card, FOOTHOLD_TYPE_RANGE_BAR);
  g_object_get (bar, "lo", &lo, "hi", &hi, NULL);
  /* Without a goal: (0.35 × 0.2 + 0.25 × 0.18) ÷ 0.6 to (0.35 + 0.25 × 0.88) ÷ 0.6. */
  g_assert_cmpfloat_with_epsilon (lo, 0.1917, 1e-9);
  g_assert_cmpfloat_with_epsilon (hi, 0.95, 1e-9);
  g_assert_true (gtk_widget_get_has_tooltip (bar));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Clean Up 4,000 Addresses, Open Pantry · Remote · Data Entry and Clean-Up, "
                                       "unpaid, 1 warning, Clarity 44, 0 of 2 skills, Fit: 0.19 to 0.95, 2 of 8 facts "
                                       "known");
  widget_fixture_collect (card, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      n_pills += gtk_widget_has_css_class (label, "pill-label") && gtk_widget_get_visible (label)
                 && gtk_widget_get_opacity (label) > 0;
    }
  g_assert_cmpuint (n_pills, <=, 4);
  g_ptr_array_unref (labels);
  widget_fixture_shot (fixture->window,
                       gtk_widget_get_width (fixture->window) < 500 ? "board-fit-narrow" : "board-fit");
}

/* A label that begins with @text and is seen, below @root. */
static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  widget_fixture_collect (root, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) && g_str_has_prefix (gtk_label_get_text (labels->pdata[i]), text))
      return labels->pdata[i];

  return NULL;
}

/* A date from before a window rolled is no deadline any more, in what is shown on asking either. */
static void
test_rolling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Aaa", "Open Pantry");
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean says = TRUE;
  GtkWidget *pill;

  g_set_str (&dossier->opportunity->origin, "found");
  g_set_str (&dossier->opportunity->kind, "micro-internship");
  g_set_str (&dossier->opportunity->state, "spotted");
  g_set_str (&dossier->opportunity->apply_window, "rolling");
  g_set_str (&dossier->opportunity->apply_by, "2099-01-04");
  store_fixture_save_dossier (&fixture->store, "Add", dossier);
  WAIT_FOR ((pill = find_label (GTK_WIDGET (fixture->list), "rolling")) != NULL);
  g_signal_emit_by_name (pill, "query-tooltip", 1, 1, FALSE, tooltip, &says);
  g_assert_false (says);

  pill = find_label (GTK_WIDGET (fixture->list), "due ");
  g_assert_nonnull (pill);
  g_signal_emit_by_name (pill, "query-tooltip", 1, 1, FALSE, tooltip, &says);
  g_assert_true (says);
}

/* Where something is archived there is not nothing. */
static void
test_all_archived (Fixture *fixture, gconstpointer data)
{
  while (count (fixture) > 0)
    {
      const guint n = count (fixture);

      if (n % 2 == 0)
        store_fixture_act (&fixture->store, FOOTHOLD_ACTION_ARCHIVE, opened_row (fixture, 0), NULL, NULL);
      else
        store_fixture_act (&fixture->store, FOOTHOLD_ACTION_SET_STATE, opened_row (fixture, 0), "dropped", "Too far");
      WAIT_FOR (count (fixture) == n - 1);
    }
  WAIT_FOR (find_label (fixture->board, "Nothing Is Open") != NULL);
  g_assert_null (find_label (fixture->board, "No Opportunities Yet"));
  widget_fixture_shot (fixture->window, "board-nothing-open");
  gtk_widget_activate_action (fixture->board, "board.show", "s", "all");
  WAIT_FOR (count (fixture) == G_N_ELEMENTS (samples));
}

static gint64
opened (Fixture *fixture)
{
  return foothold_board_view_get_opened (FOOTHOLD_BOARD_VIEW (fixture->board));
}

static gboolean
is_settled (Fixture *fixture, guint n)
{
  return count (fixture) == n
         && !foothold_window_list_get_loading (FOOTHOLD_WINDOW_LIST (foothold_recycler_get_model (fixture->list)));
}

/* What another view does not have is not open beside it; other words and another order leave the page alone. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  const gint64 id = row_of (fixture, 2)->row.id;

  foothold_recycler_activate (fixture->list, 2);
  g_assert_cmpint (opened (fixture), ==, id);
  gtk_editable_set_text (fixture->search, "no such thing anywhere");
  WAIT_FOR (is_settled (fixture, 0));
  g_assert_cmpint (opened (fixture), ==, id);
  gtk_editable_set_text (fixture->search, "");
  WAIT_FOR (is_settled (fixture, G_N_ELEMENTS (samples)));
  g_object_set (fixture->board, "order", "title", NULL);
  WAIT_FOR (is_settled (fixture, G_N_ELEMENTS (samples)));
  g_object_set (fixture->board, "show", "all", NULL);
  WAIT_FOR (is_settled (fixture, G_N_ELEMENTS (samples)));
  g_assert_cmpint (opened (fixture), ==, id);

  g_object_set (fixture->board, "show", "archived", NULL);
  WAIT_FOR (is_settled (fixture, 0));
  g_assert_cmpint (opened (fixture), ==, 0);
  g_assert_cmpint (foothold_opportunity_page_get_id (FOOTHOLD_OPPORTUNITY_PAGE (fixture->page)), ==, 0);
  widget_fixture_shot (fixture->window, "board-archived-none");

  /* From one empty view into another nothing moves in the list. */
  g_object_set (fixture->board, "show", "starred", NULL);
  WAIT_FOR (is_settled (fixture, 0));
  gtk_widget_activate_action (fixture->board, "board.show", "s", "open");
  WAIT_FOR (is_settled (fixture, G_N_ELEMENTS (samples)));
  g_assert_cmpint (opened (fixture), ==, 0);
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, GTK_INVALID_LIST_POSITION);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  gboolean collapsed;

  g_object_get (fixture->board, "collapsed", &collapsed, NULL);
  g_assert_true (collapsed);
  widget_fixture_shot (fixture->window, "board-narrow-list");
  test_select_shows (fixture, data);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  const gint64 id = row_of (fixture, 1)->row.id;
  GtkWidget *card = GTK_WIDGET (foothold_recycler_get_row (fixture->list, 1));

  g_assert_true (gtk_widget_activate_action (card, "opportunity.star", NULL));
  WAIT_FOR (row_of (fixture, 1)->starred == 1);
  g_assert_cmpint (row_of (fixture, 1)->row.id, ==, id);

  g_object_set (fixture->board, "show", "starred", NULL);
  WAIT_FOR (count (fixture) == 1);
  g_object_set (fixture->board, "show", "open", NULL);
  WAIT_FOR (count (fixture) == G_N_ELEMENTS (samples));

  foothold_recycler_set_selected (fixture->list, 1);
  WAIT_FOR (foothold_opportunity_page_get_id (FOOTHOLD_OPPORTUNITY_PAGE (fixture->page)) == id);
  card = GTK_WIDGET (foothold_recycler_get_row (fixture->list, 1));
  g_assert_true (gtk_widget_activate_action (card, "opportunity.delete", NULL));
  WAIT_FOR (count (fixture) == G_N_ELEMENTS (samples) - 1);
  /* The neighbour is next. */
  g_assert_cmpuint (foothold_recycler_get_selected (fixture->list), ==, 1);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  FootholdRecyclerRow *row = foothold_recycler_get_row (fixture->list, 0);

  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (fixture->list), GTK_ACCESSIBLE_ROLE_LIST));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_POS_IN_SET));
}

static FootholdDeliverableRow *
stored_deliverable (Fixture *fixture, gint64 id, guint i)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (&fixture->store, id);

  g_assert_cmpuint (dossier->deliverables->len, >, i);
  return foothold_row_ref (g_ptr_array_index (dossier->deliverables, i));
}

/* The text number @i of the deliverable editor number @editor. */
static GtkTextBuffer *
deliverable_text (Fixture *fixture, guint editor, guint i)
{
  g_autoptr (GPtrArray) editors = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  widget_fixture_collect (fixture->page, FOOTHOLD_TYPE_DELIVERABLE_EDITOR, editors);
  g_assert_cmpuint (editors->len, >, editor);
  widget_fixture_collect (g_ptr_array_index (editors, editor), FOOTHOLD_TYPE_WRAPPED_ENTRY, texts);
  g_assert_cmpuint (texts->len, >, i);
  return gtk_text_view_get_buffer (g_ptr_array_index (texts, i));
}

static gboolean
is_stored (Fixture *fixture, gint64 id, guint n, const char *title, const char *acceptance)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) stored_deliverable (fixture, id, n);
  const FootholdDeliverableRow *deliverable = (const FootholdDeliverableRow *) row;

  return g_strcmp0 (deliverable->title, title) == 0 && g_strcmp0 (deliverable->acceptance, acceptance) == 0;
}

/* What is being typed in deliverables is kept whatever card is chosen meanwhile, and nothing of it gets into that one.
 */
static void
test_other_card_while_typing (Fixture *fixture, gconstpointer data)
{
  const gint64 id = row_of (fixture, 4)->row.id;
  const gint64 other = row_of (fixture, 3)->row.id;
  const gint64 ids[] = { other, id };
  g_autoptr (FootholdDossier) untouched = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (&fixture->store, ids[i]);

      g_ptr_array_set_size (dossier->deliverables, 0);
      foothold_dossier_add_deliverable (dossier, "Sketch", NULL, NULL);
      foothold_dossier_add_deliverable (dossier, "Print file", NULL, NULL);
      store_fixture_save_dossier (&fixture->store, "Edit", dossier);
    }
  foothold_recycler_activate (fixture->list, 4);
  WAIT_FOR (foothold_opportunity_page_get_id (FOOTHOLD_OPPORTUNITY_PAGE (fixture->page)) == id);
  WAIT_FOR (widget_fixture_find (fixture->page, FOOTHOLD_TYPE_SKILLS_GROUP) != NULL);
  gtk_text_buffer_set_text (deliverable_text (fixture, 0, 0), "Sketch in pencil", -1);
  gtk_text_buffer_set_text (deliverable_text (fixture, 1, 1), "The printer takes it", -1);
  foothold_recycler_activate (fixture->list, 3);
  WAIT_FOR (foothold_opportunity_page_get_id (FOOTHOLD_OPPORTUNITY_PAGE (fixture->page)) == other);

  WAIT_FOR (is_stored (fixture, id, 0, "Sketch in pencil", NULL));
  WAIT_FOR (is_stored (fixture, id, 1, "Print file", "The printer takes it"));
  untouched = store_fixture_load (&fixture->store, other);
  g_assert_cmpstr (((FootholdDeliverableRow *) g_ptr_array_index (untouched->deliverables, 0))->title, ==, "Sketch");
  g_assert_null (((FootholdDeliverableRow *) g_ptr_array_index (untouched->deliverables, 1))->acceptance);
}

/* Twice the size of text still fits into 360 pixels: nothing warns that it does not. */
static void
test_narrow_large (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  test_select_shows (fixture, data);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* A text that has words is as high as they are. */
static gboolean
texts_have_height (GtkWidget *root)
{
  if (GTK_IS_TEXT_VIEW (root) && gtk_widget_get_mapped (root) && gtk_widget_get_height (root) < 12)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!texts_have_height (child))
      return FALSE;

  return TRUE;
}

/* The page as a whole, high enough to see all of it. */
static void
test_whole_page (Fixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 2600);
  test_select_shows (fixture, data);
  WAIT_FOR (texts_have_height (fixture->page));
  widget_fixture_shot (fixture->window, "board-page-whole");
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);

  g_test_add ("/board/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/board/select-shows", Fixture, NULL, set_up, test_select_shows, tear_down);
  g_test_add ("/board/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/board/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/board/other-card-while-typing", Fixture, NULL, set_up, test_other_card_while_typing, tear_down);
  g_test_add ("/board/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/board/judgement", Fixture, NULL, set_up, test_judgement, tear_down);
  g_test_add ("/board/judgement-narrow", Fixture, GINT_TO_POINTER (360), set_up, test_judgement, tear_down);
  g_test_add ("/board/rolling", Fixture, NULL, set_up, test_rolling, tear_down);
  g_test_add ("/board/all-archived", Fixture, NULL, set_up, test_all_archived, tear_down);
  g_test_add ("/board/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow, tear_down);

  g_test_add ("/board/narrow-large", Fixture, GINT_TO_POINTER (360), set_up, test_narrow_large, tear_down);
  g_test_add ("/board/whole-page", Fixture, NULL, set_up, test_whole_page, tear_down);

  return g_test_run ();
}
