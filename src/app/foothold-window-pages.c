// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The views beside the board: each a line in the sidebar with what waits there, and a page built when it is first
 * looked at. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "store/foothold-application-store.h"
#include "store/foothold-due-list.h"
#include "store/foothold-id.h"
#include "store/foothold-place-store.h"
#include "store/foothold-waiting.h"
#include "views/board/foothold-board-view.h"
#include "views/people/foothold-people-view.h"
#include "views/places/foothold-places-view.h"
#include "views/today/foothold-today-view.h"
#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-page.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* How many wait for the person on the day @today (ISO); finishes with foothold_store_count_waiting_finish(). */
typedef void (*CountAsync) (FootholdStore *store,
                            const char *today,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

static void
count_today (FootholdStore *store,
             const char *today,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  foothold_due_list_count_async (store, foothold_now_ms (), cancellable, callback, user_data);
}

/* Where settings cannot be written nothing must be locked for it. */
static void
made_tracker (FootholdWindow *self, GtkWidget *page)
{
  static const struct
  {
    const char *key, *property;
  } kept[] = {
    { "reversed-application-orders", "reversed-orders" },
    { "application-order", "order" },
    { "application-columns", "columns" },
  };
  GtkWidget *table = foothold_tracker_view_get_table (FOOTHOLD_TRACKER_VIEW (page));

  if (self->settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_settings_bind (self->settings, kept[i].key, table, kept[i].property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_settings_bind (self->settings, "application-table", page, "table",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
}

static const struct
{
  const char *view, *title, *icon_name, *help;
  gboolean first; /* above the board */
  GtkWidget *(*make) (FootholdStore *store);
  void (*made) (FootholdWindow *self, GtkWidget *page); /* what else the window wants of it; or NULL */
  CountAsync count; /* or NULL */
} pages[] = {
  { "today", N_ ("Today"), "foothold-calendar-symbolic", "today", TRUE, foothold_today_view_new, NULL, count_today },
  { "applications", N_ ("Applications"), "foothold-apply-symbolic", "applications", FALSE, foothold_tracker_view_new,
    made_tracker, NULL },
  { "people", N_ ("People"), "foothold-people-symbolic", "people", FALSE, foothold_people_view_new, NULL, NULL },
  { "places", N_ ("Places to Look"), "foothold-place-symbolic", "places", FALSE, foothold_places_view_new,
    foothold_window_made_places, foothold_place_count_due_async },
};

static int
find_page (const char *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].view, view) == 0)
      return (int) i;

  return -1;
}

gboolean
foothold_window_is_page (const char *view)
{
  return find_page (view) >= 0;
}

FootholdPage *
foothold_window_get_page (FootholdWindow *self, const char *view)
{
  return self->made_pages != NULL && view != NULL ? g_hash_table_lookup (self->made_pages, view) : NULL;
}

FootholdPage *
foothold_window_get_shown_page (FootholdWindow *self)
{
  return foothold_window_get_page (self, foothold_window_get_view (self));
}

const char *
foothold_window_get_page_help (FootholdWindow *self)
{
  const int at = find_page (foothold_window_get_view (self));

  return at >= 0 ? pages[at].help : NULL;
}

void
foothold_window_show_page (FootholdWindow *self, const char *view)
{
  const int at = find_page (view);
  FootholdPage *page = foothold_window_get_page (self, view);
  g_autofree char *opened = NULL;

  g_return_if_fail (at >= 0);

  if (page == NULL)
    {
      page = FOOTHOLD_PAGE (pages[at].make (self->store));
      adw_header_bar_pack_start (foothold_page_get_header_bar (page), foothold_window_new_sidebar_button (self));
      if (pages[at].made != NULL)
        pages[at].made (self, GTK_WIDGET (page));
      opened = foothold_window_dup_opened (self, view);
      if (opened != NULL)
        foothold_page_reopen (page, opened);
      gtk_stack_add_named (self->view_stack, GTK_WIDGET (page), view);
      g_hash_table_insert (self->made_pages, (gpointer) pages[at].view, page);
    }
  gtk_stack_set_visible_child (self->view_stack, GTK_WIDGET (page));
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

void
foothold_window_open_in_page (FootholdWindow *self, const char *view, gint64 id)
{
  foothold_window_show_view (self, view);
  foothold_window_show_page (self, view);
  foothold_page_open (foothold_window_get_page (self, view), id);
}

void
foothold_window_drop_made_pages (FootholdWindow *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->made_pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    {
      foothold_page_flush (page);
      gtk_stack_remove (self->view_stack, page);
    }
  g_hash_table_remove_all (self->made_pages);
}

void
foothold_window_begin_day_in_pages (FootholdWindow *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->made_pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    foothold_page_begin_day (page);
}

void
foothold_window_add_page_rows (FootholdWindow *self, gboolean first)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].first == first)
      gtk_list_box_append (self->sidebar,
                           foothold_sidebar_row_new (pages[i].view, _ (pages[i].title), pages[i].icon_name, FALSE));
}

