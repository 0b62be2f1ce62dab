// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-view-private.h"

#include "views/tracker/foothold-application-line.h"
#include "widgets/foothold-columns-menu.h"

#include <glib/gi18n.h>

/*
 * The board of stages and the table: two faces of the same applications, of which one at a time asks for them, so that
 * the other costs nothing. What is searched for, selected and picked goes over from one to the other.
 */

gboolean
foothold_tracker_faces_get_table (FootholdTrackerView *self)
{
  return self->is_table;
}

void
foothold_tracker_faces_ask (FootholdTrackerView *self)
{
  const char *text = foothold_board_search_get_text (self->search);
  const FootholdShow show = self->archived ? FOOTHOLD_SHOW_ARCHIVED : FOOTHOLD_SHOW_OPEN;

  if (self->is_table)
    foothold_tracker_table_set_query (self->table, text, show);
  else
    foothold_tracker_board_set_query (self->board, text, show);
}

void
foothold_tracker_faces_set_table (FootholdTrackerView *self, gboolean table)
{
  GtkWidget *old = self->is_table ? GTK_WIDGET (self->table) : GTK_WIDGET (self->board);
  const gboolean had_focus = gtk_widget_get_focus_child (old) != NULL;
  const gint64 id = foothold_tracker_faces_get_selected (self);

  if (self->is_table == table)
    return;

  self->is_table = table;
  foothold_tracker_board_set_active (self->board, !table);
  foothold_tracker_table_set_active (self->table, table);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), table);
  foothold_tracker_faces_await (self, id, had_focus);
  /* nothing is selected: the keys go to the first */
  self->focus_face = had_focus && id == 0;
  if (self->store != NULL)
    foothold_tracker_faces_ask (self);
  foothold_tracker_view_update_state (self);
}

/* ---- what both can say ---- */

GArray *
foothold_tracker_faces_dup_ids (FootholdTrackerView *self)
{
  FootholdWindowList *model = foothold_tracker_table_get_model (self->table);
  GArray *all;
  gsize n = 0;
  const gint64 *ids;

  if (!self->is_table)
    return foothold_tracker_board_dup_ids (self->board);

  all = g_array_new (FALSE, FALSE, sizeof (gint64));
  ids = model != NULL ? foothold_window_list_get_ids (model, &n) : NULL;
  if (n > 0)
    g_array_append_vals (all, ids, (guint) n);
  return all;
}

gint64
foothold_tracker_faces_get_selected (FootholdTrackerView *self)
{
  return self->is_table ? foothold_tracker_table_get_selected (self->table)
                        : foothold_tracker_board_get_selected (self->board);
}

FootholdApplicationRecord *
foothold_tracker_faces_dup_record (FootholdTrackerView *self, gint64 id)
{
  FootholdWindowList *model;
  guint at;

  if (!self->is_table)
    return foothold_tracker_board_dup_record (self->board, id);

  model = foothold_tracker_table_get_model (self->table);
  at = model != NULL ? foothold_window_list_find (model, id, 0) : G_MAXUINT;
  return at != G_MAXUINT ? g_list_model_get_item (G_LIST_MODEL (model), at) : NULL;
}

gint64
foothold_tracker_faces_find_stage (FootholdTrackerView *self, gint64 id)
{
  g_autoptr (FootholdApplicationRecord) record = NULL;
  const FootholdApplicationRow *line;
  const FootholdStageRow *column;
  guint at;

  if (!self->is_table)
    {
      column = foothold_tracker_board_find (self->board, id, &at);
      return column != NULL ? column->row.id : 0;
    }

  record = foothold_tracker_faces_dup_record (self, id);
  line = record != NULL ? foothold_application_record_peek (record) : NULL;
  return line != NULL ? line->stage : 0;
}

void
foothold_tracker_faces_await (FootholdTrackerView *self, gint64 id, gboolean focus)
{
  foothold_tracker_board_await (self->board, self->is_table ? 0 : id, focus);
  foothold_tracker_table_await (self->table, self->is_table ? id : 0, focus);
}

void
foothold_tracker_faces_go_to (FootholdTrackerView *self, gint64 id)
{
  const gboolean there = self->is_table ? foothold_tracker_table_select (self->table, id, TRUE)
                                        : foothold_tracker_board_select (self->board, id, TRUE);

  foothold_tracker_faces_await (self, there ? 0 : id, TRUE);
}

guint
foothold_tracker_faces_count (FootholdTrackerView *self, gboolean *loading, gboolean *hides)
{
  FootholdWindowList *model = foothold_tracker_table_get_model (self->table);

  if (!self->is_table)
    return foothold_tracker_board_count (self->board, loading, hides);

  *loading = model == NULL || foothold_window_list_get_loading (model);
  *hides = model != NULL && foothold_window_list_get_hides (model);
  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

const GError *
foothold_tracker_faces_get_error (FootholdTrackerView *self)
{
  FootholdWindowList *model = foothold_tracker_table_get_model (self->table);

  if (!self->is_table)
    return foothold_tracker_board_get_error (self->board);
  return model != NULL ? foothold_window_list_get_error (model) : NULL;
}

void
foothold_tracker_faces_begin_day (FootholdTrackerView *self)
{
  foothold_tracker_board_begin_day (self->board);
  foothold_tracker_table_begin_day (self->table);
}

void
foothold_tracker_faces_focus (FootholdTrackerView *self)
{
  self->focus_face = FALSE;
  if (self->is_table)
    foothold_tracker_table_focus (self->table);
  else
    foothold_tracker_board_focus (self->board);
}

/* ---- what is open beside them ---- */

char *
foothold_tracker_faces_dup_opened (FootholdPage *page)
{
  const gint64 id = foothold_application_page_get_id (FOOTHOLD_TRACKER_VIEW (page)->page);

  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

void
foothold_tracker_faces_reopen (FootholdPage *page, const char *opened)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (page);
  const gint64 id = g_ascii_strtoll (opened, NULL, 10);

  foothold_tracker_faces_await (self, id, FALSE);
  foothold_tracker_view_show_page (self, id);
}

/* ---- the order of the table ---- */

/* What stands in the menu of the search below its filters: columns are in the order that one gave them by hand. */
static GMenuModel *
make_order_menu (gpointer user_data)
{
  FootholdTrackerView *self = user_data;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  FootholdColumns *columns = foothold_tracker_table_get_columns (self->table);

  if (!self->is_table || columns == NULL)
    return G_MENU_MODEL (menu);

  for (guint i = 0; i < foothold_columns_get_n (columns); i++)
    {
      const FootholdColumn *column = foothold_columns_get (columns, i);
      g_autoptr (GMenuItem) item = NULL;

      if (column->order == NULL)
        continue;
      item = g_menu_item_new (_ (column->title), NULL);
      g_menu_item_set_action_and_target (item, "tracker-table.order", "s", column->order);
      g_menu_append_item (orders, item);
    }
  g_menu_append (orders, _ ("The Other _Way Round"), "tracker-table.reversed");
  g_menu_append_section (menu, _ ("Order"), G_MENU_MODEL (orders));
  return G_MENU_MODEL (menu);
}

void
foothold_tracker_faces_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "tracker.table", "table");
}

void
foothold_tracker_faces_init (FootholdTrackerView *self)
{
  static const char *const names[] = { "order", "reversed" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], self->table, names[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tracker-table", G_ACTION_GROUP (group));
  foothold_columns_menu_connect (self->columns_button, foothold_tracker_table_get_columns (self->table));
  foothold_board_search_set_menu_func (self->search, make_order_menu, self);
}
