// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-unite-dialog.h"

#include "model/foothold-field-text.h"
#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-unite.h"
#include "views/board/foothold-check-row.h"
#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/*
 * What two say differently is a group with one row for each that says it; what one alone says is a row with a tick.
 * The store asks again what differs when it writes, so a row only says from which opportunity a value comes.
 */

/* A posting may be pages long; its beginning tells it from another. */
#define LONGEST 240

struct _FootholdUniteDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;

  FootholdStore *store;
  GtkWidget *from;
  GArray *ids; /* gint64 */
  GPtrArray *dossiers; /* NULL until they are loaded */
  GArray *differences; /* as they are chosen */
  GCancellable *loading;
};

enum
{
  SIGNAL_MERGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdUniteDialog, foothold_unite_dialog, ADW_TYPE_DIALOG)

static const FootholdDossier *
dossier_at (FootholdUniteDialog *self, guint i)
{
  return g_ptr_array_index (self->dossiers, i);
}

static FootholdUniteDifference *
difference_at (FootholdUniteDialog *self, guint i)
{
  return &g_array_index (self->differences, FootholdUniteDifference, i);
}

/* ---- words ---- */

static void
append (GString *text, const char *more)
{
  if (more == NULL || *more == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, more);
}

/* Everything that is chosen with "pay_kind": the amount as cards say it, then what it leaves out. */
static void
append_pay (GString *text, const FootholdOpportunityRow *row, const char **fields)
{
  g_autofree char *pay = foothold_format_pay (row);

  append (text, pay);
  if (g_strcmp0 (row->pay_kind, "unpaid") != 0)
    append (text, foothold_field_slug_name ("pay_kind", row->pay_kind));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const gboolean said = g_str_has_prefix (fields[i], "pay_gross") || g_str_equal (fields[i], "pay_kind")
                            || g_str_equal (fields[i], "pay_period") || g_str_equal (fields[i], "currency")
                            || (g_str_equal (fields[i], "pay_net") && row->pay_gross_min == GINT64_UNKNOWN
                                && row->pay_gross_max == GINT64_UNKNOWN);
      g_autofree char *value = said ? NULL : foothold_field_say (row, fields[i]);
      g_autofree char *named =
        value != NULL ? g_strdup_printf ("%s: %s", foothold_field_title (fields[i]), value) : NULL;

      append (text, named);
    }
}

/* What dossier @i says there. (transfer full) */
static char *
value_of (FootholdUniteDialog *self, const char *field, guint i)
{
  const FootholdOpportunityRow *row = dossier_at (self, i)->opportunity;
  g_autofree const char **fields = foothold_unite_fields (self->dossiers, field);
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_str_equal (field, "pay_kind"))
    append_pay (text, row, fields);
  else if (g_str_equal (field, "apply_window"))
    for (guint j = 0; fields[j] != NULL; j++)
      {
        g_autofree char *value = foothold_field_say (row, fields[j]);

        append (text, value);
      }
  else
    {
      g_autofree char *value = foothold_field_say (row, field);

      append (text, value);
    }

  return text->len > 0 ? foothold_text_short (text->str, LONGEST) : g_strdup (FOOTHOLD_UNKNOWN_TEXT);
}

static const char *
title_of (const char *field)
{
  return g_str_equal (field, "pay_kind")       ? _ ("Fee")
         : g_str_equal (field, "apply_window") ? _ ("Apply by")
                                               : foothold_field_title (field);
}

static const char *
why_words (FootholdUniteReason why)
{
  switch (why)
    {
    case FOOTHOLD_UNITE_ONLY_ONE:
      return _ ("only one says it");
    case FOOTHOLD_UNITE_NO_GUESS:
      return _ ("chosen because the other is a guess");
    case FOOTHOLD_UNITE_FURTHER:
      return _ ("chosen because it is further along");
    case FOOTHOLD_UNITE_NEWER:
      return _ ("chosen because it was added last");
    default:
      g_assert_not_reached ();
    }
}

