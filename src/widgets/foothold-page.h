// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * A view of its own in the sidebar, beside the board: what the window asks of it. Of all but the header bar it is
 * enough to have what makes sense. A page that wants another one shown activates the window's actions
 * "win.open-opportunity", "win.open-application", "win.open-person", "win.open-outreach" and "win.open-organisation"
 * (parameter: the id, int64).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PAGE (foothold_page_get_type ())
G_DECLARE_INTERFACE (FootholdPage, foothold_page, FOOTHOLD, PAGE, GtkWidget)

struct _FootholdPageInterface
{
  GTypeInterface parent_iface;

  AdwHeaderBar *(*get_header_bar) (FootholdPage *self);
  void (*begin_day) (FootholdPage *self);
  void (*add) (FootholdPage *self);
  void (*search) (FootholdPage *self);
  void (*open) (FootholdPage *self, gint64 id);
  void (*flush) (FootholdPage *self);
  void (*set_table) (FootholdPage *self, gboolean table);
  char *(*dup_opened) (FootholdPage *self);
  void (*reopen) (FootholdPage *self, const char *opened);
};

/* The window packs its sidebar button there. (transfer none) */
AdwHeaderBar *foothold_page_get_header_bar (FootholdPage *self);
/* Another day: what is said in days from today is said anew. */
void foothold_page_begin_day (FootholdPage *self);
/* One more of what is shown (Ctrl+N). FALSE: it has nothing to add. */
gboolean foothold_page_add (FootholdPage *self);
/* The keys go into its search entry (Ctrl+F). FALSE: it has none. */
gboolean foothold_page_search (FootholdPage *self);
/* Shows the one with that id, wherever it is in the page. */
void foothold_page_open (FootholdPage *self, gint64 id);
/* What is being typed is saved. */
void foothold_page_flush (FootholdPage *self);
/* Shows what it has as a table, or as cards (Ctrl+2, Ctrl+1). FALSE: it has but one face. */
gboolean foothold_page_set_table (FootholdPage *self, gboolean table);
/* What is open in it, for foothold_page_reopen () in a later window; NULL: nothing. (transfer full) */
char *foothold_page_dup_opened (FootholdPage *self);
/* @opened is open again. What is gone since then is left without a word. */
void foothold_page_reopen (FootholdPage *self, const char *opened);

G_END_DECLS
