// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The profile dialog. Lists are kept by id, so that what is open or focused stays so when something changes. */

#define G_LOG_DOMAIN "foothold-profile-dialog"

#include "foothold-profile-dialog.h"

#include "model/foothold-profile.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"
#include "rules/foothold-pay-rate.h"
#include "store/foothold-fold.h"
#include "views/profile/foothold-goal-item.h"
#include "views/profile/foothold-goal-page.h"
#include "views/profile/foothold-rates-group.h"
#include "views/profile/foothold-skill-item.h"
#include "widgets/foothold-choice.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-toast-title.h"
#include "widgets/foothold-typing.h"
#include "widgets/foothold-undo-keys.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

struct _FootholdProfileDialog
{
  AdwPreferencesDialog parent_instance;
  FootholdProfile *profile;
  gboolean updating;
  FootholdGoalPage *goal_page; /* while one is open */

  GtkWidget *name_row, *hours_row, *overrun_row, *floor_row, *new_goal_row, *new_skill_row;
  AdwComboRow *role_row, *country_row, *currency_row, *floor_currency_row;
  GtkListBox *goals_list, *wants_list, *skills_list;
  FootholdRatesGroup *rates;
  GtkWidget *you_page, *goals_page, *skills_page;
  GtkWidget *wants[FOOTHOLD_WANTS_MAX];
};

