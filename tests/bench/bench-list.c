// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <adwaita.h>

#include "model/foothold-opportunity.h"
#include "views/board/foothold-opportunity-card.h"
#include "widgets/foothold-recycler.h"

#include "bench-drawn-row.h"

/*
 * Which widget the board's list is (PERFORMANCE, goals 5 to 7), found by trying:
 *
 *   floor     twelve cards of the board bound again in place
 *   recycler  FootholdRecycler with the same cards: what the program uses
 *   listview  GtkListView with rows that draw themselves, told of at most 64 rows
 *             first and of the rest after they are painted
 *
 * A keystroke is a new answer over 100,000 rows; it ends with after-paint. The
 * three take turns, each round is a pair of ratios against the floor of the same
 * round. No database: only the widgets are measured.
 */

#define N_ROWS 100000
#define N_KINDS 997
#define FLOOR_ROWS 12
#define FIRST_ROWS 64
#define ROUNDS 9
#define STEPS G_N_ELEMENTS (answers)

/* Each answer holds every n-th row: what typing and deleting a word does to the list. */
static const guint answers[] = { 1, 3, 17, 170, 2500, 40000, 2500, 170, 17, 3, 1, 5, 90, 9000, 90, 5 };

/* --- a list of any length over made-up rows --- */

#define FAKE_TYPE_LIST (fake_list_get_type ())
G_DECLARE_FINAL_TYPE (FakeList, fake_list, FAKE, LIST, GObject)

struct _FakeList
{
  GObject parent_instance;

  guint every; /* n-th row */
  guint n; /* announced */
};

static FootholdRow *rows[N_KINDS];
static FootholdOpportunity *records[N_ROWS];
static guint n_get_item;

static FootholdOpportunity *
record_at (guint i)
{
  if (records[i] == NULL)
    {
      records[i] = foothold_opportunity_new (i + 1);
      foothold_record_take_row (FOOTHOLD_RECORD (records[i]), foothold_row_ref (rows[i % N_KINDS]));
    }

  return records[i];
}

static guint
fake_list_get_n_items (GListModel *model)
{
  return FAKE_LIST (model)->n;
}

static gpointer
fake_list_get_item (GListModel *model, guint position)
{
  FakeList *self = FAKE_LIST (model);

  n_get_item++;
  if (position >= self->n)
    return NULL;
  return g_object_ref (record_at (position * self->every % N_ROWS));
}

static GType
fake_list_get_item_type (GListModel *model)
{
  return FOOTHOLD_TYPE_OPPORTUNITY;
}

static void
fake_list_iface_init (GListModelInterface *iface)
{
  iface->get_n_items = fake_list_get_n_items;
  iface->get_item = fake_list_get_item;
  iface->get_item_type = fake_list_get_item_type;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeList,
                               fake_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fake_list_iface_init))

static void
fake_list_class_init (FakeListClass *klass)
{
}

static void
fake_list_init (FakeList *self)
{
  self->every = 1;
}

static void
fake_list_answer (FakeList *self, guint every, guint limit)
{
  const guint old = self->n;

  self->every = every;
  self->n = MIN (N_ROWS / every, limit);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old, self->n);
}

static void
fake_list_rest (FakeList *self)
{
  const guint old = self->n;

  self->n = N_ROWS / self->every;
  if (self->n > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, self->n - old);
}

static void
make_rows (void)
{
  static const char *const modes[] = { "remote", "hybrid", "on-site" };
  static const char *const areas[] = { "research", "data-entry", "content", "software", "translation" };

  for (guint i = 0; i < N_KINDS; i++)
    {
      FootholdOpportunityRow *row = foothold_row_new (&foothold_opportunity_row_type);

      row->origin = g_strdup ("found");
      row->state = g_strdup (i % 7 == 0 ? "shortlisted" : "spotted");
      row->title = g_strdup_printf ("Compare %u offers and write a short report for the board", i);
      row->organisation = g_strdup_printf ("Organisation %u of Łódź", i % 89);
      row->work_mode = g_strdup (modes[i % 3]);
      row->area = g_strdup (areas[i % 5]);
      row->minutes_min = (5 + i % 20) * 60;
      row->minutes_max = (10 + i % 20) * 60;
      row->pay_kind = g_strdup ("fixed");
      row->pay_period = g_strdup ("project");
      row->pay_gross_min = 10000 + 500 * i;
      row->currency = g_strdup ("EUR");
      row->apply_by = i % 3 == 0 ? g_strdup ("2099-01-04") : NULL;
      rows[i] = (FootholdRow *) row;
    }
}

