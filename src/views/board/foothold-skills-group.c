// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-children-groups.h"

#include "store/foothold-dossier.h"
#include "views/board/foothold-opportunity-actions.h"
#include "views/board/foothold-tag-row.h"
#include "widgets/foothold-chip.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

/* Skills and tags are words: chips that wrap, each with the button that takes it away, and one entry below. */

struct _FootholdSkillsGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *chips;
  GtkWidget *chips_row;
  GtkWidget *add_row;
  FootholdDossier *dossier;
  gboolean tags; /* the person's own words, not what is asked for */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdSkillsGroup, foothold_skills_group, ADW_TYPE_PREFERENCES_GROUP)

static void G_GNUC_PRINTF (3, 4) hand_out (FootholdSkillsGroup *self, FootholdDossier *changed, const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list args;

  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, changed, label);
}

static GPtrArray *
words_of (FootholdSkillsGroup *self, const FootholdDossier *dossier)
{
  return self->tags ? dossier->tags : dossier->skills;
}

static void
remove_cb (FootholdSkillsGroup *self, GtkWidget *chip)
{
  const char *name = g_object_get_data (G_OBJECT (chip), "skill");
  g_autoptr (FootholdDossier) changed = foothold_dossier_copy (self->dossier);
  guint i;

  if (!g_ptr_array_find_with_equal_func (words_of (self, changed), name, g_str_equal, &i))
    return;

  g_ptr_array_remove_index (words_of (self, changed), i);
  gtk_widget_grab_focus (self->add_row);
  if (self->tags)
    hand_out (self, changed, _ ("Remove Tag of “%s”"), changed->opportunity->title);
  else
    hand_out (self, changed, _ ("Remove Skill of “%s”"), changed->opportunity->title);
}

/* Several at once, with commas between them. */
static void
add_cb (FootholdSkillsGroup *self)
{
  g_auto (GStrv) names = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->add_row)), ",;", -1);
  g_autoptr (FootholdDossier) changed = NULL;
  gboolean any = FALSE;

  if (self->dossier == NULL)
    return;

  changed = foothold_dossier_copy (self->dossier);
  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0' && !foothold_dossier_names_have (words_of (self, changed), names[i]))
      {
        g_ptr_array_add (words_of (self, changed), g_strdup (names[i]));
        any = TRUE;
      }
  foothold_typing_clear (self->add_row);
  if (any && self->tags)
    hand_out (self, changed, _ ("Add Tag to “%s”"), changed->opportunity->title);
  else if (any)
    hand_out (self, changed, _ ("Add Skill to “%s”"), changed->opportunity->title);
}

static GtkWidget *
make_chip (FootholdSkillsGroup *self, const char *name)
{
  g_autofree char *shown = foothold_text_visible (name, FALSE);
  /* Translators: the name of a button; %s is a skill or a tag. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), shown);
  GtkWidget *chip = foothold_chip_new (name, remove, G_CALLBACK (remove_cb), self);

  g_object_set_data_full (G_OBJECT (chip), "skill", g_strdup (name), g_free);
  return chip;
}

void
foothold_skills_group_load (FootholdSkillsGroup *self, const FootholdDossier *dossier)
{
  FootholdDossier *old;
  GtkWidget *chip;

  g_return_if_fail (FOOTHOLD_IS_SKILLS_GROUP (self));

  old = self->dossier;
  self->dossier = foothold_dossier_ref ((FootholdDossier *) dossier);
  g_clear_pointer (&old, foothold_dossier_unref);

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), chip);
  for (guint i = 0; i < words_of (self, dossier)->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->chips), make_chip (self, g_ptr_array_index (words_of (self, dossier), i)));
  gtk_widget_set_visible (self->chips_row, words_of (self, dossier)->len > 0);
  if (self->tags)
    foothold_tag_row_set_given (FOOTHOLD_TAG_ROW (self->add_row), dossier->tags);
}

/* Which tags are in use is asked when one is about to be typed. */
static void
focus_entered_cb (FootholdSkillsGroup *self)
{
  GtkWidget *holder = gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_OPPORTUNITY_HOLDER);
  FootholdStore *store =
    holder != NULL ? foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder)) : NULL;

  if (store != NULL)
    foothold_tag_row_load (FOOTHOLD_TAG_ROW (self->add_row), store);
}

static void
foothold_skills_group_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_SKILLS_GROUP (object)->dossier, foothold_dossier_unref);

  G_OBJECT_CLASS (foothold_skills_group_parent_class)->finalize (object);
}

static void
foothold_skills_group_class_init (FootholdSkillsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_skills_group_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", FOOTHOLD_TYPE_SKILLS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
foothold_skills_group_init (FootholdSkillsGroup *self)
{
}

/* What tags have besides: those that are in use elsewhere. */
static GtkWidget *
make_tag_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("foothold-tag-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Tags in Use"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags in Use"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "opportunity.tag");
  return button;
}

static GtkWidget *
make_tag_row (FootholdSkillsGroup *self)
{
  GtkWidget *row = foothold_tag_row_new (_ ("Add a tag"), TRUE);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  foothold_tag_row_offer_in (FOOTHOLD_TAG_ROW (row), GTK_WIDGET (self));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_tag_button ());
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  return row;
}

static GtkWidget *
make_skill_row (void)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add a skill"));
  return row;
}

static GtkWidget *
make_group (gboolean tags, gboolean plain)
{
  FootholdSkillsGroup *self = g_object_new (FOOTHOLD_TYPE_SKILLS_GROUP, NULL);
  const char *title = tags ? _ ("Tags") : _ ("Skills Asked For");
  GtkWidget *box = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, plain ? "plain-list" : "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  self->tags = tags;
  self->chips = g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->chips), 6);
  gtk_widget_set_margin_top (self->chips, 9);
  gtk_widget_set_margin_bottom (self->chips, 9);
  gtk_widget_set_margin_start (self->chips, 12);
  gtk_widget_set_margin_end (self->chips, 12);
  self->chips_row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->chips_row), FALSE);
  gtk_widget_set_focusable (self->chips_row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tags ? _ ("Tags") : _ ("Skills"), -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->chips_row), self->chips);
  gtk_list_box_append (GTK_LIST_BOX (box), self->chips_row);

  self->add_row = tags ? make_tag_row (self) : make_skill_row ();
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  foothold_typing_pass_undo (self->add_row);
  gtk_list_box_append (GTK_LIST_BOX (box), self->add_row);

  if (!plain)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  return GTK_WIDGET (self);
}

GtkWidget *
foothold_skills_group_new (void)
{
  return make_group (FALSE, FALSE);
}

GtkWidget *
foothold_skills_list_new (void)
{
  return make_group (FALSE, TRUE);
}

void
foothold_skills_group_edit (FootholdSkillsGroup *self)
{
  g_return_if_fail (FOOTHOLD_IS_SKILLS_GROUP (self));

  gtk_widget_grab_focus (self->add_row);
}

GtkWidget *
foothold_tags_group_new (void)
{
  return make_group (TRUE, FALSE);
}
