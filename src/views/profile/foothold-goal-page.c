// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The page of one goal; each switch is a change of its own, so each can be undone. */

#define G_LOG_DOMAIN "foothold-goal-page"

#include "foothold-goal-page.h"

#include "rules/foothold-lists.h"
#include "store/foothold-fold.h"
#include "store/foothold-store-rows.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-typing.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

struct _FootholdGoalPage
{
  AdwNavigationPage parent_instance;
  FootholdProfile *profile;
  gint64 id;
  gboolean updating;
  gboolean deleting; /* the person asked for it here, so it is said */
  GtkWidget *title_row, *notes_view, *new_skill_row;
  AdwExpanderRow *areas_row, *industries_row;
  GtkWidget *new_area_row, *new_industry_row;
  GtkListBox *title_list, *skills_list;
};

G_DEFINE_FINAL_TYPE (FootholdGoalPage, foothold_goal_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FootholdGoalRow *
find_goal (FootholdGoalPage *self)
{
  GPtrArray *goals = foothold_profile_get_goals (self->profile);
  for (guint i = 0; i < goals->len; i++)
    {
      FootholdGoalRow *goal = g_ptr_array_index (goals, i);
      if (goal->row.id == self->id)
        return goal;
    }
  return NULL;
}

static void
text_typed (GtkWidget *field, gpointer user_data)
{
  FootholdGoalPage *self = user_data;
  FootholdGoalRow *before = find_goal (self);
  g_autofree char *text = foothold_typing_get_text (field);
  if (before == NULL)
    return;
  if (field == self->title_row && text == NULL)
    {
      /* A goal without a title is none: the old one comes back. */
      foothold_typing_set_text (field, before->title);
      return;
    }
  g_autoptr (FootholdRow) after = foothold_row_copy (before);
  foothold_row_set_text (after, foothold_row_type_find (after->type, field == self->title_row ? "title" : "notes"),
                         text);
  foothold_profile_save (self->profile, _ ("Change Goal"), before, after);
}

static void
target_toggled (AdwSwitchRow *row, GParamSpec *pspec, FootholdGoalPage *self)
{
  FootholdGoalRow *goal = find_goal (self);
  if (self->updating || goal == NULL)
    return;
  foothold_profile_set_target (self->profile, goal, g_object_get_data (G_OBJECT (row), "kind"),
                               g_object_get_data (G_OBJECT (row), "value"), adw_switch_row_get_active (row));
}

static GPtrArray *
rows_of (AdwExpanderRow *parent)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (parent), "rows");
  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (parent), "rows", rows, (GDestroyNotify) g_ptr_array_unref);
    }
  return rows;
}

static void
add_target_row (FootholdGoalPage *self, AdwExpanderRow *parent, const char *kind, const char *value, const char *name)
{
  GtkWidget *row = adw_switch_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value), g_free);
  g_signal_connect (row, "notify::active", G_CALLBACK (target_toggled), self);
  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (rows_of (parent), row);
}

static const char *
value_of (AdwExpanderRow *parent, guint i)
{
  return g_object_get_data (g_ptr_array_index (rows_of (parent), i), "value");
}

static gboolean
has_value (AdwExpanderRow *parent, const char *value)
{
  for (guint i = 0; i < rows_of (parent)->len; i++)
    if (g_str_equal (value_of (parent, i), value))
      return TRUE;
  return FALSE;
}

static gboolean
is_own_word (FootholdGoalPage *self, const char *kind, const char *value)
{
  GPtrArray *terms = foothold_profile_get_terms (self->profile);
  for (guint i = 0; i < terms->len; i++)
    {
      const FootholdTermRow *term = g_ptr_array_index (terms, i);
      if (g_str_equal (term->list, kind) && g_str_equal (term->slug, value))
        return TRUE;
    }
  return FALSE;
}

/* A person's own words come after the words of everybody, and what adds one after them. */
static void
update_own_words (FootholdGoalPage *self,
                  AdwExpanderRow *parent,
                  GtkWidget *adder,
                  const FootholdList *list,
                  const char *kind)
{
  GPtrArray *terms = foothold_profile_get_terms (self->profile);
  gboolean added = FALSE;
  for (guint i = rows_of (parent)->len; i-- > list->n_entries;)
    if (!is_own_word (self, kind, value_of (parent, i)))
      {
        adw_expander_row_remove (parent, g_ptr_array_index (rows_of (parent), i));
        g_ptr_array_remove_index (rows_of (parent), i);
      }
  for (guint i = 0; i < terms->len; i++)
    {
      const FootholdTermRow *term = g_ptr_array_index (terms, i);
      if (!g_str_equal (term->list, kind) || has_value (parent, term->slug))
        continue;
      add_target_row (self, parent, kind, term->slug, term->name);
      added = TRUE;
    }
  if (!added && gtk_widget_get_parent (adder) != NULL)
    return;

  const gboolean focused = (gtk_widget_get_state_flags (adder) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  g_object_ref (adder);
  if (gtk_widget_get_parent (adder) != NULL)
    adw_expander_row_remove (parent, adder);
  adw_expander_row_add_row (parent, adder);
  if (focused)
    gtk_widget_grab_focus (adder);
  g_object_unref (adder);
}

static void
word_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdGoalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
}

