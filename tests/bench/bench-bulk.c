/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All that a board shows is picked, starred, tagged and dropped, and each is taken back: how long the window was deaf
 * at most (3.1), and how long each took until it could be seen. Once, for it takes long; the profile is afterwards what
 * it was.
 * Usage: bench-bulk FOLDER
 */

#include <adwaita.h>

#include "bench-data.h"
#include "foothold-bench.h"
#include "model/foothold-window-list.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-opportunity-deed.h"
#include "widgets/foothold-recycler.h"

/* So long nothing is to be done any more: by then it is all over. */
#define QUIET_MS 150

typedef struct
{
  FootholdStore *store;
  GtkWidget *board;
  GListModel *model;
  gdouble longest;
} Bulk;

static gboolean
is_loading (Bulk *self)
{
  return foothold_window_list_get_loading (FOOTHOLD_WINDOW_LIST (self->model));
}

static void
changed_cb (FootholdStore *store, FootholdChanges *changes, gboolean *changed)
{
  *changed = TRUE;
}

/*
 * What was begun at @start, with @spent on the clock of the thread, until the store has said so (where it is a @write),
 * the list has followed and nothing was to be done for a while. Turns of the loop are counted in time of the processor:
 * the writer has one of its own.
 */
static void
measure (Bulk *self, const char *what, gboolean write, gdouble start, gdouble spent)
{
  gboolean changed = !write;
  const gulong handler = g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &changed);
  gdouble longest = foothold_bench_spent () - spent;
  gdouble busy = foothold_bench_now (), end = busy;
  g_autofree char *over = g_strdup_printf ("%s, ms until it was over", what);
  g_autofree char *turn = g_strdup_printf ("%s, longest turn of the loop in ms of the processor", what);

  while (!changed || is_loading (self) || foothold_bench_now () - busy < QUIET_MS)
    {
      spent = foothold_bench_spent ();
      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (200); /* real time: leaves the processor to the writer */
          continue;
        }
      busy = end = foothold_bench_now ();
      longest = MAX (longest, foothold_bench_spent () - spent);
    }
  g_signal_handler_disconnect (self->store, handler);
  self->longest = MAX (self->longest, longest);
  foothold_bench_count (3.1, over, end - start);
  foothold_bench_count (3.1, turn, longest);
}

static void
undo (Bulk *self, const char *what)
{
  const gdouble start = foothold_bench_now (), spent = foothold_bench_spent ();

  foothold_store_undo_async (self->store, NULL, NULL, NULL);
  measure (self, what, TRUE, start, spent);
}

static void
pick_all (Bulk *self, const char *what)
{
  const gdouble start = foothold_bench_now (), spent = foothold_bench_spent ();

  gtk_widget_activate_action (self->board, "board.pick-all", NULL);
  measure (self, what, FALSE, start, spent);
}

static void
open_board (Bulk *self)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->board = foothold_board_view_new (self->store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), self->board);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 800);
  gtk_window_present (GTK_WINDOW (window));
  self->model =
    foothold_recycler_get_model (FOOTHOLD_RECYCLER (foothold_bench_find_widget (self->board, FOOTHOLD_TYPE_RECYCLER)));
  while (is_loading (self))
    g_main_context_iteration (NULL, TRUE);
}

static void
tag_all (Bulk *self)
{
  g_autoptr (GArray) ids = NULL;
  const gdouble start = foothold_bench_now (), spent = foothold_bench_spent ();

  ids = foothold_board_view_dup_picked (FOOTHOLD_BOARD_VIEW (self->board));
  foothold_opportunity_tag (self->board, self->store, ids, "All of Them", TRUE);
  measure (self, "all tagged", TRUE, start, spent);
}

static void
drop_all (Bulk *self)
{
  g_autoptr (GArray) ids = NULL;
  const gdouble start = foothold_bench_now (), spent = foothold_bench_spent ();

  ids = foothold_board_view_dup_picked (FOOTHOLD_BOARD_VIEW (self->board));
  foothold_opportunity_do (self->board, self->store, FOOTHOLD_ACTION_SET_STATE, ids, NULL, "dropped", "Too many");
  measure (self, "all dropped", TRUE, start, spent);
}

static void
star_all (Bulk *self)
{
  const gdouble start = foothold_bench_now (), spent = foothold_bench_spent ();

  gtk_widget_activate_action (self->board, "opportunity.star", NULL);
  measure (self, "all starred", TRUE, start, spent);
}

int
main (int argc, char *argv[])
{
  Bulk bulk = { 0 };

  foothold_bench_init (&argc, &argv);
  if (argc != 2)
    {
      g_printerr ("usage: %s FOLDER\n", argv[0]);
      return 2;
    }

  adw_init ();
  bulk.store = foothold_bench_open_store (argv[1]);
  open_board (&bulk);
  measure (&bulk, "nothing", FALSE, foothold_bench_now (), foothold_bench_spent ());
  bulk.longest = 0; /* of making the window */
  pick_all (&bulk, "all picked");
  star_all (&bulk);
  undo (&bulk, "stars taken back");
  tag_all (&bulk);
  undo (&bulk, "tags taken back");
  drop_all (&bulk);
  undo (&bulk, "drop taken back");
  g_print ("pair 3.1 %.3f\n", bulk.longest);
  foothold_bench_close_store (&bulk.store);

  return 0;
}
