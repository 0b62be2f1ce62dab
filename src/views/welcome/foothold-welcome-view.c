// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Two pages, one row in the database at the end of them. */

#define G_LOG_DOMAIN "foothold-welcome"

#include "foothold-welcome-view.h"

#include "rules/foothold-lists.h"
#include "rules/foothold-money.h"
#include "widgets/foothold-choice.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

struct _FootholdWelcomeView
{
  AdwBin parent_instance;
  FootholdStore *store;
  const char *role;
  AdwNavigationView *navigation;
  GtkWidget *welcome_page, *about_page;
  GtkListBox *choices;
  GtkWidget *student_row, *manager_row, *both_row;
  GtkWidget *name_row, *hours_row;
  AdwComboRow *country_row, *currency_row;
};

G_DEFINE_FINAL_TYPE (FootholdWelcomeView, foothold_welcome_view, ADW_TYPE_BIN)

enum
{
  FINISHED,
  SAMPLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

char *
foothold_welcome_guess_country (const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *mark = strchr (languages[i], '_');
      if (mark == NULL || !g_ascii_isupper (mark[1]) || !g_ascii_isupper (mark[2]) || g_ascii_isalnum (mark[3]))
        continue;
      g_autofree char *code = g_strndup (mark + 1, 2);
      if (foothold_list_find (&foothold_countries, code) != NULL)
        return g_steal_pointer (&code);
    }
  return NULL;
}

static void
choose (FootholdWelcomeView *self, const char *role)
{
  self->role = role;
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->about_page));
  gtk_widget_grab_focus (self->name_row);
}

static void
choice_activated (FootholdWelcomeView *self, GtkWidget *row)
{
  choose (self, row == self->student_row ? "student" : row == self->manager_row ? "manager" : "both");
}

static void
student_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose (FOOTHOLD_WELCOME_VIEW (widget), "student");
}

static void
manager_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose (FOOTHOLD_WELCOME_VIEW (widget), "manager");
}

static void
both_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose (FOOTHOLD_WELCOME_VIEW (widget), "both");
}

static void
sample_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAMPLE], 0);
}

/* Most people are paid in the money of where they live; what they chose themselves stays. */
static void
country_selected (FootholdWelcomeView *self)
{
  const char *country = foothold_choice_get (self->country_row);
  const char *currency = country == NULL ? NULL : foothold_currency_of_country (country);
  if (currency != NULL)
    foothold_choice_set (self->currency_row, currency);
}

static void
profile_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWelcomeView) self = user_data;
  g_autoptr (GError) error = NULL;
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "welcome.start", TRUE);
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWelcomeView *self = FOOTHOLD_WELCOME_VIEW (widget);
  gint64 minutes = GINT64_UNKNOWN;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autofree char *hours = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->hours_row))));

  gboolean valid =
    *hours == '\0' || (foothold_hours_from_text (hours, &minutes) && minutes >= 0 && minutes <= 7 * 24 * 60);
  if (!valid)
    {
      gtk_widget_add_css_class (self->hours_row, "error");
      gtk_widget_grab_focus (self->hours_row);
      foothold_toast (widget, _ ("Write a number of hours, such as 10 or 7.5"), FALSE);
      return;
    }
  gtk_widget_remove_css_class (self->hours_row, "error");

  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_profile_row_type);
  FootholdProfileRow *profile = (FootholdProfileRow *) row;
  g_set_str (&profile->role, self->role == NULL ? "student" : self->role);
  g_set_str (&profile->name, *name == '\0' ? NULL : name);
  g_set_str (&profile->country, foothold_choice_get (self->country_row));
  g_set_str (&profile->currency, foothold_choice_get (self->currency_row));
  profile->minutes_per_week = minutes;
  gtk_widget_action_set_enabled (widget, "welcome.start", FALSE);
  /* No label: there is nothing before the first start that one could go back to. */
  foothold_store_save_row_async (self->store, NULL, NULL, profile, NULL, profile_saved, g_object_ref (self));
}

static void
started (FootholdWelcomeView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "welcome.start", NULL);
}

GtkWidget *
foothold_welcome_view_new (FootholdStore *store)
{
  FootholdWelcomeView *self = g_object_new (FOOTHOLD_TYPE_WELCOME_VIEW, NULL);
  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

static void
foothold_welcome_view_dispose (GObject *object)
{
  FootholdWelcomeView *self = FOOTHOLD_WELCOME_VIEW (object);
  /* The bin lets go of its child itself; the template would do it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_WELCOME_VIEW);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foothold_welcome_view_parent_class)->dispose (object);
}

static void
foothold_welcome_view_class_init (FootholdWelcomeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = foothold_welcome_view_dispose;
  signals[FINISHED] =
    g_signal_new ("finished", FOOTHOLD_TYPE_WELCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAMPLE] =
    g_signal_new ("sample", FOOTHOLD_TYPE_WELCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-welcome-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, navigation);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, about_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, choices);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, student_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, manager_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, both_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, name_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, country_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdWelcomeView, currency_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_activated);
  gtk_widget_class_bind_template_callback (widget_class, country_selected);
  gtk_widget_class_bind_template_callback (widget_class, started);
  gtk_widget_class_install_action (widget_class, "welcome.student", NULL, student_chosen);
  gtk_widget_class_install_action (widget_class, "welcome.manager", NULL, manager_chosen);
  gtk_widget_class_install_action (widget_class, "welcome.both", NULL, both_chosen);
  gtk_widget_class_install_action (widget_class, "welcome.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "welcome.sample", NULL, sample_chosen);
}

static void
foothold_welcome_view_init (FootholdWelcomeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  GtkWidget *rows[] = { self->student_row, self->manager_row, self->both_row };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (rows[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[i])), -1);
  foothold_choice_setup (self->country_row, &foothold_countries, _ ("Not said"), TRUE);
  foothold_choice_setup (self->currency_row, &foothold_currencies, _ ("Not said"), TRUE);
  g_autofree char *country = foothold_welcome_guess_country (g_get_language_names ());
  foothold_choice_set (self->country_row, country);
}
