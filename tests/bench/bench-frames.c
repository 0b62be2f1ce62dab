/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-frames.h"

#include "foothold-bench.h"
#include "model/foothold-window-list.h"

static void
before_paint_cb (GdkFrameClock *clock, FootholdBenchFrames *self)
{
  self->frame_start = foothold_bench_now ();
}

static void
after_paint_cb (GdkFrameClock *clock, FootholdBenchFrames *self)
{
  self->n_painted++;
  self->frame_took = foothold_bench_now () - self->frame_start;
  self->shown = self->is_settled != NULL && self->is_settled (self->data);
}

void
foothold_bench_frames_watch (FootholdBenchFrames *self,
                             GtkWidget *window,
                             gboolean (*is_settled) (gpointer data),
                             gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  self->window = window;
  self->is_settled = is_settled;
  self->data = data;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

void
foothold_bench_frames_ask (FootholdBenchFrames *self)
{
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (self->window), GDK_FRAME_CLOCK_PHASE_PAINT);
}

void
foothold_bench_frames_wait_painted (FootholdBenchFrames *self)
{
  const guint before = self->n_painted;

  foothold_bench_frames_ask (self);
  while (self->n_painted == before)
    g_main_context_iteration (NULL, TRUE);
}

void
foothold_bench_frames_wait_shown (FootholdBenchFrames *self)
{
  self->shown = FALSE;
  while (!self->shown)
    {
      if (self->is_settled (self->data))
        foothold_bench_frames_ask (self);
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
foothold_bench_rest (void)
{
  gboolean over = FALSE;

  g_timeout_add (25, flag_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
foothold_bench_list_is_settled (FootholdRecycler *list)
{
  GListModel *model = foothold_recycler_get_model (list);
  g_autoptr (GtkAdjustment) adjustment = NULL;

  if (model == NULL || foothold_window_list_get_loading (FOOTHOLD_WINDOW_LIST (model)))
    return FALSE;
  g_object_get (list, "vadjustment", &adjustment, NULL);
  if (foothold_recycler_get_n_rows (list)
      < MIN (gtk_adjustment_get_page_size (adjustment) / gtk_adjustment_get_step_increment (adjustment),
             g_list_model_get_n_items (model)))
    return FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      FootholdRecord *record;

      if (!FOOTHOLD_IS_RECYCLER_ROW (row) || !gtk_widget_get_child_visible (row))
        continue;
      record = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (row));
      if (record != NULL && !foothold_record_get_loaded (record))
        return FALSE;
    }

  return TRUE;
}