G_DEFINE_FINAL_TYPE (FootholdProfileDialog, foothold_profile_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The profile's row before and, as a copy to change, after; NULL while the dialog itself is filling its fields. */
static FootholdProfileRow *
copy_row (FootholdProfileDialog *self)
{
  if (self->updating || !foothold_profile_get_loaded (self->profile))
    return NULL;
  return foothold_row_copy (foothold_profile_get_row (self->profile));
}

static void
save_row (FootholdProfileDialog *self, const char *label, FootholdProfileRow *after)
{
  const FootholdProfileRow *before = foothold_profile_get_row (self->profile);
  if (!foothold_row_equal (before, after))
    foothold_profile_save (self->profile, label, before->row.id == 0 ? NULL : (gpointer) before, after);
  foothold_row_unref (after);
}

static void
save_choice (FootholdProfileDialog *self, AdwComboRow *row, const char *field, const char *label)
{
  FootholdProfileRow *after = copy_row (self);
  if (after == NULL)
    return;
  foothold_row_set_text (after, foothold_row_type_find (&foothold_profile_row_type, field), foothold_choice_get (row));
  save_row (self, label, after);
}

static void
role_selected (FootholdProfileDialog *self)
{
  save_choice (self, self->role_row, "role", _ ("Change Role"));
}

static void
country_selected (FootholdProfileDialog *self)
{
  save_choice (self, self->country_row, "country", _ ("Change Country"));
}

static void
currency_selected (FootholdProfileDialog *self)
{
  save_choice (self, self->currency_row, "currency", _ ("Change Currency"));
}

static void
name_typed (GtkWidget *field, gpointer user_data)
{
  FootholdProfileDialog *self = user_data;
  FootholdProfileRow *after = copy_row (self);
  if (after == NULL)
    return;
  g_free (after->name);
  after->name = foothold_typing_get_text (field);
  save_row (self, _ ("Change Name"), after);
}

static void
hours_typed (GtkWidget *field, gpointer user_data)
{
  FootholdProfileDialog *self = user_data;
  g_autofree char *text = foothold_typing_get_text (field);
  gint64 minutes = GINT64_UNKNOWN;
  gboolean valid =
    text == NULL || (foothold_hours_from_text (text, &minutes) && minutes >= 0 && minutes <= 7 * 24 * 60);
  foothold_typing_set_valid (field, valid, _ ("Write a number of hours, such as 10 or 7.5"));
  FootholdProfileRow *after = valid ? copy_row (self) : NULL;
  if (after == NULL)
    return;
  after->minutes_per_week = minutes;
  save_row (self, _ ("Change Weekly Hours"), after);
}

static void
overrun_typed (GtkWidget *field, gpointer user_data)
{
  FootholdProfileDialog *self = user_data;
  g_autofree char *text = foothold_typing_get_text (field);
  gint64 permille = GINT64_UNKNOWN;
  gboolean valid = text == NULL || foothold_percent_from_text (text, &permille);
  foothold_typing_set_valid (field, valid,
                             _ ("Write a number, such as 125 where it takes a quarter longer than estimated"));
  FootholdProfileRow *after = valid ? copy_row (self) : NULL;
  if (after == NULL)
    return;
  after->overrun_permille = permille;
  save_row (self, _ ("Change Time Your Work Takes"), after);
}

static const char *
floor_currency (FootholdProfileDialog *self, const FootholdProfileRow *row)
{
  return row->floor_currency != NULL ? row->floor_currency : row->currency;
}

static void
floor_typed (GtkWidget *field, gpointer user_data)
{
  FootholdProfileDialog *self = user_data;
  g_autofree char *text = foothold_typing_get_text (field);
  FootholdProfileRow *after = copy_row (self);
  if (after == NULL)
    return;
  const char *currency = foothold_choice_get (self->floor_currency_row);
  if (currency == NULL)
    currency = floor_currency (self, after);
  gint64 amount = GINT64_UNKNOWN;
  gboolean valid = text == NULL || (foothold_money_parse (text, -1, currency, &amount) && amount >= 0);
  foothold_typing_set_valid (field, valid, _ ("Write an amount, such as 15 or 12.50"));
  if (!valid)
    {
      foothold_row_unref (after);
      return;
    }
  after->floor = amount;
  g_set_str (&after->floor_currency, text == NULL ? NULL : currency);
  save_row (self, _ ("Change Minimum Pay"), after);
}

static void
floor_currency_selected (FootholdProfileDialog *self)
{
  FootholdProfileRow *after = copy_row (self);
  if (after == NULL)
    return;
  /* The amount stays as it reads, whatever the decimals of the new currency are; a floor is never converted. */
  const char *currency = foothold_choice_get (self->floor_currency_row);
  g_autofree char *text = foothold_typing_get_text (self->floor_row);
  gint64 amount = GINT64_UNKNOWN;
  if (text != NULL && foothold_money_parse (text, -1, currency, &amount))
    after->floor = amount;
  g_set_str (&after->floor_currency, currency);
  save_row (self, _ ("Change Minimum Pay"), after);
}

static void
update_row (FootholdProfileDialog *self)
{
  const FootholdProfileRow *row = foothold_profile_get_row (self->profile);
  g_autofree char *hours =
    row->minutes_per_week == GINT64_UNKNOWN ? NULL : foothold_hours_to_text (row->minutes_per_week);
  g_autofree char *overrun =
    row->overrun_permille == GINT64_UNKNOWN ? NULL : foothold_percent_to_text (row->overrun_permille);
  g_autofree char *floor =
    row->floor == GINT64_UNKNOWN ? NULL : foothold_money_for_typing (row->floor, floor_currency (self, row));
  foothold_choice_set (self->role_row, row->role);
  foothold_choice_set (self->country_row, row->country);
  foothold_choice_set (self->currency_row, row->currency);
  foothold_choice_set (self->floor_currency_row, floor_currency (self, row));
  foothold_typing_set_text (self->name_row, row->name);
  foothold_typing_set_text (self->hours_row, hours);
  foothold_typing_set_text (self->overrun_row, overrun);
  foothold_typing_set_text (self->floor_row, floor);
}

/* Goals */

static GtkListBoxRow *
find_item (GtkListBox *list, GType type, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gint64 row_id = 0;
      if (!G_TYPE_CHECK_INSTANCE_TYPE (row, type))
        continue;
      row_id = type == FOOTHOLD_TYPE_GOAL_ITEM ? foothold_goal_item_get_id (FOOTHOLD_GOAL_ITEM (row))
                                               : foothold_skill_item_get_id (FOOTHOLD_SKILL_ITEM (row));
      if (row_id == id)
        return GTK_LIST_BOX_ROW (row);
    }
  return NULL;
}

