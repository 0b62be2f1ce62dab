// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tailoring-dialog.h"

#include "model/foothold-profile.h"
#include "store/foothold-application-dossier.h"
#include "store/foothold-resume-store.h"
#include "views/profile/foothold-skill-item.h"
#include "views/tracker/foothold-application-adding.h"
#include "views/tracker/foothold-letter-dialog.h"
#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-undo-keys.h"
#include "widgets/foothold-waiting.h"

#include <glib/gi18n.h>

/* A row is kept as long as its skill is asked for, so that what is open or focused stays so. */

struct _FootholdTailoringDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwPreferencesPage *page;
  GtkWidget *gaps_group;
  GtkListBox *gaps;
  GtkWidget *shown_group;
  GtkListBox *shown;
  GtkListBox *resume;
  GtkWidget *buttons;
  AdwStatusPage *error_page;

  FootholdStore *store;
  FootholdProfile *profile;
  FootholdApplicationDossier *dossier; /* NULL while it is on its way */
  GCancellable *cancellable;
  gint64 application;
};

G_DEFINE_FINAL_TYPE (FootholdTailoringDialog, foothold_tailoring_dialog, ADW_TYPE_DIALOG)

gboolean
foothold_tailoring_is_gap (const FootholdSkillRow *skill)
{
  return skill->evidence == NULL || *skill->evidence == '\0';
}

/* ---- the skills ---- */

static GtkCheckButton *
check_of (GtkWidget *item)
{
  return g_object_get_data (G_OBJECT (item), "check");
}

static FootholdSkillRow *
find_skill (FootholdTailoringDialog *self, gint64 id)
{
  GPtrArray *skills = foothold_profile_get_skills (self->profile);

  for (guint i = 0; i < skills->len; i++)
    {
      FootholdSkillRow *skill = g_ptr_array_index (skills, i);

      if (skill->row.id == id)
        return skill;
    }

  return NULL;
}

static GtkWidget *
find_item (FootholdTailoringDialog *self, gint64 id)
{
  GtkListBox *const lists[] = { self->gaps, self->shown };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (lists[i])); item != NULL;
         item = gtk_widget_get_next_sibling (item))
      if (FOOTHOLD_IS_SKILL_ITEM (item) && foothold_skill_item_get_id (FOOTHOLD_SKILL_ITEM (item)) == id)
        return item;

  return NULL;
}

static void update (FootholdTailoringDialog *self);

static GtkWidget *
item_new (FootholdTailoringDialog *self, const FootholdSkillRow *skill)
{
  GtkWidget *item = foothold_skill_item_new (self->profile, skill->row.id);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *sign = gtk_image_new_from_icon_name ("foothold-ask-symbolic");
  /* Translators: %s is a skill */
  g_autofree char *name = g_strdup_printf (_ ("“%s” goes into the letter"), skill->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("Goes into the letter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (sign, "warning");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (item), sign);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (item), check);
  g_object_set_data (G_OBJECT (item), "check", check);
  g_object_set_data (G_OBJECT (item), "sign", sign);
  g_signal_connect_object (item, "notify::expanded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return item;
}

/* Moving keeps the widget, and with it the focus within. */
static void
place_item (GtkListBox *list, GtkWidget *item, int place)
{
  GtkWidget *parent = gtk_widget_get_parent (item);
  GtkRoot *root = gtk_widget_get_root (item);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had_focus = focus != NULL && (focus == item || gtk_widget_is_ancestor (focus, item));

  if (parent == GTK_WIDGET (list) && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (item)) == place)
    return;

  g_object_ref (item);
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), item);
  gtk_list_box_insert (list, item, place);
  if (had_focus && !gtk_widget_grab_focus (focus))
    gtk_widget_grab_focus (item);
  g_object_unref (item);
}

static void
cut_list (GtkListBox *list, int n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* One that is open stays where it is until it is closed: what is typed does not run away. */
static gboolean
stays_among_gaps (FootholdTailoringDialog *self, GtkWidget *item, const FootholdSkillRow *skill)
{
  GtkWidget *parent = gtk_widget_get_parent (item);

  if (parent != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (item)))
    return parent == GTK_WIDGET (self->gaps);
  return foothold_tailoring_is_gap (skill);
}

