// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/store-fixture.h"
#include "widget-fixture.h"

#include "app/foothold-preferences.h"
#include "app/foothold-sidebar-row.h"
#include "app/foothold-window.h"
#include "views/board/foothold-add-dialog.h"
#include "views/board/foothold-board-search.h"
#include "views/board/foothold-board-states.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-comparison-dialog.h"
#include "views/board/foothold-deliverable-editor.h"
#include "views/board/foothold-drop-dialog.h"
#include "views/board/foothold-field-row.h"
#include "views/board/foothold-opportunity-card.h"
#include "views/board/foothold-opportunity-head.h"
#include "views/board/foothold-opportunity-page.h"
#include "views/board/foothold-questions-dialog.h"
#include "views/board/foothold-selection-bar.h"
#include "views/board/foothold-unite-dialog.h"
#include "views/board/foothold-weights-dialog.h"
#include "views/export/foothold-export-dialog.h"
#include "views/import/foothold-import-dialog.h"
#include "views/import/foothold-mapping-page.h"
#include "views/import/foothold-staged-row.h"
#include "views/import/foothold-table-reading.h"
#include "views/people/foothold-organisation-card.h"
#include "views/people/foothold-organisation-page.h"
#include "views/people/foothold-outreach-card.h"
#include "views/people/foothold-outreach-page.h"
#include "views/people/foothold-people-bar.h"
#include "views/people/foothold-people-list.h"
#include "views/people/foothold-people-view.h"
#include "views/people/foothold-person-card.h"
#include "views/people/foothold-person-merge-dialog.h"
#include "views/people/foothold-person-page.h"
#include "views/people/foothold-row-dialog.h"
#include "views/places/foothold-place-card.h"
#include "views/places/foothold-place-dialog.h"
#include "views/places/foothold-places-view.h"
#include "views/profile/foothold-goal-item.h"
#include "views/profile/foothold-goal-page.h"
#include "views/profile/foothold-profile-dialog.h"
#include "views/profile/foothold-rate-item.h"
#include "views/profile/foothold-rates-group.h"
#include "views/profile/foothold-skill-item.h"
#include "views/restore/foothold-backups-dialog.h"
#include "views/restore/foothold-trouble-page.h"
#include "views/statistics/foothold-application-statistics.h"
#include "views/statistics/foothold-proof-dialog.h"
#include "views/today/foothold-follow-up-dialog.h"
#include "views/today/foothold-today-row.h"
#include "views/today/foothold-today-view.h"
#include "views/tracker/foothold-application-card.h"
#include "views/tracker/foothold-application-page.h"
#include "views/tracker/foothold-column-editor.h"
#include "views/tracker/foothold-columns-dialog.h"
#include "views/tracker/foothold-letter-dialog.h"
#include "views/tracker/foothold-preparing-dialog.h"
#include "views/tracker/foothold-stage-column.h"
#include "views/tracker/foothold-story-dialog.h"
#include "views/tracker/foothold-tailoring-dialog.h"
#include "views/tracker/foothold-tracker-table.h"
#include "views/tracker/foothold-tracker-view.h"
#include "views/welcome/foothold-welcome-view.h"

/*
 * Every template in the resource is built once, with warnings fatal: Blueprint
 * does not know our own types, and GTK ends the program on a property that is not
 * there. A template that is in the resource and not here fails the test.
 */

#define TEMPLATES "/io/github/foothold_app/Foothold/ui"

/* "foothold-goal-item.ui" is FootholdGoalItem. (transfer full) */
static char *
dup_type_name (const char *file)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean upper = TRUE;

  for (const char *c = file; *c != '\0' && *c != '.'; c++)
    {
      if (*c != '-')
        g_string_append_c (name, upper ? g_ascii_toupper (*c) : *c);
      upper = *c == '-';
    }
  return g_string_free_and_steal (g_steal_pointer (&name));
}

