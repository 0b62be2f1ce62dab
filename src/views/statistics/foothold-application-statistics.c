// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-statistics"

#include "foothold-application-statistics.h"

#include "model/foothold-format.h"
#include "store/foothold-reply-store.h"
#include "views/export/foothold-table-file.h"
#include "views/statistics/foothold-statistics-words.h"
#include "widgets/foothold-figure-table.h"
#include "widgets/foothold-funnel.h"
#include "widgets/foothold-help.h"

#include <glib/gi18n.h>

#define TEMPLATE "/io/github/foothold_app/Foothold/ui/foothold-application-statistics.ui"

/* A spinner that flashes is worse than none. */
#define SPINNER_DELAY_MS 200
/* So many groups are shown at first, and so many more each time: those with most applications. */
#define GROUPS_AT_ONCE 12

struct _FootholdApplicationStatistics
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwActionRow *rate_row;
  GtkLabel *rate;
  AdwActionRow *median_row;
  GtkLabel *median;
  AdwBin *funnel_place;
  GtkBox *funnel_table_place;
  GtkBox *groups_place;
  AdwStatusPage *error_page;

  FootholdFunnel *funnel;
  GtkWidget *funnel_table;
  FootholdColumns *columns;
  struct
  {
    GtkWidget *table, *more;
    guint n_shown;
  } groups[FOOTHOLD_N_BY];

  FootholdStore *store;
  FootholdReplyReport *report; /* what is shown; NULL before it was read */
  GCancellable *cancellable; /* of the question under way */
  gboolean again; /* something changed meanwhile */
  gulong changed_handler; /* while it is shown */
  guint spinner_timeout;
};

G_DEFINE_FINAL_TYPE (FootholdApplicationStatistics, foothold_application_statistics, ADW_TYPE_NAVIGATION_PAGE)

/* As narrow as their heads: all of them stand in a window of 360 pixels. */
static const FootholdColumn funnel_columns[] = {
  { "step", N_ ("Step"), NULL, 8, TRUE, TRUE, TRUE },
  { "number", N_ ("Number"), NULL, 7, FALSE, TRUE, TRUE },
  { "of-sent", N_ ("Of All"), NULL, 6, FALSE, TRUE, TRUE },
  { "of-before", N_ ("Of the Last"), NULL, 10, FALSE, TRUE, TRUE },
};

static const FootholdColumn group_columns[] = {
  { "name", N_ ("Name"), NULL, 7, TRUE, TRUE, TRUE },        { "sent", N_ ("Total"), NULL, 6, FALSE, TRUE, TRUE },
  { "replies", N_ ("Replies"), NULL, 8, FALSE, TRUE, TRUE }, { "rate", N_ ("Share"), NULL, 5, FALSE, TRUE, TRUE },
  { "median", N_ ("Days"), NULL, 5, FALSE, TRUE, TRUE },
};

/* ---- showing it ---- */

static void
show_funnel (FootholdApplicationStatistics *self)
{
  const guint *reached = self->report->all.reached;
  FootholdFunnelBar bars[FOOTHOLD_N_FUNNEL_STEPS];

  foothold_figure_table_clear (self->funnel_table);
  for (guint i = 0; i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'u", reached[i]);
      g_autofree char *of_sent = foothold_statistics_share (reached[i], reached[0]);
      g_autofree char *of_before =
        i > 0 ? foothold_statistics_share (reached[i], reached[i - 1]) : g_strdup (FOOTHOLD_UNKNOWN_TEXT);

      bars[i] = (FootholdFunnelBar) { foothold_statistics_step_name (i), reached[i] };
      foothold_figure_table_add (self->funnel_table,
                                 (const char *const[]) { bars[i].name, number, of_sent, of_before });
    }
  foothold_funnel_set_bars (self->funnel, bars, G_N_ELEMENTS (bars));
}

static void
show_groups (FootholdApplicationStatistics *self, FootholdBy by)
{
  GPtrArray *groups = foothold_statistics_groups (self->report, by);
  const guint n = MIN (groups->len, self->groups[by].n_shown);

  foothold_figure_table_clear (self->groups[by].table);
  for (guint i = 0; i < n; i++)
    {
      const FootholdReplyFigures *figures = g_ptr_array_index (groups, i);
      g_autofree char *name = foothold_statistics_group_name (by, figures->key);
      g_autofree char *sent = g_strdup_printf ("%'u", figures->reached[FOOTHOLD_FUNNEL_SUBMITTED]);
      g_autofree char *answered = g_strdup_printf ("%'u", figures->reached[FOOTHOLD_FUNNEL_ANSWERED]);
      g_autofree char *rate = foothold_statistics_rate (figures);
      g_autofree char *median = foothold_statistics_median (figures);

      foothold_figure_table_add (self->groups[by].table, (const char *const[]) { name, sent, answered, rate, median });
    }
  gtk_widget_set_visible (self->groups[by].more, groups->len > n);
}

static void
show_report (FootholdApplicationStatistics *self)
{
  const FootholdReplyFigures *all = &self->report->all;
  const gboolean any = all->reached[FOOTHOLD_FUNNEL_SUBMITTED] > 0;
  g_autofree char *rate = foothold_statistics_rate (all);
  g_autofree char *rate_words = foothold_statistics_rate_words (all);
  g_autofree char *median = foothold_statistics_median (all);
  g_autofree char *median_words = foothold_statistics_median_words (all);

  gtk_label_set_label (self->rate, rate);
  adw_action_row_set_subtitle (self->rate_row, rate_words);
  gtk_label_set_label (self->median, median);
  adw_action_row_set_subtitle (self->median_row, median_words);
  show_funnel (self);
  for (guint by = 0; by < FOOTHOLD_N_BY; by++)
    show_groups (self, by);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statistics.save", any);
  gtk_stack_set_visible_child_name (self->stack, any ? "figures" : "empty");
}