/* Puts @item to @place of @list; moving keeps the widget, and with it the focus within. */
static void
place_item (GtkListBox *list, GtkWidget *item, int place)
{
  GtkWidget *parent = gtk_widget_get_parent (item);
  if (parent != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (item)) == place)
    return;
  GtkRoot *root = gtk_widget_get_root (item);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  gboolean had_focus = focus != NULL && (focus == item || gtk_widget_is_ancestor (focus, item));
  g_object_ref (item);
  if (parent != NULL)
    gtk_list_box_remove (list, item);
  gtk_list_box_insert (list, item, place);
  if (had_focus && !gtk_widget_grab_focus (focus))
    gtk_widget_grab_focus (item);
  g_object_unref (item);
}

/* What stands in @list after its first @n rows is gone from the data. */
static void
cut_list (GtkListBox *list, int n)
{
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, n); row != NULL;
       row = gtk_list_box_get_row_at_index (list, n))
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

static void
update_goals (FootholdProfileDialog *self)
{
  GPtrArray *goals = foothold_profile_get_goals (self->profile);
  for (guint i = 0; i < goals->len; i++)
    {
      FootholdGoalRow *goal = g_ptr_array_index (goals, i);
      GtkListBoxRow *item = find_item (self->goals_list, FOOTHOLD_TYPE_GOAL_ITEM, goal->row.id);
      GtkWidget *widget = item != NULL ? GTK_WIDGET (item) : foothold_goal_item_new (self->profile, goal->row.id);
      place_item (self->goals_list, widget, (int) i);
      foothold_goal_item_update (FOOTHOLD_GOAL_ITEM (widget), goal, i, goals->len);
    }
  cut_list (self->goals_list, (int) goals->len);
}

static void
goal_page_gone (FootholdProfileDialog *self)
{
  if (self->goal_page != NULL)
    adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (self));
}

static void
goal_page_hidden (FootholdProfileDialog *self)
{
  if (self->goal_page != NULL)
    foothold_goal_page_commit (self->goal_page);
  self->goal_page = NULL;
}

static void
open_goal (FootholdProfileDialog *self, gint64 id)
{
  AdwNavigationPage *page = foothold_goal_page_new (self->profile, id);
  self->goal_page = FOOTHOLD_GOAL_PAGE (page);
  g_signal_connect_object (page, "gone", G_CALLBACK (goal_page_gone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "hiding", G_CALLBACK (goal_page_hidden), self, G_CONNECT_SWAPPED);
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self), page);
}

static void
goal_activated (FootholdProfileDialog *self, GtkListBoxRow *row)
{
  open_goal (self, foothold_goal_item_get_id (FOOTHOLD_GOAL_ITEM (row)));
}

static void
goal_added (FootholdProfileDialog *self)
{
  g_autofree char *text = foothold_typing_get_text (self->new_goal_row);
  if (text == NULL || !foothold_profile_get_loaded (self->profile))
    return;
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_goal_row_type);
  FootholdGoalRow *goal = (FootholdGoalRow *) row;
  g_autofree char *label = g_strdup_printf (_ ("Add Goal “%s”"), text);
  goal->rank = foothold_profile_get_goals (self->profile)->len + 1;
  goal->title = g_steal_pointer (&text);
  foothold_profile_save (self->profile, label, NULL, goal);
  foothold_typing_clear (self->new_goal_row);
}

/* Wants: as many rows as there are wants, and one more to type the next into. */

static void
want_typed (GtkWidget *field, gpointer user_data)
{
  FootholdProfileDialog *self = user_data;
  if (self->updating || !foothold_profile_get_loaded (self->profile))
    return;
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), "n"));
  GPtrArray *wants = foothold_profile_get_wants (self->profile);
  g_autofree char *text = foothold_typing_get_text (field);
  FootholdWantRow *before = n < wants->len ? g_ptr_array_index (wants, n) : NULL;

  if (text == NULL)
    {
      if (before != NULL)
        foothold_profile_save (self->profile, _ ("Remove Want"), before, NULL);
      return;
    }
  g_autoptr (FootholdRow) row =
    before != NULL ? foothold_row_copy (before) : foothold_row_new (&foothold_want_row_type);
  FootholdWantRow *after = (FootholdWantRow *) row;
  if (before == NULL)
    {
      const FootholdWantRow *last = wants->len > 0 ? g_ptr_array_index (wants, wants->len - 1) : NULL;
      after->position = last == NULL ? 1 : last->position + 1;
    }
  g_set_str (&after->text, text);
  foothold_profile_save (self->profile, before != NULL ? _ ("Change Want") : _ ("Add Want"), before, after);
}

