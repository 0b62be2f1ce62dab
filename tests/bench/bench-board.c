/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The goals of the list on the screen: a key pressed (5), scrolling (6), a jump
 * (7) and the memory after scrolling through everything (4). Two boards stand
 * side by side, one over many rows, one over 200, so that both sides of each
 * ratio are measured in one run. The same again as a table, and of both with a
 * filter before what is typed.
 * Usage: bench-board FOLDER-WITH-MANY FOLDER-WITH-200
 */

#include <adwaita.h>

#include "bench-data.h"
#include "bench-frames.h"
#include "foothold-bench.h"
#include "model/foothold-opportunity.h"
#include "model/foothold-window-list.h"
#include "store/foothold-store.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-opportunity-card.h"
#include "views/board/foothold-opportunity-line.h"
#include "views/board/foothold-opportunity-page.h"
#include "widgets/foothold-recycler.h"

#define N_KEYS 24
#define N_REBOUND 12 /* cards; of lines as many as the window shows */
#define N_PAGES 40
#define FILTER "pay:>20eur remote "

typedef struct
{
  FootholdBenchFrames frames;
  FootholdStore *store;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *search;
  FootholdRecycler *list;
  GtkAdjustment *adjustment;
} Board;

typedef struct
{
  Board many;
  Board few;
  Board twelve; /* only its window is used */
  GPtrArray *rebound; /* the rows in it: cards or lines */
  GPtrArray *queries;
  const char *filter; /* before each of them */
  GRand *random;
  guint turn;
  guint n_asked, n_key_frames;
} Bench;

static gboolean
is_settled (gpointer data)
{
  return foothold_bench_list_is_settled (((Board *) data)->list);
}

/* The entry answers in the main loop: until then the list has not even heard the question. */
static void
wait_until_asked (Board *board, const char *text)
{
  GListModel *model = foothold_recycler_get_model (board->list);

  while (g_strcmp0 (foothold_window_list_get_query (FOOTHOLD_WINDOW_LIST (model))->text, text) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* The list that is seen, once it shows what it has. */
static void
take_list (Board *board)
{
  GtkWidget *stack = foothold_bench_find_widget (board->view, FOOTHOLD_TYPE_RECYCLER);

  while (!GTK_IS_STACK (stack))
    stack = gtk_widget_get_parent (stack);
  board->list = FOOTHOLD_RECYCLER (foothold_bench_find_widget (gtk_stack_get_visible_child (GTK_STACK (stack)),
                                                               FOOTHOLD_TYPE_RECYCLER));
  g_clear_object (&board->adjustment);
  g_object_get (board->list, "vadjustment", &board->adjustment, NULL);
  foothold_bench_frames_ask (&board->frames);
  while (!is_settled (board))
    g_main_context_iteration (NULL, TRUE);
  foothold_bench_rest ();
}

static void
open_board (Board *board, const char *dir)
{
  board->store = foothold_bench_open_store (dir);
  board->view = foothold_board_view_new (board->store);
  board->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (board->window), 1000, 800);
  adw_window_set_content (ADW_WINDOW (board->window), board->view);
  gtk_window_present (GTK_WINDOW (board->window));
  foothold_bench_frames_watch (&board->frames, board->window, is_settled, board);

  board->search = foothold_bench_find_widget (board->view, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (board->search);
  take_list (board);
}

/* Cards or lines, and what stands in the search entry. */
static void
turn_to (Board *board, gboolean table, const char *text)
{
  g_object_set (board->view, "table", table, NULL);
  take_list (board);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (board->search)), text) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (board->search), text);
      wait_until_asked (board, text);
      foothold_bench_frames_wait_shown (&board->frames);
    }
}

/* Rows in a box as wide as the list, bound to others at each key: what no list can be quicker than. */
static void
fill_twelve (Bench *bench, gboolean table, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = GTK_WIDGET (bench->many.list);

  g_ptr_array_set_size (bench->rebound, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = table ? g_object_new (FOOTHOLD_TYPE_OPPORTUNITY_LINE, NULL) : foothold_opportunity_card_new ();

      g_ptr_array_add (bench->rebound, row);
      gtk_box_append (GTK_BOX (box), row);
    }
  adw_window_set_content (ADW_WINDOW (bench->twelve.window), box);
  gtk_window_set_default_size (GTK_WINDOW (bench->twelve.window), gtk_widget_get_width (list),
                               gtk_widget_get_height (list));
  foothold_bench_rest ();
}

static void
open_twelve (Bench *bench)
{
  bench->rebound = g_ptr_array_new ();
  bench->twelve.window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (bench->twelve.window));
  foothold_bench_frames_watch (&bench->twelve.frames, bench->twelve.window, NULL, NULL);
  fill_twelve (bench, FALSE, N_REBOUND);
}

