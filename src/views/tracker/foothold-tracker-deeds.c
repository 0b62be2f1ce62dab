// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-view-private.h"

#include "model/foothold-application-record.h"
#include "rules/foothold-application-states.h"
#include "store/foothold-application-store.h"
#include "views/today/foothold-follow-up-dialog.h"
#include "views/tracker/foothold-accept-dialog.h"
#include "views/tracker/foothold-ending-dialog.h"
#include "views/tracker/foothold-preparing-dialog.h"
#include "views/tracker/foothold-tailoring-dialog.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* What is done to one application or to several; each is one entry of undo and one toast. */

static const struct
{
  const char *action, *label, *state;
  const char *ask; /* the title of the question for a reason, which may stay empty; NULL: none is asked */
  const char *answer; /* what the button of that question says */
} exits[] = {
  { "application.send", N_ ("Mark as _Sent"), "submitted", NULL, NULL },
  { "application.accept", N_ ("A_ccept Offer…"), "accepted", NULL, NULL },
  { "application.decline-offer", N_ ("Decline O_ffer…"), "offer-declined", N_ ("Decline the Offer?"),
    N_ ("_Decline Offer") },
  { "application.no-answer", N_ ("_No Answer"), "no-answer", NULL, NULL },
  { "application.decline", N_ ("Declined _by Host…"), "declined", N_ ("Declined by the Host?"),
    N_ ("_Declined by Host") },
  { "application.withdraw", N_ ("_Withdraw…"), "withdrawn", N_ ("Withdraw the Application?"), N_ ("_Withdraw") },
};

/* The states that are no exits: what the host said can be noted also where no column begins with it. */
static const struct
{
  const char *action, *state;
} states[] = {
  { "application.set-draft", "draft" },
  { "application.set-submitted", "submitted" },
  { "application.set-acknowledged", "acknowledged" },
  { "application.set-under-review", "under-review" },
  { "application.set-shortlisted", "shortlisted" },
  { "application.set-interview", "interview" },
  { "application.set-offer", "offer" },
};

/* ---- moving ---- */

typedef struct
{
  FootholdTrackerView *view;
  GArray *ids;
  char *said;
} Moving;

static void
moving_free (Moving *self)
{
  g_object_unref (self->view);
  g_array_unref (self->ids);
  g_free (self->said);
  g_free (self);
}

static void
moved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Moving *moving = user_data;
  FootholdTrackerView *self = moving->view;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  guint n_moved;

  if (foothold_applications_move_finish (FOOTHOLD_STORE (source), result, &n_moved, &refused, &error))
    {
      if (refused != NULL)
        {
          /* Translators: how many of several cards moved, and the sentence that says why another stayed */
          g_autofree char *said = g_strdup_printf (_ ("%1$u of %2$u moved. %3$s"), n_moved, moving->ids->len, refused);

          foothold_toast (GTK_WIDGET (self), said, TRUE);
        }
      else if (moving->said != NULL)
        foothold_toast (GTK_WIDGET (self), moving->said, TRUE);
    }
  else if (self->store != NULL)
    {
      self->announce = FALSE;
      foothold_tracker_faces_await (self, 0, FALSE);
      if (g_error_matches (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_ACCEPT))
        foothold_accept_dialog_present (GTK_WIDGET (self), self->store, g_array_index (moving->ids, gint64, 0));
      else
        foothold_toast_error (GTK_WIDGET (self), error);
    }
  moving_free (moving);
}

/* @said: (transfer full) or NULL where the card says enough itself. */
static void
move (FootholdTrackerView *self,
      GArray *ids,
      gint64 stage,
      gint64 above,
      const char *state,
      const char *reason,
      char *said)
{
  Moving *moving;

  if (ids->len == 0 || foothold_tracker_view_get_read_only (self))
    {
      g_free (said);
      return;
    }

  moving = g_new0 (Moving, 1);
  moving->view = g_object_ref (self);
  moving->ids = g_array_ref (ids);
  moving->said = said;
  /* where it stands in its column is seen on the board alone */
  self->announce = !self->is_table;
  foothold_tracker_faces_await (self, g_array_index (ids, gint64, 0), TRUE);
  foothold_applications_move_async (self->store, ids, stage, above, state, reason, NULL, moved, moving);
}

