/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The board of stages on the screen: a key pressed (5.4), scrolling (6.4) and a jump (7.4) in its longest column, and a
 * card moved until it stands painted in its new column (15). Two boards stand side by side, one over many applications,
 * one over 200.
 * Usage: bench-tracker FOLDER-WITH-MANY FOLDER-WITH-200
 */

#include <adwaita.h>

#include "bench-data.h"
#include "bench-frames.h"
#include "foothold-bench.h"
#include "model/foothold-application-record.h"
#include "model/foothold-window-list.h"
#include "views/tracker/foothold-application-card.h"
#include "views/tracker/foothold-stage-column.h"
#include "views/tracker/foothold-tracker-view.h"

#define N_KEYS 24
#define N_MOVES 12
/* of sixty a second */
#define FRAME_MS (1000.0 / 60)

typedef struct
{
  FootholdBenchFrames frames;
  FootholdStore *store;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *search;
  GPtrArray *columns; /* FootholdStageColumn */
  FootholdRecycler *longest;
  GtkAdjustment *adjustment; /* of the longest */
  FootholdStageColumn *target; /* where awaited is to stand; NULL: nothing is waited for */
  gint64 awaited;
} Board;

typedef struct
{
  Board many;
  Board few;
  Board some; /* only its window is used */
  GPtrArray *rebound; /* the cards in it */
  GPtrArray *queries;
  GRand *random;
  guint turn;
  guint n_asked, n_key_frames, n_moves, n_move_frames;
} Bench;

static FootholdRecycler *
list_of (FootholdStageColumn *column)
{
  return FOOTHOLD_RECYCLER (foothold_bench_find_widget (GTK_WIDGET (column), FOOTHOLD_TYPE_RECYCLER));
}

static gboolean
is_settled (gpointer data)
{
  Board *board = data;

  for (guint i = 0; i < board->columns->len; i++)
    if (!foothold_bench_list_is_settled (list_of (g_ptr_array_index (board->columns, i))))
      return FALSE;

  return board->target == NULL || foothold_stage_column_get_selected (board->target) == board->awaited;
}

static void
collect_columns (GtkWidget *from, GPtrArray *columns)
{
  if (FOOTHOLD_IS_STAGE_COLUMN (from))
    {
      g_ptr_array_add (columns, from);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_columns (child, columns);
}

static guint
count_in (FootholdStageColumn *column)
{
  FootholdWindowList *model = foothold_stage_column_get_model (column);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static void
open_board (Board *board, const char *dir)
{
  FootholdStageColumn *longest = NULL;

  board->columns = g_ptr_array_new ();
  board->store = foothold_bench_open_store (dir);
  board->view = foothold_tracker_view_new (board->store);
  board->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (board->window), 1400, 800);
  adw_window_set_content (ADW_WINDOW (board->window), board->view);
  gtk_window_present (GTK_WINDOW (board->window));
  foothold_bench_frames_watch (&board->frames, board->window, is_settled, board);
  board->search = foothold_bench_find_widget (board->view, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (board->search);

  while (board->columns->len == 0 || foothold_stage_column_get_model (board->columns->pdata[0]) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_ptr_array_set_size (board->columns, 0);
      collect_columns (board->view, board->columns);
    }
  foothold_bench_frames_wait_shown (&board->frames);
  for (guint i = 0; i < board->columns->len; i++)
    if (longest == NULL || count_in (g_ptr_array_index (board->columns, i)) > count_in (longest))
      longest = g_ptr_array_index (board->columns, i);
  board->longest = list_of (longest);
  g_object_get (board->longest, "vadjustment", &board->adjustment, NULL);
}

/* As many cards in a box as the board shows, bound to others at each key: what no list can be quicker than. */
static void
open_some (Bench *bench)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  guint n = 0;

  bench->rebound = g_ptr_array_new ();
  for (guint i = 0; i < bench->many.columns->len; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_widget_set_hexpand (box, TRUE);
      gtk_box_append (GTK_BOX (columns), box);
      n = foothold_recycler_get_n_rows (list_of (g_ptr_array_index (bench->many.columns, i)));
      for (guint row = 0; row < n; row++)
        {
          GtkWidget *card = g_object_new (FOOTHOLD_TYPE_APPLICATION_CARD, NULL);

          g_ptr_array_add (bench->rebound, card);
          gtk_box_append (GTK_BOX (box), card);
        }
    }
  bench->some.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->some.window), 1400, 800);
  adw_window_set_content (ADW_WINDOW (bench->some.window), columns);
  gtk_window_present (GTK_WINDOW (bench->some.window));
  foothold_bench_frames_watch (&bench->some.frames, bench->some.window, NULL, NULL);
  foothold_bench_rest ();
}

/* The entry answers in the main loop: until then the lists have not even heard the question. */
static void
type (Board *board, const char *text)
{
  FootholdWindowList *model = foothold_stage_column_get_model (board->columns->pdata[0]);

  gtk_editable_set_text (GTK_EDITABLE (board->search), text);
  while (g_strcmp0 (foothold_window_list_get_query (model)->text, text) != 0)
    g_main_context_iteration (NULL, TRUE);
  foothold_bench_frames_wait_shown (&board->frames);
}

