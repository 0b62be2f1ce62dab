// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-places"

#include "foothold-places-view.h"

#include "model/foothold-place.h"
#include "model/foothold-window-list.h"
#include "store/foothold-place-store.h"
#include "views/places/foothold-place-card.h"
#include "views/places/foothold-place-dialog.h"
#include "views/places/foothold-place-words.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* A spinner that flashes is worse than none. */
#define SPINNER_DELAY_MS 200

struct _FootholdPlacesView
{
  AdwBin parent_instance;

  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkStack *stack;
  FootholdRecycler *list;
  AdwStatusPage *error_page;
  GtkWidget *empty_add;

  FootholdStore *store;
  FootholdWindowList *model; /* while it is shown: what is found changes all the time */
  GSignalGroup *record; /* of what is selected */
  gint64 selected_id;
  guint selected_at;
  guint stay_at; /* what is looked at goes down the list; the keys stay where it was. GTK_INVALID_LIST_POSITION: no */
  guint spinner_timeout;
  gboolean focus_answer; /* the keys are to be in the list that is on its way */
};

enum
{
  SIGNAL_SHOW_FOUND,
  SIGNAL_ADD_OPPORTUNITY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void page_init (FootholdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdPlacesView,
                               foothold_places_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE, page_init))

static const char *const joined_tables[] = { "opportunity", "judgement", "import_batch", NULL };

static const FootholdWindowSource source = {
  .get_item_type = foothold_place_get_type,
  .table = "place",
  .others = joined_tables,
  .list_ids = foothold_place_list_ids,
  .load = foothold_place_load_rows,
};

static guint
locate_record (GListModel *model, gpointer item, guint hint)
{
  const guint at = foothold_window_list_find (FOOTHOLD_WINDOW_LIST (model), foothold_record_get_id (item), hint);

  return at != G_MAXUINT ? at : GTK_INVALID_LIST_POSITION;
}

/* ---- what is selected ---- */

static FootholdPlace *
get_selected (FootholdPlacesView *self)
{
  const guint at = foothold_recycler_get_selected (self->list);
  g_autoptr (FootholdPlace) place = at != GTK_INVALID_LIST_POSITION && self->model != NULL
                                      ? g_list_model_get_item (G_LIST_MODEL (self->model), at)
                                      : NULL;

  /* the recycler holds what is selected */
  return place;
}

static FootholdPlaceRow *
dup_selected_row (FootholdPlacesView *self)
{
  FootholdPlace *place = get_selected (self);

  return place != NULL ? foothold_record_dup_row (FOOTHOLD_RECORD (place)) : NULL;
}

static void
update_actions (FootholdPlacesView *self)
{
  FootholdPlace *place = get_selected (self);

  foothold_place_actions_update (GTK_WIDGET (self), place != NULL ? foothold_place_peek (place) : NULL,
                                 foothold_places_view_get_read_only (self));
}

static void
selected_cb (FootholdPlacesView *self)
{
  const guint at = foothold_recycler_get_selected (self->list);

  if (at != GTK_INVALID_LIST_POSITION && self->model != NULL)
    {
      self->selected_at = at;
      self->selected_id = foothold_window_list_get_id (self->model, at);
    }
  g_signal_group_set_target (self->record, get_selected (self));
  update_actions (self);
}

/* ---- the list ---- */

static gboolean
has_focus_inside (FootholdPlacesView *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
select_and_focus (FootholdPlacesView *self, guint at, gboolean focus)
{
  foothold_recycler_set_selected (self->list, at);
  foothold_recycler_reveal (self->list, at);
  if (focus)
    {
      FootholdRecyclerRow *row = foothold_recycler_get_row (self->list, at);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
follow_list (FootholdPlacesView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n == 0)
    return;
  if (self->stay_at != GTK_INVALID_LIST_POSITION)
    select_and_focus (self, MIN (self->stay_at, n - 1), has_focus_inside (self));
  else if (foothold_recycler_get_selected (self->list) == GTK_INVALID_LIST_POSITION && self->selected_id != 0)
    {
      const guint at = foothold_window_list_find (self->model, self->selected_id, self->selected_at);

      /* deleted: its neighbour is next */
      select_and_focus (self, at != G_MAXUINT ? at : MIN (self->selected_at, n - 1), has_focus_inside (self));
    }
  self->stay_at = GTK_INVALID_LIST_POSITION;
}

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  FootholdPlacesView *self = user_data;

  self->spinner_timeout = 0;
  if (self->model != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");

  return G_SOURCE_REMOVE;
}

/* Keys that were on a page which is not shown any more must not land anywhere. */
static void
show_page (FootholdPlacesView *self, const char *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (self->stack, page);
  if (self->focus_answer || (root != NULL && gtk_root_get_focus (root) == NULL))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focus_answer = FALSE;
}

static void
update_state (FootholdPlacesView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const GError *error = foothold_window_list_get_error (self->model);
  g_autofree char *line = NULL;

  if (foothold_window_list_get_loading (self->model))
    {
      if (self->spinner_timeout == 0)
        self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
      return;
    }

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      show_page (self, "error");
      return;
    }

  show_page (self, n > 0 ? "list" : "empty");
  line = n > 0 ? g_strdup_printf (ngettext ("%'u place", "%'u places", n), n) : NULL;
  adw_window_title_set_subtitle (self->title, line != NULL ? line : "");
  self->stay_at = GTK_INVALID_LIST_POSITION;
}

static void
begin (FootholdPlacesView *self)
{
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

  if (self->model != NULL)
    return;

  self->model = foothold_window_list_new (self->store, &source, query);
  foothold_recycler_set_locate_func (self->list, locate_record);
  foothold_recycler_set_model (self->list, G_LIST_MODEL (self->model));
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (follow_list), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_state (self);
}

static void
end (FootholdPlacesView *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (self->model == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->model, self);
  foothold_recycler_set_model (self->list, NULL);
  g_clear_object (&self->model);
}

static void
foothold_places_view_map (GtkWidget *widget)
{
  begin (FOOTHOLD_PLACES_VIEW (widget));
  GTK_WIDGET_CLASS (foothold_places_view_parent_class)->map (widget);
}

static void
foothold_places_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foothold_places_view_parent_class)->unmap (widget);
  end (FOOTHOLD_PLACES_VIEW (widget));
}