/* The word and that the goal wants it are one action. Its slug is the word itself, so that it reads well anywhere. */
static void
word_added (FootholdGoalPage *self, GtkWidget *adder, AdwExpanderRow *parent, const char *kind)
{
  FootholdGoalRow *goal = find_goal (self);
  g_autofree char *text = foothold_typing_get_text (adder);
  if (goal == NULL || text == NULL)
    return;

  foothold_typing_clear (adder);
  g_autofree char *folded = foothold_fold_name (text);
  for (guint i = 0; i < rows_of (parent)->len; i++)
    {
      AdwPreferencesRow *row = g_ptr_array_index (rows_of (parent), i);
      g_autofree char *other = foothold_fold_name (adw_preferences_row_get_title (row));
      if (g_strcmp0 (folded, other) == 0)
        {
          foothold_profile_set_target (self->profile, goal, kind, value_of (parent, i), TRUE);
          return;
        }
    }

  g_autoptr (FootholdRow) term_row = foothold_row_new (&foothold_term_row_type);
  g_autoptr (FootholdRow) target_row = foothold_row_new (&foothold_goal_target_row_type);
  FootholdTermRow *term = (FootholdTermRow *) term_row;
  FootholdGoalTargetRow *target = (FootholdGoalTargetRow *) target_row;
  FootholdRowEdits *edits = foothold_row_edits_new ();
  /* Translators: what Undo takes back; %s is an area of work or an industry */
  g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), text);
  term->list = g_strdup (kind);
  term->slug = g_strdup (text);
  term->name = g_strdup (text);
  target->goal = goal->row.id;
  target->kind = g_strdup (kind);
  target->value = g_strdup (text);
  foothold_row_edits_add (edits, NULL, term);
  foothold_row_edits_add (edits, NULL, target);
  foothold_store_save_rows_async (foothold_profile_get_store (self->profile), label, edits, NULL, word_saved,
                                  g_object_ref (self));
}

static void
area_added (FootholdGoalPage *self)
{
  word_added (self, self->new_area_row, self->areas_row, "area");
}

static void
industry_added (FootholdGoalPage *self)
{
  word_added (self, self->new_industry_row, self->industries_row, "industry");
}

static GtkWidget *
make_adder (FootholdGoalPage *self, const char *title, GCallback added)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", added, self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill_targets (FootholdGoalPage *self, AdwExpanderRow *parent, const FootholdList *list, const char *kind)
{
  for (guint i = 0; i < list->n_entries; i++)
    add_target_row (self, parent, kind, list->entries[i].slug, foothold_list_entry_name (&list->entries[i]));
}

static void
update_targets (FootholdGoalPage *self, AdwExpanderRow *parent)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (parent), "rows");
  g_autoptr (GString) chosen = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      AdwSwitchRow *row = g_ptr_array_index (rows, i);
      gboolean active =
        foothold_profile_has_target (self->profile, self->id, g_object_get_data (G_OBJECT (row), "kind"),
                                     g_object_get_data (G_OBJECT (row), "value"));
      adw_switch_row_set_active (row, active);
      if (active)
        g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? " · " : "",
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  g_autofree char *plain = g_markup_escape_text (chosen->len > 0 ? chosen->str : _ ("None chosen"), -1);
  adw_expander_row_set_subtitle (parent, plain);
}

static void
skill_removed (GtkWidget *button, FootholdGoalPage *self)
{
  FootholdGoalRow *goal = find_goal (self);
  if (goal != NULL)
    foothold_profile_set_target (self->profile, goal, "skill", g_object_get_data (G_OBJECT (button), "value"), FALSE);
}