/* After the level that the row says by itself. */
static void
show_evidence (AdwExpanderRow *item, const FootholdSkillRow *skill)
{
  g_autofree char *evidence = foothold_text_visible (skill->evidence, FALSE);
  g_autofree char *words = NULL;

  if (*evidence == '\0')
    return;
  words = skill->level != GINT64_UNKNOWN ? g_strdup_printf ("%s · %s", adw_expander_row_get_subtitle (item), evidence)
                                         : g_steal_pointer (&evidence);
  adw_expander_row_set_subtitle (item, words);
}

static void
update (FootholdTailoringDialog *self)
{
  int n_gaps = 0, n_shown = 0;

  if (self->dossier == NULL || !foothold_profile_get_loaded (self->profile))
    return;

  for (guint i = 0; i < self->dossier->skills->len; i++)
    {
      const gint64 id = ((FootholdSkillRow *) g_ptr_array_index (self->dossier->skills, i))->row.id;
      FootholdSkillRow *skill = find_skill (self, id);
      GtkWidget *item = find_item (self, id);
      gboolean gap;

      if (skill == NULL)
        continue;
      if (item == NULL)
        item = g_object_ref_sink (item_new (self, skill));
      else
        g_object_ref (item);
      gap = stays_among_gaps (self, item, skill);
      place_item (gap ? self->gaps : self->shown, item, gap ? n_gaps++ : n_shown++);
      foothold_skill_item_update (FOOTHOLD_SKILL_ITEM (item), skill);
      show_evidence (ADW_EXPANDER_ROW (item), skill);
      gtk_widget_set_visible (GTK_WIDGET (check_of (item)), !foothold_tailoring_is_gap (skill));
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (item), "sign"), foothold_tailoring_is_gap (skill));
      g_object_unref (item);
    }
  cut_list (self->gaps, n_gaps);
  cut_list (self->shown, n_shown);
  gtk_widget_set_visible (self->gaps_group, n_gaps > 0);
  gtk_widget_set_visible (self->shown_group, n_shown > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->gaps), !foothold_store_get_read_only (self->store));
  gtk_widget_set_sensitive (GTK_WIDGET (self->shown), !foothold_store_get_read_only (self->store));
  gtk_stack_set_visible_child_name (self->stack, n_gaps + n_shown > 0 ? "skills" : "nothing");
  gtk_widget_set_visible (self->buttons, TRUE);
}

static void
profile_failed_cb (FootholdTailoringDialog *self, const GError *error)
{
  foothold_toast_error (GTK_WIDGET (self->toast_overlay), error);
  update (self);
}

/* ---- the résumé ---- */

static void
append_resume (FootholdTailoringDialog *self, const char *title, const char *subtitle, const char *icon_name)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  gtk_list_box_append (self->resume, row);
}

static void
show_resume (FootholdTailoringDialog *self, const FootholdResume *resume)
{
  GtkWidget *add = adw_button_row_new ();

  cut_list (self->resume, 0);
  if (resume->state == FOOTHOLD_RESUME_NONE)
    append_resume (self, _ ("No résumé is kept with this application"),
                   _ ("Add the file that you send to see which of the asked skills it does not name."),
                   "foothold-not-said-symbolic");
  else if (resume->state == FOOTHOLD_RESUME_UNREAD)
    append_resume (self, resume->name,
                   _ ("It cannot be read here: only plain text and Markdown can, PDF cannot. Add your résumé as such a "
                      "file too to see which of the asked skills it does not name."),
                   "foothold-ask-symbolic");
  else if (resume->gaps->len == 0)
    append_resume (self, resume->name, _ ("It names every skill that is asked for."), "foothold-stated-symbolic");
  else
    {
      g_autofree char *gaps = NULL;
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < resume->gaps->len; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (resume->gaps, i));
      /* Translators: names of skills */
      gaps = g_strdup_printf (_ ("It does not name: %s"), names->str);
      append_resume (self, resume->name, gaps, "foothold-warning-sign-symbolic");
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _ ("Add _Résumé…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (add), "list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "tailoring.add-resume");
  gtk_list_box_append (self->resume, add);
}

static void
resume_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTailoringDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdResume) resume = foothold_resume_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (resume != NULL)
    show_resume (self, resume);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foothold_toast_error (GTK_WIDGET (self->toast_overlay), error);
}

