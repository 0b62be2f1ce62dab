// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-view-private.h"

#include "rules/foothold-silence.h"
#include "store/foothold-stage-store.h"
#include "views/statistics/foothold-application-statistics.h"
#include "views/statistics/foothold-proof-dialog.h"
#include "views/tracker/foothold-columns-dialog.h"
#include "widgets/foothold-before-frame.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* A spinner that flashes is worse than none. */
#define SPINNER_DELAY_MS 200

enum
{
  PROP_PICKING = 1,
  PROP_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void page_init (FootholdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdTrackerView,
                               foothold_tracker_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE, page_init))

gboolean
foothold_tracker_view_get_read_only (FootholdTrackerView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_VIEW (self), TRUE);

  return self->store == NULL || foothold_store_get_read_only (self->store);
}

const char *
foothold_tracker_view_get_stage_name (FootholdTrackerView *self, gint64 stage)
{
  int at;

  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_VIEW (self), NULL);

  at = self->stages != NULL ? foothold_stage_set_find (self->stages, stage) : -1;
  return at >= 0 ? foothold_stage_name (foothold_stage_set_get (self->stages, (guint) at)) : NULL;
}

GtkWidget *
foothold_tracker_view_get_table (FootholdTrackerView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_VIEW (self), NULL);

  return GTK_WIDGET (self->table);
}

/* ---- what is shown ---- */

static gboolean
is_searching (FootholdTrackerView *self)
{
  const char *text = foothold_board_search_get_text (self->search);

  return text != NULL && *text != '\0';
}

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  FootholdTrackerView *self = user_data;

  self->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
show_title (FootholdTrackerView *self, guint n)
{
  g_autofree char *line = n > 0 ? g_strdup_printf (ngettext ("%'u application", "%'u applications", n), n) : NULL;

  adw_window_title_set_title (self->title, self->archived ? _ ("Archived Applications") : _ ("Applications"));
  adw_window_title_set_subtitle (self->title, line != NULL ? line : "");
}

/* Columns that are empty say more than an empty page, unless there was never anything in them; of a table there would
 * be nothing but its head. */
static const char *
choose_page (FootholdTrackerView *self, guint n, gboolean hides)
{
  if (n == 0 && is_searching (self))
    return "nothing";
  if (n == 0 && !self->archived)
    return hides ? "all-archived" : "empty";
  if (n == 0 && self->is_table)
    return "none-archived";

  return self->is_table ? "table" : "board";
}

static void
show_error (FootholdTrackerView *self, const GError *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

void
foothold_tracker_view_update_state (FootholdTrackerView *self)
{
  gboolean loading, hides;
  const guint n = foothold_tracker_faces_count (self, &loading, &hides);
  const GError *error = foothold_tracker_faces_get_error (self);

  if (loading && n == 0)
    {
      if (self->spinner_timeout == 0)
        self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
      return;
    }

  if (self->patience_stale && !loading)
    foothold_tracker_patience_load (self);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  show_title (self, n);
  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, choose_page (self, n, hides));
  if (self->focus_face && !loading)
    foothold_tracker_faces_focus (self);
  if (self->reveal_found && !loading)
    {
      self->reveal_found = FALSE;
      if (!self->is_table)
        foothold_tracker_board_reveal_any (self->board);
    }
  foothold_tracker_picking_update (self);
}

static void
filled_cb (FootholdTrackerView *self)
{
  foothold_tracker_view_update_state (self);
}

static gboolean
ask_cb (gpointer user_data)
{
  FootholdTrackerView *self = user_data;

  self->asking = 0;
  /* what is looked for now may bring it where one does not expect it: the keys stay in the search */
  foothold_tracker_faces_await (self, 0, FALSE);
  self->reveal_found = is_searching (self);
  foothold_tracker_faces_ask (self);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (FootholdTrackerView *self)
{
  foothold_before_frame (&self->asking, ask_cb, self);
}

static void
search_done_cb (FootholdTrackerView *self)
{
  /* the last letter may have come in the same breath */
  if (self->asking != 0)
    {
      g_clear_handle_id (&self->asking, g_source_remove);
      ask_cb (self);
    }
  foothold_tracker_faces_focus (self);
}

/* ---- the columns ---- */

static void
stages_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTrackerView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStageSet) stages = foothold_stage_set_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (self->board == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stages == NULL)
    {
      show_error (self, error);
      return;
    }

  g_clear_pointer (&self->stages, foothold_stage_set_unref);
  self->stages = foothold_stage_set_ref (stages);
  foothold_tracker_board_set_stages (self->board, stages);
  foothold_tracker_table_begin_day (self->table);
  foothold_tracker_view_update_state (self);
}

static void
load_stages (FootholdTrackerView *self)
{
  foothold_stage_set_load_async (self->store, NULL, stages_loaded, g_object_ref (self));
}

