/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * Which columns a table shows and how wide they are: once for its header and for each of its rows, so that they stand
 * one below the other whatever is in them. Widths are given in digits of the widget's font.
 *
 * Signal: "changed".
 */

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* for settings */
  const char *title; /* to be translated */
  const char *order; /* what a click on its head orders by, or NULL */
  int digits; /* the least width */
  gboolean grows; /* takes what is left */
  gboolean fixed; /* not for the person to choose */
  gboolean shown; /* at first */
  gboolean falls; /* by its order what is most stands first, unless that is reversed */
} FootholdColumn;

#define FOOTHOLD_TYPE_COLUMNS (foothold_columns_get_type ())
G_DECLARE_FINAL_TYPE (FootholdColumns, foothold_columns, FOOTHOLD, COLUMNS, GObject)

/* @columns: static */
FootholdColumns *foothold_columns_new (const FootholdColumn *columns, guint n);
/* Where there is room, those that do not grow are as wide as their titles in the person's language. */
void foothold_columns_fit_heads (FootholdColumns *self);
guint foothold_columns_get_n (FootholdColumns *self);
const FootholdColumn *foothold_columns_get (FootholdColumns *self, guint i);
gboolean foothold_columns_is_shown (FootholdColumns *self, guint i);
void foothold_columns_set_shown (FootholdColumns *self, guint i, gboolean shown);
/* The same for a fixed one, which is no choice of the person's and in no settings. */
void foothold_columns_set_needed (FootholdColumns *self, guint i, gboolean needed);
/* The names of those that are shown. (transfer full) */
char **foothold_columns_dup_names (FootholdColumns *self);
/* An empty list is those shown at first. */
void foothold_columns_set_names (FootholdColumns *self, const char *const *names);

#define FOOTHOLD_TYPE_COLUMN_LAYOUT (foothold_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (FootholdColumnLayout, foothold_column_layout, FOOTHOLD, COLUMN_LAYOUT, GtkLayoutManager)

/* Child i of its widget stands in column i. */
GtkLayoutManager *foothold_column_layout_new (FootholdColumns *columns);

G_END_DECLS