/* ---- loading ---- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTailoringDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdApplicationDossier) dossier =
    foothold_application_dossier_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dossier == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      gtk_widget_set_visible (self->buttons, FALSE);
      return;
    }

  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  self->dossier = g_steal_pointer (&dossier);
  update (self);
}

static void
load (FootholdTailoringDialog *self)
{
  foothold_application_dossier_load_async (self->store, self->application, self->cancellable, loaded_cb,
                                           g_object_ref (self));
  foothold_resume_load_async (self->store, self->application, self->cancellable, resume_loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdTailoringDialog *self, const FootholdChanges *changes)
{
  if (foothold_changes_has (changes, "application", self->application)
      || foothold_changes_has_table (changes, "opportunity_skill")
      || foothold_changes_has_table (changes, "application_file"))
    load (self);
}

/* ---- what is asked for ---- */

static void
for_each_item (FootholdTailoringDialog *self, void (*func) (GtkWidget *item, gpointer user_data), gpointer user_data)
{
  for (guint i = 0; self->dossier != NULL && i < self->dossier->skills->len; i++)
    {
      GtkWidget *item = find_item (self, ((FootholdSkillRow *) g_ptr_array_index (self->dossier->skills, i))->row.id);

      if (item != NULL)
        func (item, user_data);
    }
}

static void
commit_item (GtkWidget *item, gpointer user_data)
{
  foothold_skill_item_commit (FOOTHOLD_SKILL_ITEM (item));
}

static void
closed_cb (FootholdTailoringDialog *self)
{
  for_each_item (self, commit_item, NULL);
}

static void
collect_item (GtkWidget *item, gpointer user_data)
{
  GPtrArray *skills = user_data;
  char *evidence = foothold_skill_item_dup_evidence (FOOTHOLD_SKILL_ITEM (item));

  if (evidence == NULL || !gtk_check_button_get_active (check_of (item)))
    {
      g_free (evidence);
      return;
    }
  g_ptr_array_add (skills, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (item))));
  g_ptr_array_add (skills, evidence);
}

static void
letter_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTailoringDialog *self = FOOTHOLD_TAILORING_DIALOG (widget);
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_free);

  for_each_item (self, commit_item, NULL);
  for_each_item (self, collect_item, skills);
  adw_dialog_present (foothold_letter_dialog_new (GTK_WIDGET (self->toast_overlay), self->store, self->application,
                                                  skills),
                      widget);
}

static void
add_resume_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTailoringDialog *self = FOOTHOLD_TAILORING_DIALOG (widget);

  if (self->dossier != NULL && !foothold_store_get_read_only (self->store))
    foothold_application_add (GTK_WIDGET (self->toast_overlay), self->store, self->dossier, "add.resume");
}

static void
posting_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTailoringDialog *self = FOOTHOLD_TAILORING_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (self->dossier == NULL)
    return;
  gtk_widget_activate_action (window, "win.open-opportunity", "x", self->dossier->application->opportunity);
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- the object ---- */

AdwDialog *
foothold_tailoring_dialog_new (FootholdStore *store, gint64 application)
{
  FootholdTailoringDialog *self = g_object_new (FOOTHOLD_TYPE_TAILORING_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->application = application;
  self->profile = foothold_profile_new (store);
  g_signal_connect_object (self->profile, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->profile, "failed", G_CALLBACK (profile_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tailoring.add-resume", !foothold_store_get_read_only (store));
  load (self);
  return ADW_DIALOG (self);
}

static void
foothold_tailoring_dialog_dispose (GObject *object)
{
  FootholdTailoringDialog *self = FOOTHOLD_TAILORING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TAILORING_DIALOG);
  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  g_clear_object (&self->profile);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_tailoring_dialog_parent_class)->dispose (object);
}

static void
foothold_tailoring_dialog_class_init (FootholdTailoringDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "preparing");
  G_OBJECT_CLASS (klass)->dispose = foothold_tailoring_dialog_dispose;
  g_type_ensure (FOOTHOLD_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-tailoring-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, page);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, gaps_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, gaps);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, shown_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, shown);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, resume);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, FootholdTailoringDialog, error_page);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_install_action (widget_class, "tailoring.letter", NULL, letter_cb);
  gtk_widget_class_install_action (widget_class, "tailoring.add-resume", NULL, add_resume_cb);
  gtk_widget_class_install_action (widget_class, "tailoring.posting", NULL, posting_cb);
  foothold_undo_keys_install (widget_class);
}

static void
foothold_tailoring_dialog_init (FootholdTailoringDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toast_overlay);
  foothold_first_focus (GTK_WIDGET (self->page));
}