/* When it was added, where the value comes from, and why it is chosen. (transfer full) */
static char *
about (FootholdUniteDialog *self, const FootholdUniteDifference *difference, guint i, gboolean ours)
{
  const FootholdDossier *dossier = dossier_at (self, i);
  const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, difference->field);
  g_autofree char *when = foothold_format_instant (dossier->opportunity->created_at, NULL, FALSE);
  /* Translators: of an opportunity: when it was added, "added today, 14:05" */
  g_autofree char *added = g_strdup_printf (_ ("added %s"), when);
  GString *text = g_string_new (added);
  const char *source = NULL;

  if (field->flags & FOOTHOLD_FIELD_BRIEF)
    foothold_dossier_knowledge (dossier, difference->field, &source);
  append (text, foothold_field_slug_name ("fact_source", source));
  append (text, ours ? why_words (difference->why) : NULL);
  return g_string_free_and_steal (text);
}

/* ---- rows ---- */

static void
chosen_cb (GtkCheckButton *check, GParamSpec *pspec, FootholdUniteDialog *self)
{
  FootholdUniteDifference *difference =
    difference_at (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "difference")));

  if (gtk_check_button_get_active (check))
    difference->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "dossier"));
  else if (g_object_get_data (G_OBJECT (check), "alone") != NULL)
    /* whoever does not say it: the field is not known then */
    for (guint i = 0; i < self->dossiers->len; i++)
      if (!foothold_unite_knows (self->dossiers, i, difference->field))
        difference->chosen = i;
}

static GtkWidget *
check_row_new (FootholdUniteDialog *self, guint d, guint i, const char *title, const char *subtitle)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);
  GtkWidget *check = gtk_check_button_new ();

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "difference", GUINT_TO_POINTER (d));
  g_object_set_data (G_OBJECT (check), "dossier", GUINT_TO_POINTER (i));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  /* which names it by the title; the group around it says of what field */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

static GtkCheckButton *
check_of (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
connect_check (FootholdUniteDialog *self, GtkWidget *row, gboolean active)
{
  gtk_check_button_set_active (check_of (row), active);
  g_signal_connect_object (check_of (row), "notify::active", G_CALLBACK (chosen_cb), self, 0);
}

/* Whether one before @i says the same. */
static gboolean
is_said_before (FootholdUniteDialog *self, const char *field, guint i, const char *value)
{
  for (guint j = 0; j < i; j++)
    {
      g_autofree char *other = value_of (self, field, j);

      if (foothold_unite_knows (self->dossiers, j, field) && g_str_equal (other, value))
        return TRUE;
    }

  return FALSE;
}

/* Several say something else: one row each. */
static void
add_choice (FootholdUniteDialog *self, guint d)
{
  const FootholdUniteDifference *difference = difference_at (self, d);
  const char *title = title_of (difference->field);
  GtkCheckButton *first = NULL;
  GtkListBox *list;
  GtkWidget *group = foothold_check_group_new (title, NULL, &list);
  g_autofree char *ours = value_of (self, difference->field, difference->chosen);

  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      g_autofree char *value = value_of (self, difference->field, i);
      const gboolean is_ours = g_str_equal (value, ours);
      const guint of = is_ours ? difference->chosen : i;
      g_autofree char *subtitle = about (self, difference, of, is_ours);
      GtkWidget *row;

      if (!foothold_unite_knows (self->dossiers, i, difference->field)
          || is_said_before (self, difference->field, i, value))
        continue;
      row = check_row_new (self, d, of, value, subtitle);
      if (first != NULL)
        gtk_check_button_set_group (check_of (row), first);
      else
        first = check_of (row);
      connect_check (self, row, is_ours);
      gtk_list_box_append (list, row);
    }
}

/* One alone says it: it is taken or left. */
static void
add_tick (FootholdUniteDialog *self, guint d, GtkListBox *list)
{
  const FootholdUniteDifference *difference = difference_at (self, d);
  const char *title = title_of (difference->field);
  g_autofree char *value = value_of (self, difference->field, difference->chosen);
  GtkWidget *row = check_row_new (self, d, difference->chosen, title, value);

  g_object_set_data (G_OBJECT (check_of (row)), "alone", GUINT_TO_POINTER (1));
  connect_check (self, row, TRUE);
  gtk_list_box_append (list, row);
}