/* --- the three candidates --- */

typedef struct _Candidate Candidate;

struct _Candidate
{
  const char *name;
  GtkWidget *window;
  GtkWidget *scroller;
  FakeList *model;
  GtkWidget *cards[FLOOR_ROWS]; /* of the floor */
  void (*answer) (Candidate *self, guint every);
  void (*settle) (Candidate *self);
};

static void
answer_floor (Candidate *self, guint every)
{
  for (guint i = 0; i < FLOOR_ROWS; i++)
    foothold_recycler_row_set_item (FOOTHOLD_RECYCLER_ROW (self->cards[i]), record_at (i * every % N_ROWS));
}

static void
answer_recycler (Candidate *self, guint every)
{
  fake_list_answer (self->model, every, G_MAXUINT);
}

static void
answer_listview (Candidate *self, guint every)
{
  fake_list_answer (self->model, every, FIRST_ROWS);
}

static void
settle_listview (Candidate *self)
{
  fake_list_rest (self->model);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, bench_drawn_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bench_drawn_row_set_item (BENCH_DRAWN_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
make_window (Candidate *self, GtkWidget *child)
{
  self->window = adw_window_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);
  adw_window_set_content (ADW_WINDOW (self->window), self->scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 420, 760);
}

static void
make_floor (Candidate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < FLOOR_ROWS; i++)
    {
      self->cards[i] = foothold_opportunity_card_new ();
      gtk_box_append (GTK_BOX (box), self->cards[i]);
    }
  make_window (self, box);
  self->answer = answer_floor;
}

static void
make_recycler (Candidate *self)
{
  FootholdRecycler *list = foothold_recycler_new (FOOTHOLD_TYPE_OPPORTUNITY_CARD);

  self->model = g_object_new (FAKE_TYPE_LIST, NULL);
  foothold_recycler_set_model (list, G_LIST_MODEL (self->model));
  make_window (self, GTK_WIDGET (list));
  self->answer = answer_recycler;
}

static void
make_listview (Candidate *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->model = g_object_new (FAKE_TYPE_LIST, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  make_window (self,
               gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self
                                                                                                           ->model)))),
                                  factory));
  self->answer = answer_listview;
  self->settle = settle_listview;
}

/* --- measuring --- */

static void
flag_cb (gpointer clock, gboolean *flag)
{
  *flag = TRUE;
}

static void
wait_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (flag_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
timeout_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the frame clock come to rest: a person does not type in time with it. */
static void
rest (void)
{
  gboolean over = FALSE;

  g_timeout_add (40, timeout_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
percentile (GArray *values, double p)
{
  g_array_sort (values, compare);
  return g_array_index (values, double, MIN ((guint) (p * values->len), values->len - 1));
}

static void
show (Candidate *self)
{
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_widget_get_mapped (self->window) || gtk_widget_get_width (self->window) == 0)
    g_main_context_iteration (NULL, TRUE);
  self->answer (self, 1);
  if (self->settle != NULL)
    self->settle (self);
  for (int i = 0; i < 3; i++)
    wait_paint (self->window);
}

/* One round of typing: milliseconds from the key to the picture. */
static GArray *
type_round (Candidate *self)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  show (self);
  for (guint i = 0; i < STEPS; i++)
    {
      gint64 start;
      double took;

      rest ();
      start = g_get_monotonic_time ();
      self->answer (self, answers[i]);
      wait_paint (self->window);
      took = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (times, took);
      if (self->settle != NULL)
        self->settle (self);
    }
  gtk_widget_set_visible (self->window, FALSE);
  rest ();

  return times;
}

/* Frames of scrolling (goal 6) or of jumping to anywhere (goal 7): milliseconds of work for each. */
static GArray *
scroll_round (Candidate *self, guint n_rows, gboolean jump)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  show (self);
  fake_list_answer (self->model, 1, n_rows);
  wait_paint (self->window);
  for (guint i = 0; i < 120; i++)
    {
      const double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
      gint64 start;
      double took;

      if (i % 8 == 0)
        rest ();
      start = g_get_monotonic_time ();
      gtk_adjustment_set_value (adjustment,
                                jump ? g_rand_double_range (random, 0, room) : (double) ((int) (i * 37) % (int) room));
      wait_paint (self->window);
      took = (double) (g_get_monotonic_time () - start) / 1000;
      if (i % 8 == 0)
        g_array_append_val (times, took);
    }
  gtk_widget_set_visible (self->window, FALSE);

  return times;
}

