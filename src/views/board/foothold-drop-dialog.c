/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-drop-dialog.h"

#include "views/board/foothold-opportunity-deed.h"
#include "widgets/foothold-default-key.h"
#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/*
 * The reasons are few, so that they can be counted later; own words win over
 * them. None of them is put into a person's mouth: Return alone says that there is no particular one.
 */

struct _FootholdDropDialog
{
  AdwAlertDialog parent_instance;

  GtkListBox *reasons;
  AdwEntryRow *own_words;
  GtkCheckButton *first;

  FootholdStore *store;
  GtkWidget *parent;
  char *title;
  GArray *ids; /* gint64 */
};

G_DEFINE_FINAL_TYPE (FootholdDropDialog, foothold_drop_dialog, ADW_TYPE_ALERT_DIALOG)

static const char *const common_reasons[] = {
  N_ ("No particular reason"), N_ ("Does not fit my goals"), N_ ("Too little pay"),
  N_ ("No time for it"),       N_ ("Too late to apply"),     N_ ("Something seems wrong"),
};

/* What is ticked; own words win. (transfer full) */
static char *
chosen_reason (FootholdDropDialog *self)
{
  g_autofree char *own = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_words))));

  if (*own != '\0')
    return g_steal_pointer (&own);

  for (int i = 0; i < (int) G_N_ELEMENTS (common_reasons); i++)
    {
      AdwActionRow *row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (self->reasons, i));

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (row))))
        return g_strdup (_ (common_reasons[i]));
    }

  return NULL;
}

static void
foothold_drop_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  FootholdDropDialog *self = FOOTHOLD_DROP_DIALOG (dialog);
  g_autofree char *reason = NULL;

  if (!g_str_equal (response, "drop"))
    return;

  reason = chosen_reason (self);
  foothold_opportunity_do (self->parent, self->store, FOOTHOLD_ACTION_SET_STATE, self->ids, self->title, "dropped",
                           reason);
}

static void
add_reason (FootholdDropDialog *self, const char *words)
{
  GtkWidget *row = foothold_action_row_new (words, NULL);
  GtkWidget *check = gtk_check_button_new ();

  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (check);
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->reasons, row);
}

/* (transfer full): what the question is about. */
static char *
make_body (const char *title, guint n)
{
  g_autofree char *shown = NULL;

  if (n != 1 || title == NULL)
    return g_strdup_printf (ngettext ("%'u opportunity leaves the list of open ones, with one reason. Nothing is "
                                      "deleted.",
                                      "%'u opportunities leave the list of open ones, with one reason for all. "
                                      "Nothing is deleted.",
                                      n),
                            n);

  shown = foothold_text_visible (title, FALSE);
  return g_strdup_printf (_ ("“%s” leaves the list of open opportunities. Nothing is deleted."), shown);
}

void
foothold_drop_dialog_ask (GtkWidget *parent, FootholdStore *store, GArray *ids, const char *title)
{
  FootholdDropDialog *self = g_object_new (FOOTHOLD_TYPE_DROP_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *body = make_body (title, ids->len);

  self->store = g_object_ref (store);
  /* A card may show something else by the time the toast comes: the window's overlay does not. */
  self->parent = g_object_ref (overlay != NULL ? overlay : parent);
  self->title = g_strdup (title);
  self->ids = g_array_ref (ids);
  if (ids->len > 1)
    adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _ ("Drop These Opportunities?"));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), body);
  /* Else the button has the keys, and the first blank of one's own words presses it. */
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->own_words));
  foothold_first_focus_stays_at_top (GTK_WIDGET (self->own_words));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

static void
foothold_drop_dialog_dispose (GObject *object)
{
  FootholdDropDialog *self = FOOTHOLD_DROP_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_DROP_DIALOG);

  G_OBJECT_CLASS (foothold_drop_dialog_parent_class)->dispose (object);
}

static void
foothold_drop_dialog_class_init (FootholdDropDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_drop_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = foothold_drop_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-drop-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdDropDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, FootholdDropDialog, own_words);
}

static void
foothold_drop_dialog_init (FootholdDropDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (common_reasons); i++)
    add_reason (self, _ (common_reasons[i]));
  foothold_default_key_add (GTK_WIDGET (self->own_words));
  gtk_check_button_set_active (self->first, TRUE);
}