static void
update_skills (FootholdGoalPage *self)
{
  GPtrArray *targets = foothold_profile_get_targets (self->profile);
  gtk_list_box_remove_all (self->skills_list);
  gboolean any = FALSE;
  for (guint i = 0; i < targets->len; i++)
    {
      const FootholdGoalTargetRow *target = g_ptr_array_index (targets, i);
      if (target->goal != self->id || !g_str_equal (target->kind, "skill"))
        continue;
      any = TRUE;
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
      g_autofree char *name = g_strdup_printf (_ ("Remove %s"), target->value);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), target->value);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Remove"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, target->value, -1);
      g_object_set_data_full (G_OBJECT (button), "value", g_strdup (target->value), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (skill_removed), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->skills_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->skills_list), any);
}

static void
skill_added (FootholdGoalPage *self)
{
  FootholdGoalRow *goal = find_goal (self);
  g_autofree char *text = foothold_typing_get_text (self->new_skill_row);
  if (goal == NULL || text == NULL)
    return;
  foothold_typing_clear (self->new_skill_row);
  /* The spelling that is known already, so that a goal and one's skills mean the same. */
  g_autofree char *folded = foothold_fold_name (text);
  GPtrArray *skills = foothold_profile_get_skills (self->profile);
  const char *value = text;
  for (guint i = 0; i < skills->len; i++)
    {
      const FootholdSkillRow *skill = g_ptr_array_index (skills, i);
      g_autofree char *other = foothold_fold_name (skill->name);
      if (g_strcmp0 (folded, other) == 0)
        {
          value = skill->name;
          break;
        }
    }
  foothold_profile_set_target (self->profile, goal, "skill", value, TRUE);
}

static void
goal_deleted (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdGoalPage *self = FOOTHOLD_GOAL_PAGE (widget);
  FootholdGoalRow *goal = find_goal (self);
  if (goal == NULL)
    return;
  g_autofree char *label = g_strdup_printf (_ ("Delete Goal “%s”"), goal->title);
  self->deleting = TRUE;
  foothold_profile_delete_goal (self->profile, label, goal);
}

static void
update (FootholdGoalPage *self)
{
  FootholdGoalRow *goal = find_goal (self);
  if (goal == NULL)
    {
      GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

      if (self->deleting && overlay != NULL)
        foothold_toast (overlay, _ ("Goal deleted"), TRUE);
      self->deleting = FALSE;
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  self->deleting = FALSE;
  self->updating = TRUE;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), goal->title);
  foothold_typing_set_text (self->title_row, goal->title);
  foothold_typing_set_text (self->notes_view, goal->notes);
  update_own_words (self, self->areas_row, self->new_area_row, &foothold_areas, "area");
  update_own_words (self, self->industries_row, self->new_industry_row, &foothold_industries, "industry");
  update_targets (self, self->areas_row);
  update_targets (self, self->industries_row);
  update_skills (self);
  self->updating = FALSE;
}

void
foothold_goal_page_commit (FootholdGoalPage *self)
{
  foothold_typing_commit (self->title_row);
  foothold_typing_commit (self->notes_view);
}

AdwNavigationPage *
foothold_goal_page_new (FootholdProfile *profile, gint64 id)
{
  FootholdGoalPage *self = g_object_new (FOOTHOLD_TYPE_GOAL_PAGE, NULL);
  self->profile = g_object_ref (profile);
  self->id = id;
  fill_targets (self, self->areas_row, &foothold_areas, "area");
  fill_targets (self, self->industries_row, &foothold_industries, "industry");
  g_signal_connect_object (profile, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}

static void
foothold_goal_page_dispose (GObject *object)
{
  FootholdGoalPage *self = FOOTHOLD_GOAL_PAGE (object);
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_GOAL_PAGE);
  g_clear_object (&self->profile);
  G_OBJECT_CLASS (foothold_goal_page_parent_class)->dispose (object);
}

static void
foothold_goal_page_class_init (FootholdGoalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = foothold_goal_page_dispose;
  signals[GONE] =
    g_signal_new ("gone", FOOTHOLD_TYPE_GOAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-goal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalPage, title_list);
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalPage, notes_view);
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalPage, new_skill_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalPage, areas_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalPage, industries_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalPage, skills_list);
  gtk_widget_class_bind_template_callback (widget_class, skill_added);
  gtk_widget_class_install_action (widget_class, "goal.delete", NULL, goal_deleted);
}

static void
foothold_goal_page_init (FootholdGoalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_append (self->title_list, foothold_wrapped_row_new (_ ("Goal"), &self->title_row));
  self->new_area_row = make_adder (self, _ ("Add another area"), G_CALLBACK (area_added));
  self->new_industry_row = make_adder (self, _ ("Add another industry"), G_CALLBACK (industry_added));
  foothold_typing_follow (self->title_row, text_typed, self);
  foothold_typing_follow (self->notes_view, text_typed, self);
}