/* "Moved to Interview", "3 moved to Interview"; NULL where nobody knows what it is called. */
static char *
say_moved (guint n, const char *where)
{
  if (where == NULL)
    return NULL;
  return n == 1 ? g_strdup_printf (_ ("Moved to %s"), where)
                : g_strdup_printf (ngettext ("%1$'u moved to %2$s", "%1$'u moved to %2$s", n), n, where);
}

/* "Moved within Interview": to another place in the same column. */
static char *
say_moved_within (guint n, const char *where)
{
  if (where == NULL)
    return NULL;
  /* Translators: to another place in the same column of the board: "Moved within Interview" */
  return n == 1 ? g_strdup_printf (_ ("Moved within %s"), where)
                : g_strdup_printf (ngettext ("%1$'u moved within %2$s", "%1$'u moved within %2$s", n), n, where);
}

/* ---- into a column ---- */

/* What a question about @ids holds while it is open. */
typedef struct
{
  FootholdTrackerView *view;
  GArray *ids;
  gint64 stage, above; /* where they go */
} Asking;

static Asking *
asking_new (FootholdTrackerView *view, GArray *ids, gint64 stage, gint64 above)
{
  Asking *self = g_new0 (Asking, 1);

  self->view = g_object_ref (view);
  self->ids = g_array_ref (ids);
  self->stage = stage;
  self->above = above;
  return self;
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->view);
  g_array_unref (self->ids);
  g_free (self);
}

static gboolean
is_end (const char *state)
{
  const FootholdApplicationPhase phase = foothold_application_phase (state);

  return phase == FOOTHOLD_APPLICATION_ENDED || phase == FOOTHOLD_APPLICATION_SILENT;
}

/* How those of @ids that do not stand in @stage yet may end there, in the column's order; ends with NULL. What was not
 * read yet (many are picked) says nothing. (transfer container) */
static const char **
dup_ends (FootholdTrackerView *self, GArray *ids, const FootholdStage *stage)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();

  for (guint i = 0; stage->states[i] != NULL; i++)
    for (guint k = 0; is_end (stage->states[i]) && k < ids->len; k++)
      {
        g_autoptr (FootholdApplicationRecord) record =
          foothold_tracker_faces_dup_record (self, g_array_index (ids, gint64, k));
        const FootholdApplicationRow *row = record != NULL ? foothold_application_record_peek (record) : NULL;

        if (row != NULL && !foothold_stage_holds (stage, row->state)
            && foothold_application_check (row->state, stage->states[i], NULL, "me") == FOOTHOLD_APPLICATION_ALLOWED)
          {
            g_ptr_array_add (ends, (gpointer) stage->states[i]);
            break;
          }
      }
  g_ptr_array_add (ends, NULL);
  return (const char **) g_ptr_array_steal (ends, NULL);
}

static void
end_chosen (const char *state, const char *reason, gpointer user_data)
{
  Asking *asking = user_data;

  move (asking->view, asking->ids, asking->stage, asking->above, state, reason,
        say_moved (asking->ids->len, foothold_list_name (&foothold_application_states, state)));
}

/* A column that holds several ends (as Done does) asks which: nothing is said in the host's name. @said: (transfer
 * full) */