static gdouble
keys_p95 (gpointer data)
{
  Bench *bench = data;
  gdouble times[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++)
    {
      const char *word = g_ptr_array_index (bench->queries, (bench->turn + i) % bench->queries->len);
      g_autofree char *text = g_strconcat (bench->filter, word, NULL);
      guint n_painted;
      gdouble start;

      foothold_bench_rest ();
      n_painted = bench->many.frames.n_painted;
      start = foothold_bench_now ();
      gtk_editable_set_text (GTK_EDITABLE (bench->many.search), text);
      wait_until_asked (&bench->many, text);
      foothold_bench_frames_wait_shown (&bench->many.frames);
      times[i] = foothold_bench_now () - start;
      bench->n_asked++;
      bench->n_key_frames += bench->many.frames.n_painted - n_painted;
    }
  bench->turn++;
  gtk_editable_set_text (GTK_EDITABLE (bench->many.search), bench->filter);
  wait_until_asked (&bench->many, bench->filter);
  foothold_bench_frames_wait_shown (&bench->many.frames);

  return foothold_bench_quantile (times, N_KEYS, 0.95);
}

static gdouble
rebound_p95 (gpointer data)
{
  Bench *bench = data;
  GListModel *model = foothold_recycler_get_model (bench->few.list);
  gdouble times[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++)
    {
      gdouble start;

      foothold_bench_rest ();
      start = foothold_bench_now ();
      for (guint row = 0; row < bench->rebound->len; row++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (model, (i * bench->rebound->len + row) % 60);

          foothold_recycler_row_set_item (g_ptr_array_index (bench->rebound, row), item);
        }
      foothold_bench_frames_wait_painted (&bench->twelve.frames);
      times[i] = foothold_bench_now () - start;
    }

  return foothold_bench_quantile (times, N_KEYS, 0.95);
}

static void
scroll_p95 (gpointer data, gdouble *many_p95, gdouble *few_p95)
{
  Bench *bench = data;
  const FootholdBenchScrolled many = { &bench->many.frames, bench->many.adjustment };
  const FootholdBenchScrolled few = { &bench->few.frames, bench->few.adjustment };

  foothold_bench_scroll_p95 (&many, &few, many_p95, few_p95);
}

static gdouble
jump_p95 (gpointer data)
{
  Board *board = &((Bench *) data)->many;

  return foothold_bench_jumps_p95 (&board->frames, board->adjustment, ((Bench *) data)->random);
}

static gdouble
step_p95 (gpointer data)
{
  Board *board = &((Bench *) data)->many;

  return foothold_bench_jumps_p95 (&board->frames, board->adjustment, NULL);
}

/* In kB, what this process has to itself and its share of the rest. */
static gint64
memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  line = text != NULL ? strstr (text, "\nPss:") : NULL;

  return line != NULL ? g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
scroll_through_all (Board *board)
{
  const gdouble page = gtk_adjustment_get_page_size (board->adjustment);
  const gdouble end = gtk_adjustment_get_upper (board->adjustment) - page;
  const gint64 before = memory ();

  /* Some 2,000 stops, each read and painted. */
  for (gdouble value = 0; value < end; value += MAX (page, end / 2000))
    {
      gtk_adjustment_set_value (board->adjustment, value);
      foothold_bench_frames_wait_shown (&board->frames);
    }
  g_print ("pair 4.1 %.3f\n", (gdouble) (memory () - before) / 1024);
}

typedef struct
{
  gdouble spent; /* by the main thread, in all */
  gdouble longest; /* turn of the loop */
  gdouble longest_spent; /* the same without what others took of the machine */
} Opening;

/* Until the page was read and nothing was left to do for some frames: by then it is whole. */
static Opening
drain (gboolean *loaded)
{
  Opening opening = { 0 };
  gdouble busy = foothold_bench_now ();

  while (!*loaded || foothold_bench_now () - busy < 60)
    {
      const gdouble start = foothold_bench_now ();
      const gdouble spent = foothold_bench_spent ();

      if (g_main_context_iteration (NULL, FALSE))
        {
          busy = foothold_bench_now ();
          opening.spent += foothold_bench_spent () - spent;
          opening.longest = MAX (opening.longest, foothold_bench_now () - start);
          opening.longest_spent = MAX (opening.longest_spent, foothold_bench_spent () - spent);
        }
      else
        {
          g_usleep (200); /* real time: leaves the processor to the thread that reads the page */
        }
    }

  return opening;
}

static void
page_changed_cb (GObject *page, gboolean *loaded)
{
  *loaded = TRUE;
}

