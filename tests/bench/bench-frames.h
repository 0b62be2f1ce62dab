/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/foothold-recycler.h"

/*
 * What a window paints: how many frames, how long one took, and whether the last
 * one showed all there was to show. Zeroed at first; lives as long as its window.
 */

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *window;
  /* nothing on the screen waits for its text; NULL: only frames are counted */
  gboolean (*is_settled) (gpointer data);
  gpointer data;
  guint n_painted;
  gboolean shown; /* the last frame was settled */
  gdouble frame_start;
  gdouble frame_took;
  guint n_jumps, n_jump_frames; /* of foothold_bench_jumps_p95() */
} FootholdBenchFrames;

/* A list in a window of its own. */
typedef struct
{
  FootholdBenchFrames *frames;
  GtkAdjustment *adjustment;
} FootholdBenchScrolled;

/* @window: presented. */
void foothold_bench_frames_watch (FootholdBenchFrames *self,
                                  GtkWidget *window,
                                  gboolean (*is_settled) (gpointer data),
                                  gpointer data);
/* What changed nothing asks for no frame; one that is on its way does not get any later by this. */
void foothold_bench_frames_ask (FootholdBenchFrames *self);
void foothold_bench_frames_wait_painted (FootholdBenchFrames *self);
/* Until the answer to what was asked last stands painted on the screen. */
void foothold_bench_frames_wait_shown (FootholdBenchFrames *self);
/* The frame clock holds back a frame that follows another too closely: let it come to rest. */
void foothold_bench_rest (void);
/* Every row of @list that is on the screen shows its item's text, not its place holder. */
gboolean foothold_bench_list_is_settled (FootholdRecycler *list);
/* What a frame takes while each list goes down and up step by step, in turns; then they are at their tops again. */
void foothold_bench_scroll_p95 (const FootholdBenchScrolled *a,
                                const FootholdBenchScrolled *b,
                                gdouble *p95_a,
                                gdouble *p95_b);
/* From a jump to a random place to the frame in which all rows there have their text; without @random, from a step of
 * smooth scrolling. */
gdouble foothold_bench_jumps_p95 (FootholdBenchFrames *self, GtkAdjustment *adjustment, GRand *random);

G_END_DECLS