static void
update_wants (FootholdProfileDialog *self)
{
  GPtrArray *wants = foothold_profile_get_wants (self->profile);
  for (guint i = 0; i < FOOTHOLD_WANTS_MAX; i++)
    {
      const FootholdWantRow *want = i < wants->len ? g_ptr_array_index (wants, i) : NULL;
      foothold_typing_set_text (self->wants[i], want == NULL ? NULL : want->text);
      gtk_widget_set_visible (gtk_widget_get_ancestor (self->wants[i], GTK_TYPE_LIST_BOX_ROW), i <= wants->len);
    }
}

/* Skills: those of which something of one's own is known; postings name many more. */

static gboolean
is_own (const FootholdSkillRow *skill)
{
  return skill->level != GINT64_UNKNOWN || skill->wanted == 1 || skill->evidence != NULL;
}

static void
update_skills (FootholdProfileDialog *self)
{
  GPtrArray *skills = foothold_profile_get_skills (self->profile);
  int place = 0;
  for (guint i = 0; i < skills->len; i++)
    {
      FootholdSkillRow *skill = g_ptr_array_index (skills, i);
      if (!is_own (skill))
        continue;
      GtkListBoxRow *item = find_item (self->skills_list, FOOTHOLD_TYPE_SKILL_ITEM, skill->row.id);
      GtkWidget *widget = item != NULL ? GTK_WIDGET (item) : foothold_skill_item_new (self->profile, skill->row.id);
      place_item (self->skills_list, widget, place++);
      foothold_skill_item_update (FOOTHOLD_SKILL_ITEM (widget), skill);
    }
  cut_list (self->skills_list, place);
}

static void
skill_added (FootholdProfileDialog *self)
{
  g_autofree char *text = foothold_typing_get_text (self->new_skill_row);
  if (text == NULL || !foothold_profile_get_loaded (self->profile))
    return;
  g_autofree char *folded = foothold_fold_name (text);
  g_autofree char *label = g_strdup_printf (_ ("Add Skill “%s”"), text);
  GPtrArray *skills = foothold_profile_get_skills (self->profile);
  FootholdSkillRow *before = NULL;
  for (guint i = 0; i < skills->len && before == NULL; i++)
    {
      FootholdSkillRow *skill = g_ptr_array_index (skills, i);
      g_autofree char *other = foothold_fold_name (skill->name);
      if (g_strcmp0 (folded, other) == 0)
        before = skill;
    }
  foothold_typing_clear (self->new_skill_row);
  if (before != NULL && is_own (before))
    {
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                        foothold_toast_new (_ ("This skill is there already")));
      return;
    }
  g_autoptr (FootholdRow) row =
    before != NULL ? foothold_row_copy (before) : foothold_row_new (&foothold_skill_row_type);
  FootholdSkillRow *after = (FootholdSkillRow *) row;
  if (before == NULL)
    g_set_str (&after->name, text);
  after->wanted = 1;
  foothold_profile_save (self->profile, label, before, after);
}

static void
update (FootholdProfileDialog *self)
{
  gboolean first = !gtk_widget_get_sensitive (self->you_page);

  self->updating = TRUE;
  update_row (self);
  update_goals (self);
  update_wants (self);
  update_skills (self);
  foothold_rates_group_update (self->rates, self->profile);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->you_page, TRUE);
  gtk_widget_set_sensitive (self->goals_page, TRUE);
  gtk_widget_set_sensitive (self->skills_page, TRUE);
  /* Until something was read nothing could have the focus. */
  if (first)
    {
      adw_dialog_set_focus (ADW_DIALOG (self), self->name_row);
      /* whoever opens this wants to look first: the next key must not replace the name */
      gtk_editable_set_position (GTK_EDITABLE (self->name_row), -1);
    }
}

static void
failed (FootholdProfileDialog *self, const GError *error)
{
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), foothold_toast_new (error->message));
}