static gdouble
keys_p95 (gpointer data)
{
  Bench *bench = data;
  gdouble times[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++)
    {
      guint n_painted;
      gdouble start;

      foothold_bench_rest ();
      n_painted = bench->many.frames.n_painted;
      start = foothold_bench_now ();
      type (&bench->many, g_ptr_array_index (bench->queries, (bench->turn + i) % bench->queries->len));
      times[i] = foothold_bench_now () - start;
      bench->n_asked++;
      bench->n_key_frames += bench->many.frames.n_painted - n_painted;
    }
  bench->turn++;
  type (&bench->many, "");

  return foothold_bench_quantile (times, N_KEYS, 0.95);
}

static gdouble
rebound_p95 (gpointer data)
{
  Bench *bench = data;
  GListModel *model = foothold_recycler_get_model (bench->few.longest);
  const guint n_items = MIN (60, g_list_model_get_n_items (model));
  gdouble times[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++)
    {
      gdouble start;

      foothold_bench_rest ();
      start = foothold_bench_now ();
      for (guint row = 0; row < bench->rebound->len; row++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (model, (i * bench->rebound->len + row) % n_items);

          foothold_recycler_row_set_item (g_ptr_array_index (bench->rebound, row), item);
        }
      foothold_bench_frames_wait_painted (&bench->some.frames);
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

/* From the key to the frame in which the card stands selected in the column beside, in frames of sixty a second. */
static gdouble
time_moved (Bench *bench, FootholdStageColumn *from, FootholdStageColumn *to, const char *action)
{
  Board *board = &bench->many;
  FootholdWindowList *model = foothold_stage_column_get_model (from);
  guint n_painted;
  gdouble start, took;

  board->awaited =
    foothold_window_list_get_id (model, (guint) g_rand_int_range (bench->random, 0, MIN (8, (gint32) count_in (from))));
  board->target = to;
  foothold_bench_rest ();
  n_painted = board->frames.n_painted;
  start = foothold_bench_now ();
  foothold_tracker_view_act (FOOTHOLD_TRACKER_VIEW (board->view), action, board->awaited);
  board->frames.shown = FALSE;
  while (!board->frames.shown)
    g_main_context_iteration (NULL, TRUE);
  took = foothold_bench_now () - start;
  bench->n_moves++;
  bench->n_move_frames += board->frames.n_painted - n_painted;
  board->target = NULL;

  return took / FRAME_MS;
}

static gdouble
moves_p95 (gpointer data)
{
  Bench *bench = data;
  FootholdStageColumn *sent = g_ptr_array_index (bench->many.columns, 1);
  FootholdStageColumn *talking = g_ptr_array_index (bench->many.columns, 2);
  gdouble times[N_MOVES];

  for (guint i = 0; i < N_MOVES; i += 2)
    {
      times[i] = time_moved (bench, sent, talking, "application.move-on");
      times[i + 1] = time_moved (bench, talking, sent, "application.move-back");
    }

  return foothold_bench_quantile (times, N_MOVES, 0.95);
}

/* Beginnings of words of what they applied for, from one letter on, as somebody types them. */
static void
collect_queries (Bench *bench)
{
  GListModel *model = foothold_recycler_get_model (bench->few.longest);

  bench->queries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autoptr (FootholdRecord) record = g_list_model_get_item (model, i);
      const FootholdApplicationRow *row = foothold_record_peek_row (record);
      g_auto (GStrv) words = g_strsplit (row->title, " ", -1);
      const char *word = words[i % g_strv_length (words)];

      g_ptr_array_add (bench->queries, g_utf8_substring (word, 0, MIN (1 + (glong) (i % 6), g_utf8_strlen (word, -1))));
    }
}

int
main (int argc, char *argv[])
{
  Bench bench = { 0 };
  guint n = 0;

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
  open_some (&bench);
  collect_queries (&bench);
  for (guint i = 0; i < bench.many.columns->len; i++)
    n += count_in (g_ptr_array_index (bench.many.columns, i));

  foothold_bench_ratio (5.4, keys_p95, rebound_p95, &bench);
  foothold_bench_count (5.4, "frames painted a key", (gdouble) bench.n_key_frames / bench.n_asked);
  foothold_bench_count (5.4, "applications on the board", n);
  foothold_bench_count (5.4, "cards rebound", bench.rebound->len);
  foothold_bench_pairs (6.4, scroll_p95, &bench);
  foothold_bench_count (6.4, "applications in the column",
                        g_list_model_get_n_items (foothold_recycler_get_model (bench.many.longest)));
  foothold_bench_ratio (7.4, jump_p95, step_p95, &bench);

  foothold_bench_single (15, moves_p95, &bench);
  foothold_bench_count (15, "frames painted a move", (gdouble) bench.n_move_frames / bench.n_moves);

  foothold_store_close (bench.many.store);
  foothold_store_close (bench.few.store);

  return 0;
}