static void
move_into (FootholdTrackerView *self, GArray *ids, gint64 stage, gint64 above, char *said)
{
  const int at = self->stages != NULL ? foothold_stage_set_find (self->stages, stage) : -1;
  g_autofree const char **ends =
    at >= 0 ? dup_ends (self, ids, foothold_stage_set_get (self->stages, (guint) at)) : NULL;

  if (ends == NULL || g_strv_length ((char **) ends) < 2 || foothold_tracker_view_get_read_only (self))
    {
      move (self, ids, stage, above, NULL, NULL, said);
      return;
    }

  g_free (said);
  foothold_ending_dialog_ask (GTK_WIDGET (self), _ ("How Did It End?"), _ ("_Move"), ends, end_chosen,
                              asking_new (self, ids, stage, above), asking_free);
}

void
foothold_tracker_deeds_move (FootholdTrackerView *self, gint64 id, gint64 stage, gint64 above)
{
  g_autoptr (GArray) ids = foothold_tracker_picking_dup (self, id);
  const char *name = foothold_tracker_view_get_stage_name (self, stage);
  const gboolean stays = foothold_tracker_faces_find_stage (self, id) == stage;

  move_into (self, ids, stage, above, stays ? say_moved_within (ids->len, name) : say_moved (ids->len, name));
}

/* One place up or down in its column. */
static void
move_in_column (FootholdTrackerView *self, gint64 id, int by)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint at;
  const FootholdStageRow *stage = foothold_tracker_board_find (self->board, id, &at);
  const gint64 *ids;
  gint64 above;
  gsize n;

  if (stage == NULL)
    return;
  ids = foothold_tracker_board_get_ids (self->board, stage->row.id, &n);
  if (by < 0 ? at == 0 : at + 1 >= n)
    return;
  above = by < 0 ? ids[at - 1] : at + 2 < n ? ids[at + 2] : FOOTHOLD_APPLICATION_END;
  g_array_append_val (one, id);
  move (self, one, stage->row.id, above, NULL, NULL,
        say_moved_within (1, foothold_tracker_view_get_stage_name (self, stage->row.id)));
}

/* Into the column before or after the one it stands in. */
static void
move_sideways (FootholdTrackerView *self, gint64 id, int by)
{
  const gint64 stage = foothold_tracker_faces_find_stage (self, id);
  const int from = self->stages != NULL ? foothold_stage_set_find (self->stages, stage) : -1;
  const int to = from + by;

  if (from < 0 || to < 0 || to >= (int) foothold_stage_set_get_n (self->stages))
    return;
  foothold_tracker_deeds_move (self, id, foothold_stage_set_get_row (self->stages, (guint) to)->row.id,
                               FOOTHOLD_APPLICATION_TOP);
}

static void
move_to_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);
  g_autoptr (GArray) ids = NULL;
  gint64 id, stage;

  g_variant_get (parameter, "(xx)", &id, &stage);
  ids = foothold_tracker_picking_dup (self, id);
  move_into (self, ids, stage, FOOTHOLD_APPLICATION_TOP,
             say_moved (ids->len, foothold_tracker_view_get_stage_name (self, stage)));
  /* the bar is done with; who moved one card by its own menu may go on picking */
  if (id == 0)
    foothold_marks_set_active (self->marks, FALSE);
}