/* ---- what waits ---- */

typedef struct
{
  FootholdWindow *window;
  const char *view;
} Counting;

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Counting *counting = user_data;
  g_autoptr (FootholdWindow) self = counting->window;
  const gssize n = foothold_store_count_waiting_finish (FOOTHOLD_STORE (source), result, NULL);
  FootholdSidebarRow *row = foothold_window_find_row (self, counting->view);

  if (n >= 0 && row != NULL && FOOTHOLD_STORE (source) == self->store)
    foothold_sidebar_row_set_waiting (row, (guint) n);
}

void
foothold_window_count_in_pages (FootholdWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].count != NULL)
      {
        Counting *counting = g_new0 (Counting, 1);

        counting->window = g_object_ref (self);
        counting->view = pages[i].view;
        pages[i].count (self->store, today, NULL, counted, counting);
      }
}

/* ---- from one to another ---- */

static void
open_opportunity (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);

  if (self->board == NULL)
    return;
  foothold_window_show_view (self, "board");
  foothold_window_show_board_page (self);
  foothold_board_view_open (FOOTHOLD_BOARD_VIEW (self->board), g_variant_get_int64 (parameter));
}

static void
open_application (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (FOOTHOLD_WINDOW (widget)->board != NULL)
    foothold_window_open_in_page (FOOTHOLD_WINDOW (widget), "applications", g_variant_get_int64 (parameter));
}

static void
application_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const gint64 id = foothold_application_find_finish (FOOTHOLD_STORE (source), result, &error);

  if (FOOTHOLD_STORE (source) != self->store)
    return;
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self->toast_overlay), error);
  else if (id != 0)
    foothold_window_open_in_page (self, "applications", id);
}

static void
open_application_for (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);

  if (self->board != NULL)
    foothold_application_find_async (self->store, g_variant_get_int64 (parameter), NULL, application_found,
                                     g_object_ref (self));
}

static void
show_board (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);

  if (self->board == NULL)
    return;
  foothold_window_show_view (self, "board");
  foothold_window_show_board_page (self);
  foothold_board_view_show_list (FOOTHOLD_BOARD_VIEW (self->board));
}

static void
open_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);

  if (self->store != NULL)
    foothold_window_open_in_page (self, "people", g_variant_get_int64 (parameter));
}

static FootholdPeopleView *
show_people (FootholdWindow *self)
{
  foothold_window_show_view (self, "people");
  foothold_window_show_page (self, "people");
  return FOOTHOLD_PEOPLE_VIEW (foothold_window_get_page (self, "people"));
}

static void
show_outreach (FootholdWindow *self, gint64 id)
{
  foothold_people_view_open_outreach (show_people (self), id);
}

static void
open_outreach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);

  if (self->store != NULL)
    show_outreach (self, g_variant_get_int64 (parameter));
}

static void
open_organisation (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);

  if (self->store != NULL)
    foothold_people_view_open_organisation (show_people (self), g_variant_get_int64 (parameter));
}

void
foothold_window_open_asked_due (FootholdWindow *self)
{
  if (!self->due_asked || self->board == NULL)
    return;

  self->due_asked = FALSE;
  if (self->due_application != 0)
    foothold_window_open_in_page (self, "applications", self->due_application);
  else if (self->due_outreach != 0)
    show_outreach (self, self->due_outreach);
  else if (self->due_person != 0)
    foothold_window_open_in_page (self, "people", self->due_person);
  else if (self->due_opportunity != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-opportunity", "x", self->due_opportunity);
  else
    foothold_window_show_view (self, "today");
}

void
foothold_window_open_due (FootholdWindow *self, const FootholdDueEntry *entry)
{
  g_return_if_fail (FOOTHOLD_IS_WINDOW (self));

  self->due_asked = TRUE;
  self->due_application = entry != NULL ? entry->application : 0;
  self->due_outreach = entry != NULL && entry->application == 0 ? entry->outreach : 0;
  self->due_person = entry != NULL && entry->application == 0 ? entry->person : 0;
  self->due_opportunity = entry != NULL && entry->application == 0 && entry->person == 0 ? entry->opportunity : 0;
  foothold_window_open_asked_due (self);
}

void
foothold_window_install_pages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-application", "x", open_application);
  gtk_widget_class_install_action (widget_class, "win.open-application-for", "x", open_application_for);
  gtk_widget_class_install_action (widget_class, "win.show-board", NULL, show_board);
  gtk_widget_class_install_action (widget_class, "win.open-person", "x", open_person);
  gtk_widget_class_install_action (widget_class, "win.open-outreach", "x", open_outreach);
  gtk_widget_class_install_action (widget_class, "win.open-organisation", "x", open_organisation);
  gtk_widget_class_install_action (widget_class, "win.open-opportunity", "x", open_opportunity);
}
