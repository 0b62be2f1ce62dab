/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-card.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "widgets/foothold-pill-layout.h"
#include "widgets/foothold-range-bar.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/*
 * Cards are bound again on every keystroke of a search, so one function sets all
 * of one at once instead of a dozen bindings. It never writes to the record.
 */

struct _FootholdOpportunityCard
{
  FootholdOpportunityItem parent_instance;

  GtkWidget *body;
  GtkCheckButton *mark;
  GtkWidget *unread;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkToggleButton *star;
  GtkLabel *hours;
  GtkLabel *pay;
  GtkLabel *rate;
  GtkLabel *warnings;
  GtkLabel *deadline;
  FootholdPillLayout *pills;
  FootholdRangeBar *fit;
  GtkLabel *clarity;
  GtkLabel *skills;
  FootholdPillLayout *judgement;
};

G_DEFINE_FINAL_TYPE (FootholdOpportunityCard, foothold_opportunity_card, FOOTHOLD_TYPE_OPPORTUNITY_ITEM)

static void
set_pill (GtkLabel *pill, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (pill), text != NULL);
  if (text != NULL)
    foothold_label_set_text (pill, text);
}

static void
set_css_class (gpointer widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
append_part (GString *parts, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (parts->len > 0)
    g_string_append (parts, " · ");
  g_string_append (parts, part);
}

/* A state that is worth a word: "spotted" is where everything begins. */
static const char *
state_word (const FootholdOpportunityRow *row)
{
  if (row->archived_at != GINT64_UNKNOWN)
    return _ ("Archived");
  if (g_strcmp0 (row->state, "spotted") == 0)
    return NULL;
  return foothold_field_slug_name ("state", row->state);
}

static char *
describe (const FootholdOpportunityRow *row)
{
  GString *parts = g_string_new (NULL);

  append_part (parts, state_word (row));
  append_part (parts, row->organisation);
  append_part (parts, foothold_field_slug_name ("work_mode", row->work_mode));
  append_part (parts, foothold_field_slug_name ("area", row->area));
  if (parts->len == 0)
    g_string_append (parts, FOOTHOLD_UNKNOWN_TEXT);

  return g_string_free (parts, FALSE);
}

/* Four pills at most: where there are warnings, what an hour brings is read on the page. */
static void
show_judgement (FootholdOpportunityCard *self, const FootholdOpportunityRow *row)
{
  g_autofree char *clarity = foothold_format_clarity (row);
  g_autofree char *skills = foothold_format_skills (row);
  g_autofree char *warnings = foothold_format_warnings (row);
  double lo, hi;

  foothold_read_fit (row, &lo, &hi);
  foothold_range_bar_set_range (self->fit, lo, hi);
  set_pill (self->clarity, clarity);
  set_pill (self->skills, skills);
  set_pill (self->warnings, warnings);
  if (warnings != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->rate), FALSE);
}

static void
append_judgement (GString *name, const FootholdOpportunityRow *row)
{
  g_autofree char *known = foothold_format_known (row);
  g_autofree char *spoken = NULL;
  double lo, hi;

  if (foothold_read_fit (row, &lo, &hi))
    {
      spoken = foothold_format_range_spoken (lo, hi);
      g_string_append_printf (name, ", %s: %s", _ ("Fit"), spoken);
    }
  if (known != NULL)
    g_string_append_printf (name, ", %s", known);
}