GMenuModel *
foothold_tracker_deeds_new_move_menu (FootholdTrackerView *self, const FootholdApplicationRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; self->stages != NULL && i < foothold_stage_set_get_n (self->stages); i++)
    {
      const gint64 id = foothold_stage_set_get_row (self->stages, i)->row.id;
      g_autofree char *label = foothold_menu_dup_label (foothold_stage_name (foothold_stage_set_get (self->stages, i)));
      g_autoptr (GMenuItem) item = NULL;

      if (row != NULL && id == row->stage)
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "tracker.move-to", "(xx)", row != NULL ? row->row.id : 0, id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* ---- states ---- */

static void
set_state (FootholdTrackerView *self, GArray *ids, const char *state)
{
  move (self, ids, 0, 0, state, NULL, say_moved (ids->len, foothold_list_name (&foothold_application_states, state)));
}

static void
take_exit (FootholdTrackerView *self, guint exit, gint64 id)
{
  g_autoptr (GArray) ids = foothold_tracker_picking_dup (self, id);
  const char *const states_asked[] = { exits[exit].state, NULL };

  if (ids->len == 0)
    return;
  if (g_str_equal (exits[exit].action, "application.accept"))
    {
      foothold_accept_dialog_present (GTK_WIDGET (self), self->store, id);
      return;
    }
  if (exits[exit].ask == NULL)
    {
      set_state (self, ids, exits[exit].state);
      return;
    }

  foothold_ending_dialog_ask (GTK_WIDGET (self), _ (exits[exit].ask), _ (exits[exit].answer), states_asked, end_chosen,
                              asking_new (self, ids, 0, 0), asking_free);
}

/* ---- away ---- */

static void
archive (FootholdTrackerView *self, GArray *ids, gboolean back)
{
  const guint n = ids->len;
  char *said = back ? g_strdup_printf (ngettext ("Application brought back", "%'u applications brought back", n), n)
                    : g_strdup_printf (ngettext ("Application archived", "%'u applications archived", n), n);

  foothold_applications_archive_async (self->store, ids, !back, NULL, foothold_saying_cb,
                                       foothold_saying_new (GTK_WIDGET (self), said));
}

static void delete (FootholdTrackerView *self, GArray *ids)
{
  foothold_applications_delete_async (self->store, ids, NULL, foothold_saying_cb,
                                      foothold_saying_new (GTK_WIDGET (self),
                                                           g_strdup_printf (ngettext ("Application deleted",
                                                                                      "%'u applications deleted",
                                                                                      ids->len),
                                                                            ids->len)));
}

static void
away_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);
  g_autoptr (GArray) ids = foothold_tracker_picking_dup (self, 0);

  if (ids->len == 0)
    return;
  if (g_str_equal (action_name, "tracker.archive"))
    archive (self, ids, self->archived);
  else
    delete (self, ids);
  foothold_marks_set_active (self->marks, FALSE);
}

/* ---- one of a card ---- */

void
foothold_tracker_view_act (FootholdTrackerView *self, const char *action, gint64 id)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (FOOTHOLD_IS_TRACKER_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (exits); i++)
    if (g_str_equal (exits[i].action, action))
      {
        take_exit (self, i, id);
        return;
      }

  ids = foothold_tracker_picking_dup (self, id);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].action, action))
      {
        set_state (self, ids, states[i].state);
        return;
      }

  if (g_str_equal (action, "application.open"))
    foothold_tracker_view_show_page (self, id);
  else if (g_str_equal (action, "application.follow-up"))
    adw_dialog_present (foothold_follow_up_dialog_new (GTK_WIDGET (self), self->store, id), GTK_WIDGET (self));
  else if (g_str_equal (action, "application.tailor"))
    adw_dialog_present (foothold_tailoring_dialog_new (self->store, id), GTK_WIDGET (self));
  else if (g_str_equal (action, "application.prepare"))
    adw_dialog_present (foothold_preparing_dialog_new (self->store, id), GTK_WIDGET (self));
  else if (g_str_equal (action, "application.move-up") || g_str_equal (action, "application.move-down"))
    move_in_column (self, id, g_str_equal (action, "application.move-up") ? -1 : 1);
  else if (g_str_equal (action, "application.move-back") || g_str_equal (action, "application.move-on"))
    move_sideways (self, id, g_str_equal (action, "application.move-back") ? -1 : 1);
  else if (g_str_equal (action, "application.archive") || g_str_equal (action, "application.unarchive"))
    archive (self, ids, g_str_equal (action, "application.unarchive"));
  else if (g_str_equal (action, "application.delete"))
    delete (self, ids);
  else if (g_str_equal (action, "application.mark"))
    foothold_marks_set (self->marks, &id, 1, !foothold_marks_has (self->marks, id));
}