/* ---- what is done ---- */

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPlacesView) self = FOOTHOLD_PLACES_VIEW (g_object_ref (foothold_saying_get_from (user_data)));

  if (!foothold_saying_end (user_data, object, result))
    self->stay_at = GTK_INVALID_LIST_POSITION;
}

static void
look_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPlacesView *self = FOOTHOLD_PLACES_VIEW (widget);
  g_autoptr (FootholdRow) before = (FootholdRow *) dup_selected_row (self);
  g_autoptr (FootholdRow) after = NULL;
  g_autofree char *label = NULL;
  FootholdPlaceRow *row;
  GDate today;
  char text[16];

  if (before == NULL)
    return;

  after = foothold_row_copy (before);
  row = (FootholdPlaceRow *) after;
  foothold_place_today (&today);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &today);
  g_set_str (&row->looked_on, text);
  /* Translators: what Undo takes back; %s is a place to look */
  label = g_strdup_printf (_ ("Look at “%s”"), row->name);
  self->stay_at = foothold_recycler_get_selected (self->list);
  foothold_store_save_row_async (self->store, label, before, after, NULL, done_cb,
                                 foothold_saying_new (widget, g_strdup_printf (_ ("Looked at “%s” today"), row->name)));
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPlacesView *self = FOOTHOLD_PLACES_VIEW (widget);
  g_autoptr (FootholdRow) row = (FootholdRow *) dup_selected_row (self);
  g_autofree char *label = NULL;
  const char *name;

  if (row == NULL)
    return;

  name = ((FootholdPlaceRow *) row)->name;
  /* Translators: what Undo takes back; %s is a place to look */
  label = g_strdup_printf (_ ("Delete “%s”"), name);
  foothold_store_delete_row_async (self->store, label, row, NULL, done_cb,
                                   foothold_saying_new (widget, g_strdup_printf (_ ("“%s” deleted"), name)));
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) dup_selected_row (FOOTHOLD_PLACES_VIEW (widget));

  if (row != NULL)
    foothold_link_open (widget, ((FootholdPlaceRow *) row)->url);
}

static void
copy_words_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) dup_selected_row (FOOTHOLD_PLACES_VIEW (widget));

  if (row == NULL || ((FootholdPlaceRow *) row)->words == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), ((FootholdPlaceRow *) row)->words);
  foothold_toast (widget, _ ("Search words copied"), FALSE);
}

static void
show_found_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) dup_selected_row (FOOTHOLD_PLACES_VIEW (widget));

  if (row != NULL)
    g_signal_emit (widget, signals[SIGNAL_SHOW_FOUND], 0, ((FootholdPlaceRow *) row)->name);
}

static void
add_opportunity_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) dup_selected_row (FOOTHOLD_PLACES_VIEW (widget));

  if (row != NULL)
    g_signal_emit (widget, signals[SIGNAL_ADD_OPPORTUNITY], 0, row->id, ((FootholdPlaceRow *) row)->name,
                   ((FootholdPlaceRow *) row)->kind);
}

/* ---- adding and changing ---- */

static void
saved_cb (FootholdPlacesView *self, gint64 id, const char *name, gboolean added)
{
  g_autofree char *said = g_strdup_printf (added ? _ ("“%s” added") : _ ("“%s” changed"), name);
  guint at;

  self->selected_id = id;
  at = self->model != NULL ? foothold_window_list_find (self->model, id, self->selected_at) : G_MAXUINT;
  /* one that is new is not in the list yet, and is selected when it is */
  if (at != G_MAXUINT)
    select_and_focus (self, at, FALSE);
  else
    foothold_recycler_set_selected (self->list, GTK_INVALID_LIST_POSITION);
  foothold_toast (GTK_WIDGET (self), said, TRUE);
}

