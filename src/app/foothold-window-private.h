// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/foothold-sidebar-row.h"
#include "app/foothold-window.h"
#include "model/foothold-clock.h"
#include "widgets/foothold-page.h"

/* What the files of the window share among themselves; nobody else includes this. */

G_BEGIN_DECLS

struct _FootholdWindow
{
  AdwApplicationWindow parent_instance;

  FootholdSession *session;
  FootholdStore *store; /* while the session is open */
  FootholdClock *clock; /* as long as that */
  GSettings *settings; /* NULL: nothing is remembered */
  GCancellable *opening; /* reading the profile after the store opened */
  GSignalGroup *store_signals;

  AdwToastOverlay *toast_overlay;
  GtkOverlay *overlay;
  GtkRevealer *drop_revealer;
  GtkStack *pages;
  AdwToolbarView *frame;
  AdwBanner *banner; /* NULL until there is something to say */
  AdwOverlaySplitView *split_view;
  GtkMenuButton *menu_button;
  GMenu *primary_menu;
  GMenu *undo_section;
  GtkListBox *sidebar;
  GtkStack *view_stack;
  GtkRevealer *loading_revealer;

  GtkWidget *board; /* built when the store is there */
  GHashTable *made_pages; /* view → FootholdPage: built when they are first looked at */
  GtkWidget *welcome; /* built on a first start only */
  GtkWidget *trouble; /* built when opening failed */
  char *location_warning; /* the data lies where it is in danger, and the person has not yet said that they know */
  gboolean moved; /* a write was refused because the file is no longer where it was */
  AdwDialog *alert; /* weak: says that the data as a whole cannot be written */
  FootholdDbError told; /* why, as the last alert said; until something is written again */
  guint loading_timeout;
  guint waiting_timeout;
  GPtrArray *searches; /* FootholdSavedSearchRow, as the sidebar shows them; NULL before they were read */
  GCancellable *counting; /* what they find */
  guint searches_timeout;
  gboolean searching; /* the words in the search are those of a saved one */
  gboolean filling; /* the sidebar's lines are being made */
  GPtrArray *open_files; /* GFile: asked for before the data was open */
  gboolean add_asked;
  gboolean due_asked; /* something due is to be shown */
  gint64 due_application, due_outreach, due_person, due_opportunity; /* what: 0 for none of them, all that is due */
  gboolean painted; /* the first frame is out: now the views may be built */
};

/* -actions */
void foothold_window_install_actions (GtkWidgetClass *widget_class);
void foothold_window_init_actions (FootholdWindow *self);
void foothold_window_update_actions (FootholdWindow *self);

/* -state */
void foothold_window_init_state (FootholdWindow *self);
void foothold_window_save_state (FootholdWindow *self);
/* What was open in @view when the last window closed, as that says it; NULL: nothing. (transfer full) */
char *foothold_window_dup_opened (FootholdWindow *self, const char *view);

/* -navigation */
void foothold_window_install_navigation (GtkWidgetClass *widget_class);
void foothold_window_init_navigation (FootholdWindow *self);
void foothold_window_show_view (FootholdWindow *self, const char *view);
const char *foothold_window_get_view (FootholdWindow *self);
void foothold_window_show_loading (FootholdWindow *self);
void foothold_window_show_board (FootholdWindow *self);
void foothold_window_show_welcome (FootholdWindow *self);
void foothold_window_show_trouble (FootholdWindow *self);
void foothold_window_drop_pages (FootholdWindow *self);
void foothold_window_update_banner (FootholdWindow *self);
void foothold_window_count_waiting (FootholdWindow *self);

/* The line of a view; NULL where there is none. */
FootholdSidebarRow *foothold_window_find_row (FootholdWindow *self, const char *view);
/* Where the lines of saved searches begin: after those of the board. What is not of the board follows. */
int foothold_window_get_searches_position (FootholdWindow *self);
/* The board is in front, whatever else was. */
void foothold_window_show_board_page (FootholdWindow *self);
/* A button that brings the sidebar, for the header bar of a view. */
GtkWidget *foothold_window_new_sidebar_button (FootholdWindow *self);

/* -pages: the views beside the board */
gboolean foothold_window_is_page (const char *view);
/* NULL before it was first looked at. */
FootholdPage *foothold_window_get_page (FootholdWindow *self, const char *view);
/* The one in front, or NULL: the board, or none yet. */
FootholdPage *foothold_window_get_shown_page (FootholdWindow *self);
/* The help page of the one in front, or NULL. */
const char *foothold_window_get_page_help (FootholdWindow *self);
void foothold_window_show_page (FootholdWindow *self, const char *view);
/* Shows it, and in it what has that id. */
void foothold_window_open_in_page (FootholdWindow *self, const char *view, gint64 id);
void foothold_window_drop_made_pages (FootholdWindow *self);
void foothold_window_begin_day_in_pages (FootholdWindow *self);
/* The lines of those that stand above the board, or below it. */
void foothold_window_add_page_rows (FootholdWindow *self, gboolean first);
void foothold_window_count_in_pages (FootholdWindow *self);
/* What foothold_window_open_due() was asked before the data was open. */
void foothold_window_open_asked_due (FootholdWindow *self);
void foothold_window_install_pages (GtkWidgetClass *widget_class);

/* -places */
void foothold_window_made_places (FootholdWindow *self, GtkWidget *page);
/* The place that has the keys or is selected where the places are shown, or NULL; *@kind goes with it. (transfer full)
 */
char *foothold_window_dup_place (FootholdWindow *self, char **kind);

/* -searches */
void foothold_window_load_searches (FootholdWindow *self);
void foothold_window_drop_searches (FootholdWindow *self);
void foothold_window_count_searches (FootholdWindow *self);
gboolean foothold_window_is_search (const char *view);
void foothold_window_open_search (FootholdWindow *self, const char *view);

/* -restore */
void foothold_window_install_restore (GtkWidgetClass *widget_class);
/* Reads what can be read of the file the trouble page is about. */
void foothold_window_salvage (FootholdWindow *self);

/* -ways-in */
void foothold_window_init_ways_in (FootholdWindow *self);
/* Fills an empty sample profile, then shows the board. */
void foothold_window_fill_sample (FootholdWindow *self);
void foothold_window_import_pending (FootholdWindow *self);
void foothold_window_choose_files (FootholdWindow *self);
void foothold_window_choose_folder (FootholdWindow *self);
/* What is on the clipboard; in the places to look it was found at the one that has the keys or is selected. */
void foothold_window_paste (FootholdWindow *self);
/* The same, found at @place; NULL: nobody said where. @kind: a slug of foothold_place_kinds. */
void foothold_window_paste_found (FootholdWindow *self, const char *place, const char *kind);

G_END_DECLS