static void
fill (FootholdUniteDialog *self)
{
  GtkListBox *alone = NULL;

  /* what it is called first */
  for (guint d = 0; d < self->differences->len; d++)
    if (g_str_equal (difference_at (self, d)->field, "title"))
      add_choice (self, d);
  for (guint d = 0; d < self->differences->len; d++)
    if (difference_at (self, d)->why != FOOTHOLD_UNITE_ONLY_ONE
        && !g_str_equal (difference_at (self, d)->field, "title"))
      add_choice (self, d);
  for (guint d = 0; d < self->differences->len; d++)
    if (difference_at (self, d)->why == FOOTHOLD_UNITE_ONLY_ONE)
      {
        if (alone == NULL)
          adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (foothold_check_group_new (
                                                  _ ("Said by One Alone"),
                                                  _ ("Taken over, unless you take the tick away."), &alone)));
        add_tick (self, d, alone);
      }
}

/* ---- loading and merging ---- */

static gpointer
load_all (FootholdDb *db, gpointer data, GError **error)
{
  GArray *ids = data;
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      FootholdDossier *dossier = foothold_dossier_load (db, g_array_index (ids, gint64, i), error);

      if (dossier == NULL)
        return NULL;
      g_ptr_array_add (dossiers, dossier);
    }

  return g_steal_pointer (&dossiers);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdUniteDialog *self = FOOTHOLD_UNITE_DIALOG (object);
  g_autoptr (GError) error = NULL;

  self->dossiers = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->dossiers == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      foothold_toast_error (self->from, error);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  self->differences = foothold_unite_differences (self->dossiers);
  fill (self);
  foothold_first_focus (GTK_WIDGET (self->page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unite.merge", TRUE);
}

static void
merged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdUniteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const guint n = self->ids->len;
  const gint64 id = foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);

  if (error != NULL)
    foothold_toast_error (self->from, error);
  else
    {
      g_autofree char *said = g_strdup_printf (ngettext ("Merged %'u opportunity", "Merged %'u opportunities", n), n);

      g_signal_emit (self, signals[SIGNAL_MERGED], 0, id);
      foothold_toast (self->from, said, TRUE);
    }
}

static void
merge_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdUniteDialog *self = FOOTHOLD_UNITE_DIALOG (widget);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (FootholdUniteChoice));

  for (guint d = 0; d < self->differences->len; d++)
    {
      const FootholdUniteChoice choice = { difference_at (self, d)->field,
                                           dossier_at (self, difference_at (self, d)->chosen)->opportunity->row.id };

      g_array_append_val (choices, choice);
    }
  foothold_store_unite_async (self->store, self->ids, choices, NULL, merged_cb, g_object_ref (self));
  adw_dialog_force_close (ADW_DIALOG (self));
}

AdwDialog *
foothold_unite_dialog_new (GtkWidget *from, FootholdStore *store, GArray *ids)
{
  FootholdUniteDialog *self = g_object_new (FOOTHOLD_TYPE_UNITE_DIALOG, NULL);
  GTask *task = g_task_new (self, self->loading, loaded_cb, NULL);

  self->store = g_object_ref (store);
  self->from = g_object_ref (from);
  self->ids = g_array_ref (ids);
  g_task_set_source_tag (task, foothold_unite_dialog_new);
  g_task_set_task_data (task, g_array_ref (ids), (GDestroyNotify) g_array_unref);
  foothold_store_push_read (store, task, load_all, (GDestroyNotify) g_ptr_array_unref);
  return ADW_DIALOG (self);
}

static void
foothold_unite_dialog_dispose (GObject *object)
{
  FootholdUniteDialog *self = FOOTHOLD_UNITE_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->store);
  g_clear_object (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_UNITE_DIALOG);

  G_OBJECT_CLASS (foothold_unite_dialog_parent_class)->dispose (object);
}

static void
foothold_unite_dialog_finalize (GObject *object)
{
  FootholdUniteDialog *self = FOOTHOLD_UNITE_DIALOG (object);

  g_clear_object (&self->loading);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_array_unref);

  G_OBJECT_CLASS (foothold_unite_dialog_parent_class)->finalize (object);
}

static void
foothold_unite_dialog_class_init (FootholdUniteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "compare");
  G_OBJECT_CLASS (klass)->dispose = foothold_unite_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_unite_dialog_finalize;
  signals[SIGNAL_MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-unite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdUniteDialog, page);
  gtk_widget_class_install_action (widget_class, "unite.merge", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "unite.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "unite.merge", NULL);
}

static void
foothold_unite_dialog_init (FootholdUniteDialog *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unite.merge", FALSE);
}