/* One page after the other, as somebody does who runs through the list with the arrow keys; the first is made whole. */
static void
open_pages (Board *board)
{
  GListModel *model = foothold_recycler_get_model (board->list);
  FootholdOpportunityPage *page =
    FOOTHOLD_OPPORTUNITY_PAGE (foothold_bench_find_widget (board->window, FOOTHOLD_TYPE_OPPORTUNITY_PAGE));
  gdouble spent[N_PAGES], longest[N_PAGES], longest_spent[N_PAGES];
  gboolean loaded = FALSE;

  g_signal_connect (page, "changed", G_CALLBACK (page_changed_cb), &loaded);
  for (guint i = 0; i <= N_PAGES; i++)
    {
      g_autoptr (FootholdRecord) record = g_list_model_get_item (model, i);
      Opening opening;

      loaded = FALSE;
      foothold_opportunity_page_show (page, ((const FootholdRow *) foothold_record_peek_row (record))->id);
      opening = drain (&loaded);
      if (i == 0)
        {
          foothold_bench_count (5, "first page made, ms of the main thread with its frames", opening.spent);
          foothold_bench_count (5, "first page made, longest turn of the loop in ms", opening.longest);
          foothold_bench_count (5, "first page made, longest turn of the loop in ms of the processor",
                                opening.longest_spent);
          continue;
        }
      spent[i - 1] = opening.spent;
      longest[i - 1] = opening.longest;
      longest_spent[i - 1] = opening.longest_spent;
    }
  foothold_bench_count (5, "page opened, ms of the main thread with its frames, p50",
                        foothold_bench_quantile (spent, N_PAGES, 0.5));
  foothold_bench_count (5, "page opened, longest turn of the loop in ms, p95",
                        foothold_bench_quantile (longest, N_PAGES, 0.95));
  foothold_bench_count (5, "page opened, longest turn of the loop in ms of the processor, p95",
                        foothold_bench_quantile (longest_spent, N_PAGES, 0.95));
  g_signal_handlers_disconnect_by_func (page, page_changed_cb, &loaded);
  foothold_opportunity_page_show (page, 0);
}

static void
collect_queries (Bench *bench)
{
  GListModel *model = foothold_recycler_get_model (bench->few.list);

  bench->queries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autoptr (FootholdRecord) record = g_list_model_get_item (model, i);
      const FootholdOpportunityRow *row = foothold_record_peek_row (record);
      g_auto (GStrv) words = g_strsplit (row->title, " ", -1);
      const char *word = words[i % g_strv_length (words)];

      g_ptr_array_add (bench->queries, g_utf8_substring (word, 0, MIN (1 + (glong) (i % 6), g_utf8_strlen (word, -1))));
    }
}

/* What is measured of each way to look at the list; @part: after the point of the goal's number. */
static void
measure (Bench *bench, gdouble part)
{
  bench->n_asked = bench->n_key_frames = bench->many.frames.n_jumps = bench->many.frames.n_jump_frames = 0;
  foothold_bench_ratio (5 + part, keys_p95, rebound_p95, bench);
  foothold_bench_pairs (6 + part, scroll_p95, bench);
  foothold_bench_ratio (7 + part, jump_p95, step_p95, bench);
  foothold_bench_count (5 + part, "frames painted a key", (gdouble) bench->n_key_frames / bench->n_asked);
  foothold_bench_count (5 + part, "rows in the list",
                        g_list_model_get_n_items (foothold_recycler_get_model (bench->many.list)));
  foothold_bench_count (7 + part, "frames painted a jump",
                        (gdouble) bench->many.frames.n_jump_frames / bench->many.frames.n_jumps);
  foothold_bench_count (5 + part, "row widgets alive over all rows", foothold_recycler_get_n_rows (bench->many.list));
}

int
main (int argc, char *argv[])
{
  Bench bench = { 0 };

  foothold_bench_init (&argc, &argv);
  if (argc != 3)
    {
      g_printerr ("usage: %s FOLDER-WITH-MANY FOLDER-WITH-200\n", argv[0]);
      return 2;
    }

  adw_init ();
  bench.random = g_rand_new_with_seed (7);
  open_board (&bench.few, argv[2]);
  open_board (&bench.many, argv[1]);
  open_twelve (&bench);
  collect_queries (&bench);

  bench.filter = "";
  measure (&bench, 0);
  foothold_bench_rest ();
  open_pages (&bench.few);
  scroll_through_all (&bench.many);

  bench.filter = FILTER;
  turn_to (&bench.many, FALSE, bench.filter);
  measure (&bench, 0.2);

  bench.filter = "";
  turn_to (&bench.many, TRUE, bench.filter);
  turn_to (&bench.few, TRUE, bench.filter);
  fill_twelve (&bench, TRUE, foothold_recycler_get_n_rows (bench.many.list));
  measure (&bench, 0.1);

  bench.filter = FILTER;
  turn_to (&bench.many, TRUE, bench.filter);
  measure (&bench, 0.3);

  foothold_store_close (bench.many.store);
  foothold_store_close (bench.few.store);

  return 0;
}