static void
ensure_types (void)
{
  g_type_ensure (FOOTHOLD_TYPE_PREFERENCES);
  g_type_ensure (FOOTHOLD_TYPE_SIDEBAR_ROW);
  g_type_ensure (FOOTHOLD_TYPE_WINDOW);
  g_type_ensure (FOOTHOLD_TYPE_ADD_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_BOARD_SEARCH);
  g_type_ensure (FOOTHOLD_TYPE_BOARD_STATES);
  g_type_ensure (FOOTHOLD_TYPE_BOARD_VIEW);
  g_type_ensure (FOOTHOLD_TYPE_COMPARISON_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_DELIVERABLE_EDITOR);
  g_type_ensure (FOOTHOLD_TYPE_DROP_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_FIELD_ROW);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_CARD);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_HEAD);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_QUESTIONS_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_SELECTION_BAR);
  g_type_ensure (FOOTHOLD_TYPE_UNITE_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_WEIGHTS_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_EXPORT_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_IMPORT_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_MAPPING_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_STAGED_ROW);
  g_type_ensure (FOOTHOLD_TYPE_TABLE_READING);
  g_type_ensure (FOOTHOLD_TYPE_PLACE_CARD);
  g_type_ensure (FOOTHOLD_TYPE_PLACE_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_PLACES_VIEW);
  g_type_ensure (FOOTHOLD_TYPE_PEOPLE_BAR);
  g_type_ensure (FOOTHOLD_TYPE_PEOPLE_LIST);
  g_type_ensure (FOOTHOLD_TYPE_PEOPLE_VIEW);
  g_type_ensure (FOOTHOLD_TYPE_PERSON_CARD);
  g_type_ensure (FOOTHOLD_TYPE_PERSON_MERGE_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_PERSON_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_ROW_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_CARD);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_COLUMN_EDITOR);
  g_type_ensure (FOOTHOLD_TYPE_COLUMNS_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_LETTER_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_PREPARING_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_STAGE_COLUMN);
  g_type_ensure (FOOTHOLD_TYPE_STORY_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_TAILORING_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_TRACKER_TABLE);
  g_type_ensure (FOOTHOLD_TYPE_TRACKER_VIEW);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_STATISTICS);
  g_type_ensure (FOOTHOLD_TYPE_PROOF_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_FOLLOW_UP_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_TODAY_ROW);
  g_type_ensure (FOOTHOLD_TYPE_TODAY_VIEW);
  g_type_ensure (FOOTHOLD_TYPE_ORGANISATION_CARD);
  g_type_ensure (FOOTHOLD_TYPE_ORGANISATION_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_OUTREACH_CARD);
  g_type_ensure (FOOTHOLD_TYPE_OUTREACH_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_STATISTICS);
  g_type_ensure (FOOTHOLD_TYPE_PROOF_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_GOAL_ITEM);
  g_type_ensure (FOOTHOLD_TYPE_GOAL_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_PROFILE_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_RATE_ITEM);
  g_type_ensure (FOOTHOLD_TYPE_RATES_GROUP);
  g_type_ensure (FOOTHOLD_TYPE_SKILL_ITEM);
  g_type_ensure (FOOTHOLD_TYPE_BACKUPS_DIALOG);
  g_type_ensure (FOOTHOLD_TYPE_TROUBLE_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_WELCOME_VIEW);
}

static void
test_builds (StoreFixture *fixture, gconstpointer data)
{
  const char *file = data;
  GObjectClass *klass;
  g_autofree char *name = dup_type_name (file);
  const GType type = g_type_from_name (name);
  GtkWidget *widget;

  g_test_message ("%s is built as %s", file, name);
  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  if (G_TYPE_IS_ABSTRACT (type))
    {
      g_autofree GType *built = g_type_children (type, NULL);

      g_assert_cmpuint (built[0], !=, G_TYPE_INVALID);
      return;
    }

  klass = g_type_class_ref (type);
  /* Some views are nothing without data. */
  if (g_object_class_find_property (klass, "store") != NULL)
    widget = g_object_new (type, "store", fixture->store, NULL);
  else
    widget = g_object_new (type, NULL);
  g_type_class_unref (klass);
  g_object_ref_sink (widget);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (widget);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (TEMPLATES "/shortcuts.ui");
  GObject *dialog = gtk_builder_get_object (builder, "shortcuts_dialog");

  g_assert_true (ADW_IS_DIALOG (dialog));
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "Keyboard Shortcuts");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  guint n_templates = 0;

  widget_fixture_init (&argc, &argv);
  ensure_types ();
  files = g_resources_enumerate_children (TEMPLATES, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (files[i], "foothold-"))
        continue;
      path = g_strdup_printf ("/templates/%s", files[i]);
      g_test_add (path, StoreFixture, files[i], store_fixture_set_up_quick, test_builds, store_fixture_tear_down);
      n_templates++;
    }
  g_assert_cmpuint (n_templates, >, 15);
  g_test_add_func ("/templates/shortcuts", test_shortcuts);
  return g_test_run ();
}
