// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "foothold-rates-group"

#include "foothold-rates-group.h"

#include "rules/foothold-exchange.h"
#include "views/profile/foothold-rate-item.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

struct _FootholdRatesGroup
{
  GtkBox parent_instance;
  FootholdProfile *profile;
  GtkListBox *list;
  GtkWidget *new_row;
};

G_DEFINE_FINAL_TYPE (FootholdRatesGroup, foothold_rates_group, GTK_TYPE_BOX)

/* That between the same two, which a new one takes the place of: two that say different things would help nobody. */
static FootholdExchangeRateRow *
find_pair (FootholdRatesGroup *self, const FootholdTypedRate *typed)
{
  GPtrArray *rates = foothold_profile_get_rates (self->profile);
  FootholdExchangeRateRow *found = NULL;

  for (guint i = 0; i < rates->len; i++)
    {
      FootholdExchangeRateRow *row = g_ptr_array_index (rates, i);
      const gboolean forward =
        g_str_equal (row->from_currency, typed->from) && g_str_equal (row->to_currency, typed->to);

      if (forward)
        return row;
      if (g_str_equal (row->from_currency, typed->to) && g_str_equal (row->to_currency, typed->from))
        found = row;
    }

  return found;
}

static void
mark (FootholdRatesGroup *self, gboolean valid)
{
  foothold_typing_set_valid (self->new_row, valid,
                             _ ("Write what one is worth in the other, such as 1 EUR = 4.30 PLN"));
}

static void
typed (FootholdRatesGroup *self)
{
  mark (self, TRUE);
}

static void
added (FootholdRatesGroup *self)
{
  g_autofree char *text = foothold_typing_get_text (self->new_row);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  FootholdTypedRate rate;
  FootholdExchangeRateRow *before;

  if (text == NULL || self->profile == NULL)
    return;
  if (!foothold_exchange_parse (text, &rate))
    {
      mark (self, FALSE);
      return;
    }

  before = find_pair (self, &rate);
  g_autoptr (FootholdRow) row =
    before != NULL ? foothold_row_copy (before) : foothold_row_new (&foothold_exchange_rate_row_type);
  FootholdExchangeRateRow *after = (FootholdExchangeRateRow *) row;

  g_set_str (&after->from_currency, rate.from);
  g_set_str (&after->to_currency, rate.to);
  g_set_str (&after->typed_on, today);
  after->micro = rate.micro;
  foothold_profile_save (self->profile, before != NULL ? _ ("Change Rate of Exchange") : _ ("Add Rate of Exchange"),
                         before, after);
  foothold_typing_clear (self->new_row);
}

static GtkWidget *
find_item (FootholdRatesGroup *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (foothold_rate_item_get_id (FOOTHOLD_RATE_ITEM (row)) == id)
      return row;

  return NULL;
}

static gboolean
is_there (GPtrArray *rates, gint64 id)
{
  for (guint i = 0; i < rates->len; i++)
    if (((FootholdRow *) g_ptr_array_index (rates, i))->id == id)
      return TRUE;

  return FALSE;
}

void
foothold_rates_group_update (FootholdRatesGroup *self, FootholdProfile *profile)
{
  GPtrArray *rates = foothold_profile_get_rates (profile);
  GtkWidget *next;

  g_set_object (&self->profile, profile);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!is_there (rates, foothold_rate_item_get_id (FOOTHOLD_RATE_ITEM (row))))
        gtk_list_box_remove (self->list, row);
    }
  /* They come in the order of their ids, and so those that stay never change places. */
  for (guint i = 0; i < rates->len; i++)
    {
      FootholdExchangeRateRow *rate = g_ptr_array_index (rates, i);
      GtkWidget *item = find_item (self, rate->row.id);

      if (item == NULL)
        {
          item = foothold_rate_item_new (profile, rate->row.id);
          gtk_list_box_insert (self->list, item, (int) i);
        }
      foothold_rate_item_update (FOOTHOLD_RATE_ITEM (item), rate);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), rates->len > 0);
}

void
foothold_rates_group_commit (FootholdRatesGroup *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    foothold_rate_item_commit (FOOTHOLD_RATE_ITEM (row));
}

static void
foothold_rates_group_dispose (GObject *object)
{
  FootholdRatesGroup *self = FOOTHOLD_RATES_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_RATES_GROUP);
  g_clear_object (&self->profile);
  G_OBJECT_CLASS (foothold_rates_group_parent_class)->dispose (object);
}

static void
foothold_rates_group_class_init (FootholdRatesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_rates_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-rates-group.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdRatesGroup, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdRatesGroup, new_row);
  gtk_widget_class_bind_template_callback (widget_class, added);
  gtk_widget_class_bind_template_callback (widget_class, typed);
}

static void
foothold_rates_group_init (FootholdRatesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