static void
report (const char *goal, const char *what, const char *against, GArray *ratios, double limit, double ms)
{
  const double median = percentile (ratios, 0.5);

  g_print ("{\"goal\": \"%s\", \"what\": \"%s\", \"against\": \"%s\", \"ratio\": %.2f, \"low\": %.2f, \"high\": %.2f, "
           "\"limit\": %.2f, \"p95_ms\": %.1f, \"ok\": %s}\n",
           goal, what, against, median, g_array_index (ratios, double, 0),
           g_array_index (ratios, double, ratios->len - 1), limit, ms, median <= limit ? "true" : "false");
}

static void
compare_typing (Candidate *candidates, guint n)
{
  g_autoptr (GPtrArray) ratios = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref); /* GArray of double */
  double p50[3] = { 0 }, p95[3] = { 0 };

  for (guint i = 1; i < n; i++)
    g_ptr_array_add (ratios, g_array_new (FALSE, FALSE, sizeof (double)));
  for (guint round = 0; round < ROUNDS; round++)
    {
      double floor_p95 = 0;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GArray) times = type_round (&candidates[i]);
          const double high = percentile (times, 0.95);

          p50[i] += percentile (times, 0.5) / ROUNDS;
          p95[i] += high / ROUNDS;
          if (i == 0)
            floor_p95 = high;
          else
            {
              const double ratio = high / floor_p95;

              g_array_append_vals (g_ptr_array_index (ratios, i - 1), &ratio, 1);
            }
        }
    }

  for (guint i = 0; i < n; i++)
    g_print ("{\"what\": \"%s\", \"keystroke_p50_ms\": %.1f, \"keystroke_p95_ms\": %.1f}\n", candidates[i].name, p50[i],
             p95[i]);
  for (guint i = 1; i < n; i++)
    report ("5", candidates[i].name, "floor", g_ptr_array_index (ratios, i - 1), 1.5, p95[i]);
}

static void
compare_scrolling (Candidate *candidate)
{
  g_autoptr (GArray) scroll = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) jump = g_array_new (FALSE, FALSE, sizeof (double));
  double last_scroll = 0, last_jump = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) few = scroll_round (candidate, 200, FALSE);
      g_autoptr (GArray) many = scroll_round (candidate, G_MAXUINT, FALSE);
      g_autoptr (GArray) anywhere = scroll_round (candidate, G_MAXUINT, TRUE);
      double ratio;

      last_scroll = percentile (many, 0.95);
      last_jump = percentile (anywhere, 0.95);
      ratio = last_scroll / percentile (few, 0.95);
      g_array_append_val (scroll, ratio);
      ratio = last_jump / last_scroll;
      g_array_append_val (jump, ratio);
    }

  report ("6", candidate->name, "the same over 200 rows", scroll, 1.1, last_scroll);
  report ("7", candidate->name, "a frame of smooth scrolling", jump, 2, last_jump);
}

int
main (int argc, char *argv[])
{
  Candidate candidates[3] = { { .name = "floor" }, { .name = "recycler" }, { .name = "listview" } };

  adw_init ();
  make_rows ();
  make_floor (&candidates[0]);
  make_recycler (&candidates[1]);
  make_listview (&candidates[2]);

  compare_typing (candidates, G_N_ELEMENTS (candidates));
  compare_scrolling (&candidates[1]);
  g_print ("{\"what\": \"recycler\", \"row_widgets\": %u}\n",
           foothold_recycler_get_n_rows (
             FOOTHOLD_RECYCLER (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (candidates[1].scroller)))));

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    gtk_window_destroy (GTK_WINDOW (candidates[i].window));
  return 0;
}