static void
more_cb (GtkWidget *more, FootholdApplicationStatistics *self)
{
  for (guint by = 0; by < FOOTHOLD_N_BY; by++)
    if (self->groups[by].more == more)
      {
        self->groups[by].n_shown += GROUPS_AT_ONCE;
        show_groups (self, by);
        /* the keys must not be on what is not there any more */
        if (!gtk_widget_get_visible (more))
          gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      }
}

/* ---- reading it ---- */

static void load (FootholdApplicationStatistics *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdApplicationStatistics) self = user_data;
  g_autoptr (GError) error = NULL;
  FootholdReplyReport *report = foothold_reply_report_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (report != NULL)
    {
      g_clear_pointer (&self->report, foothold_reply_report_free);
      self->report = report;
      show_report (self);
    }
  else
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  if (self->again)
    load (self);
}

static void
load (FootholdApplicationStatistics *self)
{
  self->again = self->cancellable != NULL;
  if (self->again)
    return;

  self->cancellable = g_cancellable_new ();
  foothold_reply_report_load_async (self->store, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (FootholdApplicationStatistics *self, FootholdChanges *changes)
{
  static const char *const tables[] = {
    "application", "application_history", "opportunity", "organisation", "term", "import_batch",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (foothold_changes_has_table (changes, tables[i]))
      {
        load (self);
        return;
      }
}

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  FootholdApplicationStatistics *self = user_data;

  self->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
foothold_application_statistics_map (GtkWidget *widget)
{
  FootholdApplicationStatistics *self = FOOTHOLD_APPLICATION_STATISTICS (widget);

  if (self->changed_handler == 0 && self->store != NULL)
    {
      self->changed_handler =
        g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      if (self->report == NULL && self->spinner_timeout == 0)
        self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
      load (self);
    }
  GTK_WIDGET_CLASS (foothold_application_statistics_parent_class)->map (widget);
}

static void
stop_following (FootholdApplicationStatistics *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
}

static void
foothold_application_statistics_unmap (GtkWidget *widget)
{
  stop_following (FOOTHOLD_APPLICATION_STATISTICS (widget));
  GTK_WIDGET_CLASS (foothold_application_statistics_parent_class)->unmap (widget);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdApplicationStatistics *self = FOOTHOLD_APPLICATION_STATISTICS (widget);
  guint n_columns;
  g_autoptr (GPtrArray) cells = foothold_statistics_cells (self->report, &n_columns);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "foothold-statistics-%Y-%m-%d");

  foothold_table_file_save (widget, _ ("Save Statistics"), name, cells, n_columns);
}

/* ---- the object ---- */

static GtkWidget *
in_card (GtkWidget *table)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static void
add_group (FootholdApplicationStatistics *self, FootholdBy by)
{
  const char *title = foothold_statistics_by_name (by);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *more = gtk_button_new_with_mnemonic (_ ("Show _More"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  self->groups[by].table = foothold_figure_table_new (self->columns, title);
  self->groups[by].more = more;
  self->groups[by].n_shown = GROUPS_AT_ONCE;
  gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (more, 12);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), in_card (self->groups[by].table));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), more);
  gtk_box_append (self->groups_place, group);
}

AdwNavigationPage *
foothold_application_statistics_new (FootholdStore *store)
{
  FootholdApplicationStatistics *self = g_object_new (FOOTHOLD_TYPE_APPLICATION_STATISTICS, NULL);

  self->store = g_object_ref (store);
  return ADW_NAVIGATION_PAGE (self);
}

static void
foothold_application_statistics_dispose (GObject *object)
{
  FootholdApplicationStatistics *self = FOOTHOLD_APPLICATION_STATISTICS (object);

  stop_following (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_APPLICATION_STATISTICS);
  g_clear_object (&self->columns);
  g_clear_object (&self->store);
  g_clear_pointer (&self->report, foothold_reply_report_free);

  G_OBJECT_CLASS (foothold_application_statistics_parent_class)->dispose (object);
}

static void
foothold_application_statistics_class_init (FootholdApplicationStatisticsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_APPLICATION_STATISTICS, "statistics");
  G_OBJECT_CLASS (klass)->dispose = foothold_application_statistics_dispose;
  widget_class->map = foothold_application_statistics_map;
  widget_class->unmap = foothold_application_statistics_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, rate_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, rate);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, median_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, median);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, funnel_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, funnel_table_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, groups_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationStatistics, error_page);
  gtk_widget_class_install_action (widget_class, "statistics.save", NULL, save_cb);
}

static void
foothold_application_statistics_init (FootholdApplicationStatistics *self)
{
  g_autoptr (FootholdColumns) columns = foothold_columns_new (funnel_columns, G_N_ELEMENTS (funnel_columns));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns = foothold_columns_new (group_columns, G_N_ELEMENTS (group_columns));
  self->funnel = FOOTHOLD_FUNNEL (foothold_funnel_new (_ ("From submitted to accepted")));
  adw_bin_set_child (self->funnel_place, GTK_WIDGET (self->funnel));
  self->funnel_table = foothold_figure_table_new (columns, _ ("From submitted to accepted"));
  gtk_box_append (self->funnel_table_place, in_card (self->funnel_table));
  for (guint by = 0; by < FOOTHOLD_N_BY; by++)
    add_group (self, by);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statistics.save", FALSE);
}
