// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A recycled row of the preview. Everything in it is a stranger's text, so all of it is plain. */

#define G_LOG_DOMAIN "foothold-staged-row"

#include "foothold-staged-row.h"

#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"
#include "store/foothold-expiry.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdStagedRow
{
  GtkBox parent_instance;
  FootholdStagedList *list;
  FootholdStagedItem *item;
  gulong wanted_handler;
  gboolean updating;
  GtkCheckButton *check;
  GtkLabel *title, *detail, *facts, *verdict;
};

G_DEFINE_FINAL_TYPE (FootholdStagedRow, foothold_staged_row, GTK_TYPE_BOX)

const char *
foothold_staged_entry_verdict (const FootholdStagedEntry *entry)
{
  /* A problem of one field is no problem of its posting: that one is imported without it. */
  if (entry->verdict == FOOTHOLD_VERDICT_PROBLEM && entry->field != NULL)
    return entry->not_read ? _ ("Not read") : entry->asks ? _ ("Note") : _ ("Left out");
  switch (entry->verdict)
    {
    case FOOTHOLD_VERDICT_NEW:
      return _ ("New");
    case FOOTHOLD_VERDICT_SAME:
      return _ ("Already there");
    case FOOTHOLD_VERDICT_FILLS:
      return _ ("Fills gaps");
    case FOOTHOLD_VERDICT_PROBLEM:
      return _ ("Cannot be imported");
    case FOOTHOLD_VERDICT_LEFT_OUT:
      return _ ("Left out");
    case FOOTHOLD_VERDICT_READ:
      return _ ("Read");
    default:
      g_return_val_if_reached ("");
    }
}

char *
foothold_staged_entry_dup_title (const FootholdStagedEntry *entry)
{
  if (entry->title != NULL && *entry->title != '\0')
    return g_strdup (entry->title);
  if (entry->not_read || entry->asks)
    return g_strdup (entry->field);
  if (entry->field != NULL)
    /* Translators: %s is the name of a field of a posting, such as "Apply by" */
    return g_strdup_printf (_ ("Field “%s”"), entry->field);
  return g_strdup (entry->where != NULL && *entry->where != '\0' ? entry->where : _ ("Without a title"));
}

static void
update_check (FootholdStagedRow *self)
{
  self->updating = TRUE;
  gtk_check_button_set_active (self->check, self->item != NULL && foothold_staged_item_get_wanted (self->item));
  self->updating = FALSE;
}

static void
check_toggled (FootholdStagedRow *self)
{
  g_autoptr (GError) error = NULL;
  if (self->updating || self->item == NULL)
    return;
  if (!foothold_staged_list_set_wanted (self->list, self->item, gtk_check_button_get_active (self->check), &error))
    {
      g_warning ("Not ticked: %s", error->message);
      update_check (self);
    }
}

void
foothold_staged_row_toggle (FootholdStagedRow *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->check)))
    gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

static void
toggle_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foothold_staged_row_toggle (FOOTHOLD_STAGED_ROW (widget));
}

static char *
detail_text (const FootholdStagedEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gboolean where_is_title = entry->title == NULL && entry->field == NULL;
  /* Translators: the state of an application that an import brings: “Application: Submitted” */
  g_autofree char *application =
    entry->application != NULL
      ? g_strdup_printf (_ ("Application: %s"), foothold_list_name (&foothold_application_states, entry->application))
      : NULL;
  const char *parts[] = { entry->organisation, application, where_is_title ? NULL : entry->where, entry->reason };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What was found of the facts that one looks at first; "" for none. */
static char *
facts_text (const FootholdOpportunityRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gboolean dated = foothold_expiry_get_date (row) != NULL;
  gboolean urgent;
  g_autofree char *hours = foothold_format_hours (row->minutes_min, row->minutes_max);
  g_autofree char *pay = foothold_format_pay (row);
  g_autofree char *day = dated ? foothold_format_day (row->apply_by) : foothold_format_deadline (row, NULL, &urgent);
  /* Translators: the deadline of an entry of an import: “Apply by 3 Dec 2026” */
  g_autofree char *deadline = dated ? g_strdup_printf (_ ("Apply by %s"), day) : g_steal_pointer (&day);
  const char *parts[] = { hours, pay, deadline,
                          row->work_mode != NULL ? foothold_list_name (&foothold_work_modes, row->work_mode) : NULL,
                          row->location };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
foothold_staged_row_set_item (FootholdStagedRow *self, FootholdStagedItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->wanted_handler, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  static const char *const classes[] = {
    [FOOTHOLD_VERDICT_NEW] = "success",     [FOOTHOLD_VERDICT_SAME] = NULL,     [FOOTHOLD_VERDICT_FILLS] = "accent",
    [FOOTHOLD_VERDICT_PROBLEM] = "warning", [FOOTHOLD_VERDICT_LEFT_OUT] = NULL, [FOOTHOLD_VERDICT_READ] = NULL,
  };
  const FootholdStagedEntry *entry = foothold_staged_item_get_entry (item);
  g_autofree char *title = foothold_staged_entry_dup_title (entry);
  g_autofree char *detail = detail_text (entry);
  g_autofree char *facts = entry->facts != NULL ? facts_text (entry->facts) : g_strdup ("");
  g_autofree char *shown = foothold_text_visible (title, FALSE);

  self->wanted_handler = g_signal_connect_swapped (item, "notify::wanted", G_CALLBACK (update_check), self);
  foothold_label_set_text (self->title, title);
  foothold_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  foothold_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  gtk_label_set_text (self->verdict, foothold_staged_entry_verdict (entry));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), classes[i]);
  if (classes[entry->verdict] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), classes[entry->verdict]);
  /* It keeps its place, so that titles line up. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), foothold_staged_item_can_want (item));
  gtk_widget_set_opacity (GTK_WIDGET (self->check), foothold_staged_item_can_want (item) ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  update_check (self);
}

GtkWidget *
foothold_staged_row_new (FootholdStagedList *list)
{
  FootholdStagedRow *self = g_object_new (FOOTHOLD_TYPE_STAGED_ROW, NULL);
  self->list = g_object_ref (list);
  return GTK_WIDGET (self);
}

static void
foothold_staged_row_dispose (GObject *object)
{
  FootholdStagedRow *self = FOOTHOLD_STAGED_ROW (object);
  foothold_staged_row_set_item (self, NULL);
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_STAGED_ROW);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (foothold_staged_row_parent_class)->dispose (object);
}

static void
foothold_staged_row_class_init (FootholdStagedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = foothold_staged_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-staged-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdStagedRow, check);
  gtk_widget_class_bind_template_child (widget_class, FootholdStagedRow, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdStagedRow, detail);
  gtk_widget_class_bind_template_child (widget_class, FootholdStagedRow, facts);
  gtk_widget_class_bind_template_child (widget_class, FootholdStagedRow, verdict);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled);
  gtk_widget_class_install_action (widget_class, "entry.toggle", NULL, toggle_activated);
}

static void
foothold_staged_row_init (FootholdStagedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