static gboolean
may_become (const FootholdApplicationRow *row, const char *state)
{
  return !g_str_equal (state, row->state)
         && foothold_application_check (row->state, state, row->state_before, "me") == FOOTHOLD_APPLICATION_ALLOWED;
}

/* A draft is marked as sent; what was sent already gets its state among the others. */
static gboolean
may_exit (const FootholdApplicationRow *row, guint exit)
{
  return may_become (row, exits[exit].state)
         && (!g_str_equal (exits[exit].state, "submitted") || g_str_equal (row->state, "draft"));
}

static gboolean
may_follow_up (const FootholdApplicationRow *row)
{
  return foothold_application_turn (row->state, FALSE) == FOOTHOLD_TURN_HOST;
}

void
foothold_tracker_view_update_deeds (GtkWidget *widget, const FootholdApplicationRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (exits); i++)
    gtk_widget_action_set_enabled (widget, exits[i].action, row != NULL && may_exit (row, i));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (widget, states[i].action, row != NULL && may_become (row, states[i].state));
  gtk_widget_action_set_enabled (widget, "application.follow-up", row != NULL && may_follow_up (row));
  gtk_widget_action_set_enabled (widget, "application.archive", row != NULL && row->archived_at == GINT64_UNKNOWN);
  gtk_widget_action_set_enabled (widget, "application.unarchive", row != NULL && row->archived_at != GINT64_UNKNOWN);
}

static void
append_states (GMenu *menu, const FootholdApplicationRow *row)
{
  g_autoptr (GMenu) choices = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (may_become (row, states[i].state))
      g_menu_append (choices, foothold_list_name (&foothold_application_states, states[i].state), states[i].action);
  if (g_menu_model_get_n_items (G_MENU_MODEL (choices)) > 0)
    g_menu_append_submenu (menu, _ ("Set Stat_e"), G_MENU_MODEL (choices));
}

static void
append_moves (GMenu *menu, FootholdTrackerView *self, const FootholdApplicationRow *row)
{
  g_autoptr (GMenuModel) columns = foothold_tracker_deeds_new_move_menu (self, row);

  g_menu_append_submenu (menu, _ ("_Move To"), columns);
  append_states (menu, row);
  if (may_follow_up (row))
    g_menu_append (menu, _ ("_Follow Up…"), "application.follow-up");
}

static void
append_exits (GMenu *menu, const FootholdApplicationRow *row)
{
  g_autoptr (GMenu) ways_out = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (exits); i++)
    if (may_exit (row, i))
      g_menu_append (ways_out, _ (exits[i].label), exits[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways_out));
}

GMenuModel *
foothold_tracker_view_new_menu (FootholdTrackerView *self, const FootholdApplicationRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  gboolean writable;

  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_VIEW (self), NULL);

  writable = !foothold_tracker_view_get_read_only (self);
  if (writable)
    append_moves (menu, self, row);
  g_menu_append (menu, _ ("_Tailor…"), "application.tailor");
  g_menu_append (menu, _ ("_Prepare Interview…"), "application.prepare");
  if (writable)
    append_exits (menu, row);
  g_menu_append (rest, _ ("Show P_osting"), "application.show-posting");
  g_menu_append (rest, _ ("Se_lect"), "application.mark");
  if (writable && row->archived_at != GINT64_UNKNOWN)
    g_menu_append (rest, _ ("Bring Back from _Archive"), "application.unarchive");
  else if (writable)
    g_menu_append (rest, _ ("_Archive"), "application.archive");
  if (writable)
    g_menu_append (rest, _ ("_Delete"), "application.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
foothold_tracker_view_install_states (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_class_install_action (widget_class, states[i].action, NULL, func);
}

void
foothold_tracker_deeds_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tracker.move-to", "(xx)", move_to_cb);
  gtk_widget_class_install_action (widget_class, "tracker.archive", NULL, away_cb);
  gtk_widget_class_install_action (widget_class, "tracker.delete", NULL, away_cb);
}