static void
store_changed (FootholdTrackerView *self, FootholdChanges *changes)
{
  if (foothold_changes_has_table (changes, "stage"))
    load_stages (self);
  if (foothold_changes_has_table (changes, "application_history"))
    self->patience_stale = TRUE;
}

static void
save_columns_cb (FootholdTrackerView *self, GPtrArray *rows)
{
  foothold_stages_save_async (self->store, rows, NULL, foothold_saying_cb,
                              foothold_saying_new (GTK_WIDGET (self), NULL));
}

static void
columns_saved (FootholdTrackerView *self)
{
  foothold_toast (GTK_WIDGET (self), _ ("Columns changed"), TRUE);
}

static void
edit_columns_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);
  AdwDialog *dialog;

  if (self->stages == NULL)
    return;
  dialog = foothold_columns_dialog_new (self->store, self->stages);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (columns_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* ---- what is selected ---- */

void
foothold_tracker_view_show_page (FootholdTrackerView *self, gint64 id)
{
  foothold_application_page_show (self->page, id);
  adw_overlay_split_view_set_show_sidebar (self->split, id != 0);
}

static void
close_page_cb (FootholdTrackerView *self)
{
  const gint64 id = foothold_application_page_get_id (self->page);

  foothold_tracker_view_show_page (self, 0);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  foothold_tracker_faces_go_to (self, id);
  if (foothold_tracker_faces_get_selected (self) != id)
    foothold_tracker_faces_focus (self);
}

/* Closed by Escape, by a click beside it or by drawing it down. */
static void
pane_cb (FootholdTrackerView *self)
{
  if (!adw_overlay_split_view_get_show_sidebar (self->split) && foothold_application_page_get_id (self->page) != 0)
    close_page_cb (self);
}

/* A page that is open follows. */
static void
selected_cb (FootholdTrackerView *self)
{
  const gint64 id = foothold_tracker_faces_get_selected (self);

  if (id != 0 && adw_overlay_split_view_get_show_sidebar (self->split)
      && g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "wide"))
    foothold_application_page_show (self->page, id);
  foothold_tracker_picking_update (self);
}

static void
activated_cb (FootholdTrackerView *self, gint64 id)
{
  foothold_tracker_view_act (self, "application.open", id);
}

/* Undone by the toast too; where it stands now is said, because one does not see it. */
static void
arrived_cb (FootholdTrackerView *self, gint64 id, const char *column, guint position, guint n)
{
  g_autofree char *words = NULL;

  if (!self->announce)
    return;
  self->announce = FALSE;
  /* Translators: where a card stands now: the name of the column, its place, how many there are */
  words = g_strdup_printf (_ ("%1$s, %2$u of %3$u"), column, position + 1, n);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
dropped_cb (FootholdTrackerView *self, gint64 id, gint64 stage, gint64 above)
{
  foothold_tracker_deeds_move (self, id, stage, above);
}

static void
show_archive_button (FootholdTrackerView *self)
{
  const char *words = self->archived ? _ ("Bring Back from Archive") : _ ("Archive");

  gtk_button_set_icon_name (self->archive_button,
                            self->archived ? "foothold-unarchive-symbolic" : "foothold-archive-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->archive_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->archive_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_archived_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);

  self->archived = !self->archived;
  show_archive_button (self);
  foothold_marks_set_active (self->marks, FALSE);
  foothold_tracker_faces_ask (self);
  foothold_tracker_view_update_state (self);
}

static void
clear_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_board_search_set_text (FOOTHOLD_TRACKER_VIEW (widget)->search, "");
}

static void
statistics_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);

  adw_navigation_view_push (self->pages, foothold_application_statistics_new (self->store));
}

static void
proof_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_proof_dialog_present (widget, FOOTHOLD_TRACKER_VIEW (widget)->store);
}

static GMenuModel *
make_main_menu (gpointer user_data)
{
  FootholdTrackerView *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  if (!gtk_widget_get_visible (self->select_button))
    g_menu_append (menu, _ ("Select Several"), "tracker.picking");
  g_menu_append (menu, _ ("_Statistics"), "tracker.statistics");
  g_menu_append (menu, _ ("_Proof of Search…"), "tracker.proof");
  g_menu_append (menu, _ ("_Edit Columns…"), "tracker.edit-columns");
  g_menu_append (menu, self->archived ? _ ("Show _Open Applications") : _ ("Show _Archived Applications"),
                 "tracker.show-archived");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* ---- the page ---- */

static AdwHeaderBar *
get_header_bar (FootholdPage *page)
{
  return FOOTHOLD_TRACKER_VIEW (page)->header_bar;
}

static void
begin_day (FootholdPage *page)
{
  foothold_tracker_faces_begin_day (FOOTHOLD_TRACKER_VIEW (page));
  foothold_application_page_begin_day (FOOTHOLD_TRACKER_VIEW (page)->page);
}

static void
search (FootholdPage *page)
{
  foothold_board_search_begin (FOOTHOLD_TRACKER_VIEW (page)->search);
}

static void
flush (FootholdPage *page)
{
  foothold_application_page_flush (FOOTHOLD_TRACKER_VIEW (page)->page, TRUE);
}

static void
open_one (FootholdPage *page, gint64 id)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (page);

  foothold_tracker_faces_go_to (self, id);
  foothold_tracker_view_act (self, "application.open", id);
}