static void
present_dialog (FootholdPlacesView *self, FootholdPlaceRow *row)
{
  AdwDialog *dialog = foothold_place_dialog_new (self->store, row);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present_dialog (FOOTHOLD_PLACES_VIEW (widget), NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) dup_selected_row (FOOTHOLD_PLACES_VIEW (widget));

  if (row != NULL)
    present_dialog (FOOTHOLD_PLACES_VIEW (widget), (FootholdPlaceRow *) row);
}

static void
activated_cb (FootholdPlacesView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "place.edit", NULL);
}

/* ---- the object ---- */

GtkWidget *
foothold_places_view_new (FootholdStore *store)
{
  FootholdPlacesView *self = g_object_new (FOOTHOLD_TYPE_PLACES_VIEW, NULL);

  self->store = g_object_ref (store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "places.add", !foothold_store_get_read_only (store));
  gtk_widget_set_visible (self->empty_add, !foothold_store_get_read_only (store));
  return GTK_WIDGET (self);
}

static AdwHeaderBar *
get_header_bar (FootholdPage *page)
{
  return FOOTHOLD_PLACES_VIEW (page)->header_bar;
}

gboolean
foothold_places_view_get_read_only (FootholdPlacesView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PLACES_VIEW (self), TRUE);

  return self->store == NULL || foothold_store_get_read_only (self->store);
}

char *
foothold_places_view_dup_current (FootholdPlacesView *self, char **kind)
{
  g_autoptr (FootholdRow) row = NULL;
  GtkWidget *card;
  FootholdPlace *place;

  g_return_val_if_fail (FOOTHOLD_IS_PLACES_VIEW (self), NULL);

  /* the keys may be on one without having chosen it */
  card = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  place = card != NULL ? foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (card)) : get_selected (self);
  row = place != NULL ? foothold_record_dup_row (FOOTHOLD_RECORD (place)) : NULL;
  *kind = row != NULL ? g_strdup (((FootholdPlaceRow *) row)->kind) : NULL;
  return row != NULL ? g_strdup (((FootholdPlaceRow *) row)->name) : NULL;
}

static void
begin_day (FootholdPage *page)
{
  FootholdPlacesView *self = FOOTHOLD_PLACES_VIEW (page);

  if (self->model != NULL)
    foothold_window_list_begin_day (self->model);
}

static void
add (FootholdPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "places.add", NULL);
}

static void
page_init (FootholdPageInterface *iface)
{
  iface->get_header_bar = get_header_bar;
  iface->begin_day = begin_day;
  iface->add = add;
}

static gboolean
foothold_places_view_grab_focus (GtkWidget *widget)
{
  FootholdPlacesView *self = FOOTHOLD_PLACES_VIEW (widget);

  if (self->model == NULL || foothold_window_list_get_loading (self->model))
    {
      self->focus_answer = TRUE;
      return TRUE;
    }

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (GTK_WIDGET (self->header_bar), GTK_DIR_TAB_FORWARD);
}

static void
foothold_places_view_dispose (GObject *object)
{
  FootholdPlacesView *self = FOOTHOLD_PLACES_VIEW (object);

  if (self->list != NULL)
    end (self);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PLACES_VIEW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_places_view_parent_class)->dispose (object);
}

static void
foothold_places_view_class_init (FootholdPlacesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_PLACES_VIEW, "places");
  G_OBJECT_CLASS (klass)->dispose = foothold_places_view_dispose;
  widget_class->map = foothold_places_view_map;
  widget_class->unmap = foothold_places_view_unmap;
  widget_class->grab_focus = foothold_places_view_grab_focus;

  signals[SIGNAL_SHOW_FOUND] = g_signal_new ("show-found", FOOTHOLD_TYPE_PLACES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ADD_OPPORTUNITY] =
    g_signal_new ("add-opportunity", FOOTHOLD_TYPE_PLACES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                  G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (FOOTHOLD_TYPE_RECYCLER);
  g_type_ensure (FOOTHOLD_TYPE_PLACE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-places-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPlacesView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlacesView, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlacesView, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlacesView, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlacesView, error_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlacesView, empty_add);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "places.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "place.look", NULL, look_cb);
  gtk_widget_class_install_action (widget_class, "place.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "place.copy-words", NULL, copy_words_cb);
  gtk_widget_class_install_action (widget_class, "place.show-found", NULL, show_found_cb);
  gtk_widget_class_install_action (widget_class, "place.add-opportunity", NULL, add_opportunity_cb);
  gtk_widget_class_install_action (widget_class, "place.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "place.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "places.add", NULL);
}

static void
foothold_places_view_init (FootholdPlacesView *self)
{
  self->stay_at = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record, "changed", G_CALLBACK (update_actions), self);
  update_actions (self);
}
