// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-field-group.h"

#include <glib/gi18n.h>

/* Rows stand in the order of the list whenever they are made; the button that opens the group is last. */

struct _FootholdFieldGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *box;
  GtkWidget *more;
  const FootholdGroupSpec *spec;
  FootholdFieldRow **rows; /* one a field, NULL until it is needed */
  gboolean *says; /* one a field: there is something to show */
  FootholdDossier *dossier;
  guint next; /* the field that shows dossier next */
  int lone; /* the one field that says nothing where there is one only: a row to show it would be no shorter; or -1 */
  gboolean expanded;
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdFieldGroup,
                               foothold_field_group,
                               ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

static gboolean
is_fact (const FootholdFieldSpec *spec)
{
  const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, spec->field);

  return field != NULL && (field->flags & FOOTHOLD_FIELD_BRIEF);
}

FootholdFieldRow *
foothold_field_group_make_row (const FootholdFieldSpec *spec)
{
  FootholdFieldRow *row = FOOTHOLD_FIELD_ROW (foothold_field_row_new (spec->field, spec->kind));

  if (!is_fact (spec))
    foothold_field_row_hide_knowledge (row, TRUE);
  return row;
}

static void
load_row (FootholdFieldRow *row, const FootholdDossier *dossier, const char *text)
{
  const char *source = NULL;
  const char *knowledge = foothold_dossier_knowledge (dossier, foothold_field_row_get_field (row), &source);

  foothold_field_row_load (row, text, knowledge, source);
}

void
foothold_field_group_load_row (FootholdFieldRow *row, const FootholdDossier *dossier)
{
  g_autofree char *text = foothold_field_to_text (dossier->opportunity, foothold_field_row_get_field (row),
                                                  foothold_field_row_get_kind (row));

  load_row (row, dossier, text);
}

static FootholdFieldRow *
ensure_row (FootholdFieldGroup *self, guint i)
{
  const FootholdFieldSpec *spec = &self->spec->fields[i];
  int position = 0;

  if (self->rows[i] != NULL)
    return self->rows[i];

  for (guint before = 0; before < i; before++)
    if (self->rows[before] != NULL)
      position++;
  self->rows[i] = foothold_field_group_make_row (spec);
  if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[i])), _ (self->spec->title)))
    foothold_field_row_hide_title (self->rows[i]);
  gtk_list_box_insert (self->box, GTK_WIDGET (self->rows[i]), position);
  g_signal_emit_by_name (self, "row-added", self->rows[i]);

  return self->rows[i];
}

/* That the posting does not say, or that there is none, is said of it too. */
static gboolean
is_looked_at (const FootholdDossier *dossier, const char *field)
{
  return !g_str_equal (foothold_dossier_knowledge (dossier, field, NULL), "not-looked-at");
}

static void
update_row (FootholdFieldGroup *self, guint i)
{
  const FootholdFieldSpec *spec = &self->spec->fields[i];
  g_autofree char *text = foothold_field_to_text (self->dossier->opportunity, spec->field, spec->kind);
  gboolean shown;

  self->says[i] = *text != '\0' || is_looked_at (self->dossier, spec->field);
  shown = spec->decides || self->says[i] || self->expanded || self->lone == (int) i;
  if (!shown && self->rows[i] == NULL)
    return;

  load_row (ensure_row (self, i), self->dossier, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), shown);
}

static void
update_more (FootholdFieldGroup *self)
{
  const int lone = self->lone;
  guint n_extra = 0;

  for (guint i = 0; i < self->spec->n_fields; i++)
    if (!self->spec->fields[i].decides && !self->says[i])
      {
        n_extra++;
        self->lone = (int) i;
      }
  if (n_extra != 1)
    self->lone = -1;
  if (lone != self->lone && lone >= 0)
    update_row (self, (guint) lone);
  if (lone != self->lone && self->lone >= 0)
    update_row (self, (guint) self->lone);

  gtk_widget_set_visible (self->more, n_extra > 1);
  if (!self->expanded)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_extra), n_extra);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _ ("Show Fewer"));
    }
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->more),
                                      self->expanded ? "pan-up-symbolic" : "pan-down-symbolic");
}