static void
foothold_profile_dialog_closed (AdwDialog *dialog)
{
  FootholdProfileDialog *self = FOOTHOLD_PROFILE_DIALOG (dialog);
  GtkWidget *fields[] = { self->name_row, self->hours_row, self->overrun_row, self->floor_row };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    foothold_typing_commit (fields[i]);
  for (guint i = 0; i < FOOTHOLD_WANTS_MAX; i++)
    foothold_typing_commit (self->wants[i]);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->skills_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    foothold_skill_item_commit (FOOTHOLD_SKILL_ITEM (row));
  foothold_rates_group_commit (self->rates);
  if (self->goal_page != NULL)
    foothold_goal_page_commit (self->goal_page);
}

AdwDialog *
foothold_profile_dialog_new (FootholdStore *store)
{
  FootholdProfileDialog *self = g_object_new (FOOTHOLD_TYPE_PROFILE_DIALOG, NULL);
  self->profile = foothold_profile_new (store);
  g_signal_connect_object (self->profile, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->profile, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}

static void
foothold_profile_dialog_dispose (GObject *object)
{
  FootholdProfileDialog *self = FOOTHOLD_PROFILE_DIALOG (object);
  self->updating = TRUE;
  self->goal_page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_PROFILE_DIALOG);
  g_clear_object (&self->profile);
  G_OBJECT_CLASS (foothold_profile_dialog_parent_class)->dispose (object);
}

static void
foothold_profile_dialog_class_init (FootholdProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  foothold_help_install (widget_class, "profile");
  foothold_undo_keys_install (widget_class);
  g_type_ensure (FOOTHOLD_TYPE_RATES_GROUP);
  G_OBJECT_CLASS (klass)->dispose = foothold_profile_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = foothold_profile_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, overrun_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, floor_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, new_goal_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, new_skill_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, country_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, floor_currency_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, goals_list);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, wants_list);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, skills_list);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, rates);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, you_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, goals_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdProfileDialog, skills_page);
  gtk_widget_class_bind_template_callback (widget_class, role_selected);
  gtk_widget_class_bind_template_callback (widget_class, country_selected);
  gtk_widget_class_bind_template_callback (widget_class, currency_selected);
  gtk_widget_class_bind_template_callback (widget_class, floor_currency_selected);
  gtk_widget_class_bind_template_callback (widget_class, goal_activated);
  gtk_widget_class_bind_template_callback (widget_class, goal_added);
  gtk_widget_class_bind_template_callback (widget_class, skill_added);
}

static void
foothold_profile_dialog_init (FootholdProfileDialog *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_choice_setup (self->role_row, &foothold_profile_roles, NULL, FALSE);
  foothold_choice_setup (self->country_row, &foothold_countries, _ ("Not said"), TRUE);
  foothold_choice_setup (self->currency_row, &foothold_currencies, _ ("Not said"), TRUE);
  foothold_choice_setup (self->floor_currency_row, &foothold_currencies, _ ("Not said"), TRUE);
  foothold_typing_follow (self->name_row, name_typed, self);
  foothold_typing_follow (self->hours_row, hours_typed, self);
  foothold_typing_follow (self->overrun_row, overrun_typed, self);
  foothold_typing_follow (self->floor_row, floor_typed, self);
  for (guint i = 0; i < FOOTHOLD_WANTS_MAX; i++)
    {
      /* Translators: the label of a field; %u is 1 to 5 */
      g_autofree char *title = g_strdup_printf (_ ("Want %u"), i + 1);
      GtkWidget *row = foothold_wrapped_row_new (title, &self->wants[i]);
      g_object_set_data (G_OBJECT (self->wants[i]), "n", GUINT_TO_POINTER (i));
      foothold_typing_follow (self->wants[i], want_typed, self);
      gtk_list_box_append (self->wants_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goals_list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->skills_list), FALSE);
  /* Until the rows are read there is nothing to change. */
  gtk_widget_set_sensitive (self->you_page, FALSE);
  gtk_widget_set_sensitive (self->goals_page, FALSE);
  gtk_widget_set_sensitive (self->skills_page, FALSE);
  self->updating = FALSE;
}
