// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One skill; folded it says level and want, unfolded it is edited. */

#define G_LOG_DOMAIN "foothold-skill-item"

#include "foothold-skill-item.h"

#include "rules/foothold-lists.h"
#include "widgets/foothold-choice.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

struct _FootholdSkillItem
{
  AdwExpanderRow parent_instance;
  FootholdProfile *profile;
  FootholdSkillRow *row;
  gint64 id;
  gboolean updating;
  AdwComboRow *level_row;
  AdwSwitchRow *wanted_row;
  GtkWidget *evidence_row;
};

G_DEFINE_FINAL_TYPE (FootholdSkillItem, foothold_skill_item, ADW_TYPE_EXPANDER_ROW)

static FootholdSkillRow *
copy_row (FootholdSkillItem *self)
{
  return self->updating || self->row == NULL ? NULL : foothold_row_copy (self->row);
}

static void
save (FootholdSkillItem *self, FootholdSkillRow *after)
{
  g_autofree char *label = g_strdup_printf (_ ("Change Skill “%s”"), self->row->name);
  foothold_profile_save (self->profile, label, self->row, after);
  foothold_row_unref (after);
}

static void
level_selected (FootholdSkillItem *self)
{
  FootholdSkillRow *after = copy_row (self);
  if (after == NULL)
    return;
  const char *slug = foothold_choice_get (self->level_row);
  after->level = slug == NULL ? GINT64_UNKNOWN : g_ascii_strtoll (slug, NULL, 10);
  save (self, after);
}

static void
wanted_toggled (FootholdSkillItem *self)
{
  FootholdSkillRow *after = copy_row (self);
  if (after == NULL)
    return;
  after->wanted = adw_switch_row_get_active (self->wanted_row);
  save (self, after);
}

static void
evidence_typed (GtkWidget *field, gpointer user_data)
{
  FootholdSkillItem *self = user_data;
  FootholdSkillRow *after = copy_row (self);
  if (after == NULL)
    return;
  g_free (after->evidence);
  after->evidence = foothold_typing_get_text (field);
  save (self, after);
}

/* A posting may ask for this skill, so its name stays known; what is one's own about it goes. */
static void
removed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdSkillItem *self = FOOTHOLD_SKILL_ITEM (widget);
  g_autoptr (FootholdRow) after = foothold_row_copy (self->row);
  FootholdSkillRow *skill = (FootholdSkillRow *) after;
  g_autofree char *label = g_strdup_printf (_ ("Remove Skill “%s”"), skill->name);
  skill->level = GINT64_UNKNOWN;
  skill->wanted = 0;
  g_clear_pointer (&skill->evidence, g_free);
  foothold_store_save_row_async (foothold_profile_get_store (self->profile), label, self->row, skill, NULL,
                                 foothold_saying_cb,
                                 foothold_saying_new (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY),
                                                      g_strdup_printf (_ ("“%s” removed"), skill->name)));
}

gint64
foothold_skill_item_get_id (FootholdSkillItem *self)
{
  return self->id;
}

char *
foothold_skill_item_dup_evidence (FootholdSkillItem *self)
{
  return foothold_typing_get_text (self->evidence_row);
}

void
foothold_skill_item_commit (FootholdSkillItem *self)
{
  foothold_typing_commit (self->evidence_row);
}

void
foothold_skill_item_update (FootholdSkillItem *self, FootholdSkillRow *row)
{
  foothold_row_ref (row);
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = row;

  self->updating = TRUE;
  char slug[] = { (char) ('0' + CLAMP (row->level, 0, 4)), '\0' };
  const char *level = row->level == GINT64_UNKNOWN ? NULL : slug;
  foothold_choice_set (self->level_row, level);
  adw_switch_row_set_active (self->wanted_row, row->wanted == 1);
  foothold_typing_set_text (self->evidence_row, row->evidence);
  self->updating = FALSE;

  const char *level_name = level == NULL ? NULL : foothold_list_name (&foothold_skill_levels, level);
  g_autofree char *subtitle = NULL;
  if (level_name != NULL && row->wanted == 1)
    /* Translators: a skill's level, and that one wants to use or learn it */
    subtitle = g_strdup_printf (_ ("%s · wanted"), level_name);
  else
    subtitle = g_strdup (level_name != NULL ? level_name : row->wanted == 1 ? _ ("Wanted") : _ ("Level not set"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), row->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
}

GtkWidget *
foothold_skill_item_new (FootholdProfile *profile, gint64 id)
{
  FootholdSkillItem *self = g_object_new (FOOTHOLD_TYPE_SKILL_ITEM, NULL);
  self->profile = g_object_ref (profile);
  self->id = id;
  return GTK_WIDGET (self);
}

static void
foothold_skill_item_dispose (GObject *object)
{
  FootholdSkillItem *self = FOOTHOLD_SKILL_ITEM (object);
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_SKILL_ITEM);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->row, foothold_row_unref);
  G_OBJECT_CLASS (foothold_skill_item_parent_class)->dispose (object);
}

static void
foothold_skill_item_class_init (FootholdSkillItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = foothold_skill_item_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-skill-item.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdSkillItem, level_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdSkillItem, wanted_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdSkillItem, evidence_row);
  gtk_widget_class_bind_template_callback (widget_class, level_selected);
  gtk_widget_class_bind_template_callback (widget_class, wanted_toggled);
  gtk_widget_class_install_action (widget_class, "skill.remove", NULL, removed);
}

static void
foothold_skill_item_init (FootholdSkillItem *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_choice_setup (self->level_row, &foothold_skill_levels, _ ("Not set"), FALSE);
  foothold_typing_follow (self->evidence_row, evidence_typed, self);
  self->updating = FALSE;
}