static void
update (FootholdFieldGroup *self)
{
  for (self->next = 0; self->next < self->spec->n_fields; self->next++)
    update_row (self, self->next);
  update_more (self);
}

void
foothold_field_group_begin (FootholdFieldGroup *self, const FootholdDossier *dossier)
{
  FootholdDossier *old;

  g_return_if_fail (FOOTHOLD_IS_FIELD_GROUP (self));
  g_return_if_fail (dossier != NULL);

  old = self->dossier;
  self->dossier = foothold_dossier_ref ((FootholdDossier *) dossier);
  self->next = 0;
  g_clear_pointer (&old, foothold_dossier_unref);
}

gboolean
foothold_field_group_continue (FootholdFieldGroup *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_GROUP (self) && self->dossier != NULL, FALSE);

  if (self->next < self->spec->n_fields)
    update_row (self, self->next++);
  if (self->next < self->spec->n_fields)
    return TRUE;

  update_more (self);
  return FALSE;
}

static void
more_cb (FootholdFieldGroup *self)
{
  if (self->dossier == NULL)
    return;

  self->expanded = !self->expanded;
  update (self);
}

FootholdFieldRow *
foothold_field_group_reveal (FootholdFieldGroup *self, const char *field)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_GROUP (self), NULL);

  for (guint i = 0; i < self->spec->n_fields; i++)
    if (g_str_equal (self->spec->fields[i].field, field) && self->dossier != NULL)
      {
        if (self->rows[i] == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->rows[i])))
          {
            self->expanded = TRUE;
            update (self);
          }
        return self->rows[i];
      }

  return NULL;
}

void
foothold_field_group_foreach (FootholdFieldGroup *self, GFunc func, gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_GROUP (self));

  for (guint i = 0; i < self->spec->n_fields; i++)
    if (self->rows[i] != NULL)
      func (self->rows[i], user_data);
}

/* A page of one's own has few facts: they come at once. */
static void
part_load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  foothold_field_group_begin (FOOTHOLD_FIELD_GROUP (part), dossier);
  while (foothold_field_group_continue (FOOTHOLD_FIELD_GROUP (part)))
    ;
}

static void
part_foreach (FootholdPagePart *part, GFunc func, gpointer user_data)
{
  foothold_field_group_foreach (FOOTHOLD_FIELD_GROUP (part), func, user_data);
}

static gboolean
part_reveal (FootholdPagePart *part, const char *field)
{
  FootholdFieldRow *row = foothold_field_group_reveal (FOOTHOLD_FIELD_GROUP (part), field);

  if (row != NULL)
    foothold_field_row_edit (row);
  return row != NULL;
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = part_load;
  iface->foreach = part_foreach;
  iface->reveal = part_reveal;
}

GtkWidget *
foothold_field_group_new (const FootholdGroupSpec *spec)
{
  FootholdFieldGroup *self = g_object_new (FOOTHOLD_TYPE_FIELD_GROUP, NULL);

  self->spec = spec;
  self->lone = -1;
  self->rows = g_new0 (FootholdFieldRow *, spec->n_fields);
  self->says = g_new0 (gboolean, spec->n_fields);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (spec->title));
  if (spec->about != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _ (spec->about));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (spec->title), -1);

  return GTK_WIDGET (self);
}

static void
foothold_field_group_finalize (GObject *object)
{
  FootholdFieldGroup *self = FOOTHOLD_FIELD_GROUP (object);

  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->says, g_free);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);

  G_OBJECT_CLASS (foothold_field_group_parent_class)->finalize (object);
}

static void
foothold_field_group_class_init (FootholdFieldGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_field_group_finalize;
}

static void
foothold_field_group_init (FootholdFieldGroup *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  self->more = adw_button_row_new ();
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->box, self->more);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
}