static void
set_table (FootholdPage *page, gboolean table)
{
  g_object_set (page, "table", table, NULL);
}

static void
page_init (FootholdPageInterface *iface)
{
  iface->get_header_bar = get_header_bar;
  iface->begin_day = begin_day;
  iface->search = search;
  iface->open = open_one;
  iface->flush = flush;
  iface->set_table = set_table;
  iface->dup_opened = foothold_tracker_faces_dup_opened;
  iface->reopen = foothold_tracker_faces_reopen;
}

/* ---- the object ---- */

GtkWidget *
foothold_tracker_view_new (FootholdStore *store)
{
  FootholdTrackerView *self = g_object_new (FOOTHOLD_TYPE_TRACKER_VIEW, NULL);

  self->store = g_object_ref (store);
  foothold_board_search_set_store (self->search, store);
  foothold_tracker_board_setup (self->board, store, self->marks);
  foothold_tracker_table_setup (self->table, store, self->marks);
  foothold_application_page_set_store (self->page, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  load_stages (self);
  foothold_tracker_patience_load (self);
  foothold_tracker_picking_update (self);
  return GTK_WIDGET (self);
}

void
foothold_tracker_view_notify_picking (FootholdTrackerView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKING]);
}

static void
foothold_tracker_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (object);

  switch (prop_id)
    {
    case PROP_PICKING:
      g_value_set_boolean (value, foothold_tracker_picking_get_active (self));
      break;
    case PROP_TABLE:
      g_value_set_boolean (value, foothold_tracker_faces_get_table (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_tracker_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (object);

  switch (prop_id)
    {
    case PROP_PICKING:
      foothold_tracker_picking_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_TABLE:
      if (g_value_get_boolean (value) != foothold_tracker_faces_get_table (self))
        {
          foothold_tracker_faces_set_table (self, g_value_get_boolean (value));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
foothold_tracker_view_grab_focus (GtkWidget *widget)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (GTK_WIDGET (self->header_bar), GTK_DIR_TAB_FORWARD);
}

static void
foothold_tracker_view_dispose (GObject *object)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_handle_id (&self->asking, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TRACKER_VIEW);
  g_clear_pointer (&self->stages, foothold_stage_set_unref);
  g_clear_object (&self->marks);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_tracker_view_parent_class)->dispose (object);
}

static void
foothold_tracker_view_class_init (FootholdTrackerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_TRACKER_VIEW, "applications");
  G_OBJECT_CLASS (klass)->dispose = foothold_tracker_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = foothold_tracker_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = foothold_tracker_view_set_property;
  widget_class->grab_focus = foothold_tracker_view_grab_focus;

  properties[PROP_PICKING] =
    g_param_spec_boolean ("picking", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (FOOTHOLD_TYPE_BOARD_SEARCH);
  g_type_ensure (FOOTHOLD_TYPE_TRACKER_BOARD);
  g_type_ensure (FOOTHOLD_TYPE_TRACKER_TABLE);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-tracker-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, pages);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, layouts);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, split);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, frame);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, main_menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, select_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, search);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, board);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, table);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, page);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, error_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, picked);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, move_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerView, archive_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrived_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_page_cb);

  gtk_widget_class_install_action (widget_class, "tracker.edit-columns", NULL, edit_columns_cb);
  gtk_widget_class_install_action (widget_class, "tracker.statistics", NULL, statistics_cb);
  gtk_widget_class_install_action (widget_class, "tracker.proof", NULL, proof_cb);
  gtk_widget_class_install_action (widget_class, "tracker.show-archived", NULL, show_archived_cb);
  gtk_widget_class_install_action (widget_class, "tracker.clear-search", NULL, clear_search_cb);
  foothold_tracker_faces_install (widget_class);
  foothold_tracker_picking_install (widget_class);
  foothold_tracker_deeds_install (widget_class);
}

static void
foothold_tracker_view_init (FootholdTrackerView *self)
{
  self->marks = foothold_marks_new ();
  self->patience = FOOTHOLD_NO_ANSWER_DAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_func (self->main_menu, make_main_menu, self);
  foothold_tracker_faces_init (self);
  foothold_tracker_picking_init (self);
}
