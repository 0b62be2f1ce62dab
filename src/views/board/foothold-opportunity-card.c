/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-card.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "store/foothold-expiry.h"
#include "widgets/foothold-pill-layout.h"
#include "widgets/foothold-range-bar.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* Pills on one card. */
#define PILLS_MOST 4

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
  GtkLabel *tag;
  GtkLabel *more_tags;
  GtkWidget *spacer;
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

/* Where there are warnings, what an hour brings is read on the page. */
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

/* The person's own words where what the posting says leaves room: its first, and a second or how many more. */
static void
show_tags (FootholdOpportunityCard *self, const FootholdOpportunityRow *row)
{
  const gpointer before[] = { self->hours, self->pay, self->rate, self->warnings, self->deadline };
  g_auto (GStrv) tags = g_strsplit (row->tags != NULL ? row->tags : "", FOOTHOLD_TAG_SEPARATOR, -1);
  const guint n = g_strv_length (tags);
  g_autofree char *more = n > 2 ? g_strdup_printf ("+%u", n - 1) : NULL;
  guint room = PILLS_MOST;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    room -= gtk_widget_get_visible (before[i]) ? 1 : 0;
  set_pill (self->tag, n > 0 && room > 0 ? tags[0] : NULL);
  set_pill (self->more_tags, n > 1 && room > 1 ? (more != NULL ? more : tags[1]) : NULL);
}

static void
append_tags (GString *name, const FootholdOpportunityRow *row)
{
  g_autoptr (GString) tags = g_string_new (row->tags);
  g_autofree char *shown = NULL;

  if (tags->len == 0)
    return;

  g_string_replace (tags, FOOTHOLD_TAG_SEPARATOR, ", ", 0);
  shown = foothold_text_visible (tags->str, FALSE);
  g_string_append_printf (name, ", %s: %s", _ ("Tags"), shown);
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
  append_tags (name, row);

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
  hours = foothold_format_size (row->minutes_min, row->minutes_max);
  pay = foothold_format_pay (row);
  rate = pay != NULL ? foothold_format_rate_beside (row) : NULL;
  deadline = foothold_format_deadline (row, NULL, &urgent);

  foothold_label_set_text (self->title, row->title);
  foothold_label_set_text (self->subtitle, subtitle);
  set_pill (self->hours, hours);
  set_pill (self->pay, pay);
  set_pill (self->rate, rate);
  set_pill (self->deadline, deadline);
  show_judgement (self, row);
  show_tags (self, row);
  /* What was dropped or put away asks for nothing. */
  set_css_class (self->deadline, "warning", urgent && !gone && row->archived_at == GINT64_UNKNOWN);
  gtk_widget_set_visible (self->unread, row->unread == 1);
  set_css_class (self->body, "archived", row->archived_at != GINT64_UNKNOWN);
  set_css_class (self->body, "dropped", gone);
  foothold_opportunity_item_show_star (self->star, row);
  name_card (self, row);
}

/* Asked for, as the star's: see foothold-opportunity-item.c. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  FootholdOpportunityCard *self =
    FOOTHOLD_OPPORTUNITY_CARD (gtk_widget_get_ancestor (widget, FOOTHOLD_TYPE_OPPORTUNITY_CARD));
  const FootholdOpportunityRow *row = foothold_opportunity_item_peek_row (FOOTHOLD_OPPORTUNITY_ITEM (self));
  const char *date = row != NULL ? foothold_expiry_get_date (row) : NULL;
  g_autofree char *text = NULL;

  if (row == NULL)
    return FALSE;

  if (widget == GTK_WIDGET (self->fit))
    text = foothold_format_known (row);
  else if (widget == GTK_WIDGET (self->deadline))
    text = date != NULL ? foothold_format_date_full (date) : NULL;
  else
    text = g_strdup (_ ("Unread"));
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
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
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, tag);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, more_tags);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, spacer);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, pills);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, fit);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, clarity);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, skills);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityCard, judgement);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
foothold_opportunity_card_init (FootholdOpportunityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_opportunity_item_connect_star (FOOTHOLD_OPPORTUNITY_ITEM (self), self->star);
  foothold_pill_layout_add_optional (self->pills, self->spacer);
  foothold_pill_layout_add_optional (self->pills, GTK_WIDGET (self->more_tags));
  foothold_pill_layout_add_optional (self->pills, GTK_WIDGET (self->tag));
  foothold_pill_layout_add_optional (self->pills, GTK_WIDGET (self->rate));
  foothold_pill_layout_add_optional (self->judgement, GTK_WIDGET (self->skills));
  foothold_opportunity_card_show (FOOTHOLD_OPPORTUNITY_ITEM (self), NULL);
}