static void
name_card (FootholdOpportunityCard *self, const FootholdOpportunityRow *row)
{
  GString *name = g_string_new (gtk_label_get_text (self->title));
  const gpointer parts[] = { self->subtitle, self->hours,    self->pay,     self->rate,
                             self->warnings, self->deadline, self->clarity, self->skills };

  if (row->unread == 1)
    g_string_append_printf (name, ", %s", _ ("unread"));
  if (row->starred == 1)
    g_string_append_printf (name, ", %s", _ ("starred"));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_get_visible (parts[i]))
      g_string_append_printf (name, ", %s", gtk_label_get_text (parts[i]));

  append_judgement (name, row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

static void
foothold_opportunity_card_show (FootholdOpportunityItem *item, const FootholdOpportunityRow *row)
{
  FootholdOpportunityCard *self = FOOTHOLD_OPPORTUNITY_CARD (item);
  g_autofree char *subtitle = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *pay = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *deadline = NULL;
  gboolean urgent, gone;

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row == NULL)
    return;

  gone = g_strcmp0 (row->state, "dropped") == 0 || g_strcmp0 (row->state, "expired") == 0;
  subtitle = describe (row);
  hours = foothold_format_hours (row->minutes_min, row->minutes_max);
  pay = foothold_format_pay (row);
  rate = pay != NULL ? foothold_format_rate (row) : NULL;
  deadline = foothold_format_deadline (row, NULL, &urgent);

  foothold_label_set_text (self->title, row->title);
  foothold_label_set_text (self->subtitle, subtitle);
  set_pill (self->hours, hours);
  set_pill (self->pay, pay);
  set_pill (self->rate, rate);
  set_pill (self->deadline, deadline);
  show_judgement (self, row);
  /* What was dropped or put away asks for nothing. */
  set_css_class (self->deadline, "warning", urgent && !gone && row->archived_at == GINT64_UNKNOWN);
  gtk_widget_set_visible (self->unread, row->unread == 1);
  set_css_class (self->body, "archived", row->archived_at != GINT64_UNKNOWN);
  set_css_class (self->body, "dropped", gone);
  gtk_toggle_button_set_active (self->star, row->starred == 1);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            row->starred == 1 ? "foothold-star-symbolic" : "foothold-star-outline-symbolic");
  name_card (self, row);
}

/* GTK asks the display server about the pointer whenever the text of a tooltip is set: too dear for rows that are bound
 * again at each key. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  FootholdOpportunityCard *self =
    FOOTHOLD_OPPORTUNITY_CARD (gtk_widget_get_ancestor (widget, FOOTHOLD_TYPE_OPPORTUNITY_CARD));
  const FootholdOpportunityRow *row = foothold_opportunity_item_peek_row (FOOTHOLD_OPPORTUNITY_ITEM (self));
  g_autofree char *text = NULL;

  if (row == NULL)
    return FALSE;

  if (widget == GTK_WIDGET (self->fit))
    text = foothold_format_known (row);
  else if (widget == GTK_WIDGET (self->deadline))
    text = row->apply_by != NULL ? foothold_format_date_full (row->apply_by) : NULL;
  else
    text = g_strdup (widget == self->unread ? _ ("Unread") : _ ("Star"));
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* The button only asks; it shows a star when the database says so. */
static void
star_clicked_cb (FootholdOpportunityCard *self)
{
  const FootholdOpportunityRow *row = foothold_opportunity_item_peek_row (FOOTHOLD_OPPORTUNITY_ITEM (self));

  gtk_toggle_button_set_active (self->star, row != NULL && row->starred == 1);
  gtk_widget_activate_action (GTK_WIDGET (self), "opportunity.star", NULL);
}

static void
foothold_opportunity_card_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  FootholdOpportunityCard *self = FOOTHOLD_OPPORTUNITY_CARD (row);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), picking);
  gtk_check_button_set_active (self->mark, marked);
  FOOTHOLD_RECYCLER_ROW_CLASS (foothold_opportunity_card_parent_class)->show_mark (row, picking, marked);
}

GtkWidget *
foothold_opportunity_card_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_OPPORTUNITY_CARD, NULL);
}

static void
foothold_opportunity_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_OPPORTUNITY_CARD);

  G_OBJECT_CLASS (foothold_opportunity_card_parent_class)->dispose (object);
}

static void
foothold_opportunity_card_class_init (FootholdOpportunityCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_opportunity_card_dispose;
  FOOTHOLD_OPPORTUNITY_ITEM_CLASS (klass)->show = foothold_opportunity_card_show;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_opportunity_card_show_mark;

  g_type_ensure (FOOTHOLD_TYPE_PILL_LAYOUT);
  g_type_ensure (FOOTHOLD_TYPE_RANGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-opportunity-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, mark);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, unread);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, star);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, hours);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, pay);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, rate);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, deadline);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, warnings);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, pills);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, fit);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, clarity);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, skills);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, judgement);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_clicked_cb);
}

static void
foothold_opportunity_card_init (FootholdOpportunityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_pill_layout_set_optional (self->pills, GTK_WIDGET (self->rate));
  foothold_pill_layout_set_optional (self->judgement, GTK_WIDGET (self->skills));
  foothold_opportunity_card_show (FOOTHOLD_OPPORTUNITY_ITEM (self), NULL);
}
