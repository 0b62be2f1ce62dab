/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-frames.h"

#include "foothold-bench.h"
#include "model/foothold-window-list.h"

/* Down and up again: of so many the p95 is the twelfth longest, and no single hiccup of the machine decides. */
#define N_FRAMES 240
/* So many of one list, then of the other: what slows the machine for a second slows both. */
#define N_IN_TURN 24
#define N_JUMPS 24
#define SCROLL_STEP 40

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

/* The frames from @from on of the way down and up again. */
static void
scroll (const FootholdBenchScrolled *list, guint from, gdouble *times)
{
  for (guint i = from; i < from + N_IN_TURN; i++)
    {
      gtk_adjustment_set_value (list->adjustment, (i < N_FRAMES / 2 ? i + 1 : N_FRAMES - 1 - i) * SCROLL_STEP);
      foothold_bench_frames_wait_painted (list->frames);
      times[i] = list->frames->frame_took;
    }
}

void
foothold_bench_scroll_p95 (const FootholdBenchScrolled *a,
                           const FootholdBenchScrolled *b,
                           gdouble *p95_a,
                           gdouble *p95_b)
{
  gdouble times_a[N_FRAMES], times_b[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i += N_IN_TURN)
    {
      scroll (a, i, times_a);
      scroll (b, i, times_b);
    }
  foothold_bench_frames_wait_shown (a->frames);
  foothold_bench_frames_wait_shown (b->frames);
  *p95_a = foothold_bench_quantile (times_a, N_FRAMES, 0.95);
  *p95_b = foothold_bench_quantile (times_b, N_FRAMES, 0.95);
}

gdouble
foothold_bench_jumps_p95 (FootholdBenchFrames *self, GtkAdjustment *adjustment, GRand *random)
{
  const gdouble upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gdouble times[N_JUMPS];

  for (guint i = 0; i < N_JUMPS; i++)
    {
      const gdouble value = random != NULL ? g_rand_double_range (random, 0, upper) : (i + 1) * SCROLL_STEP;
      guint n_painted;
      gdouble start;

      foothold_bench_rest ();
      n_painted = self->n_painted;
      start = foothold_bench_now ();
      gtk_adjustment_set_value (adjustment, value);
      foothold_bench_frames_wait_shown (self);
      times[i] = foothold_bench_now () - start;
      self->n_jumps++;
      self->n_jump_frames += self->n_painted - n_painted;
    }
  if (random == NULL)
    {
      gtk_adjustment_set_value (adjustment, 0);
      foothold_bench_frames_wait_shown (self);
    }

  return foothold_bench_quantile (times, N_JUMPS, 0.95);
}
