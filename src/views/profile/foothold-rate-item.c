// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One rate of exchange; folded it says the rate and its day, unfolded it is edited. */

#define G_LOG_DOMAIN "foothold-rate-item"

#include "foothold-rate-item.h"

#include "model/foothold-format-pay.h"
#include "model/foothold-format.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

struct _FootholdRateItem
{
  AdwExpanderRow parent_instance;
  FootholdProfile *profile;
  FootholdExchangeRateRow *row;
  gint64 id;
  gboolean updating;
  GtkWidget *rate_row, *date_row;
};

G_DEFINE_FINAL_TYPE (FootholdRateItem, foothold_rate_item, ADW_TYPE_EXPANDER_ROW)

/* (transfer full): NULL while nothing can be changed. */
static FootholdExchangeRateRow *
copy_row (FootholdRateItem *self)
{
  return self->updating || self->row == NULL ? NULL : foothold_row_copy (self->row);
}

/* Whether another rate is between these two already. */
static gboolean
is_taken (FootholdRateItem *self, const FootholdTypedRate *typed)
{
  GPtrArray *rates = foothold_profile_get_rates (self->profile);

  for (guint i = 0; i < rates->len; i++)
    {
      const FootholdExchangeRateRow *other = g_ptr_array_index (rates, i);

      if (other->row.id != self->id && g_str_equal (other->from_currency, typed->from)
          && g_str_equal (other->to_currency, typed->to))
        return TRUE;
    }

  return FALSE;
}

static void
rate_typed (GtkWidget *field, gpointer user_data)
{
  FootholdRateItem *self = user_data;
  g_autofree char *text = foothold_typing_get_text (field);
  g_autoptr (FootholdRow) row = (FootholdRow *) copy_row (self);
  FootholdExchangeRateRow *after = (FootholdExchangeRateRow *) row;
  FootholdTypedRate typed;
  const gboolean valid = foothold_exchange_parse (text, &typed) && !is_taken (self, &typed);

  foothold_typing_set_valid (field, valid, _ ("Write what one is worth in the other, such as 1 EUR = 4.30 PLN"));
  if (after == NULL || !valid)
    return;
  g_set_str (&after->from_currency, typed.from);
  g_set_str (&after->to_currency, typed.to);
  after->micro = typed.micro;
  foothold_profile_save (self->profile, _ ("Change Rate of Exchange"), self->row, after);
}

static void
date_typed (GtkWidget *field, gpointer user_data)
{
  FootholdRateItem *self = user_data;
  g_autofree char *text = foothold_typing_get_text (field);
  g_autofree char *shown = self->row != NULL ? foothold_format_day (self->row->typed_on) : NULL;
  g_autofree char *iso = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdRow) row = (FootholdRow *) copy_row (self);
  FootholdExchangeRateRow *after = (FootholdExchangeRateRow *) row;
  /* left as it was shown, in whatever language */
  const gboolean same = text != NULL && g_strcmp0 (text, shown) == 0;
  const gboolean valid = same || (text != NULL && foothold_parse_date (text, NULL, &iso, &error) && iso != NULL);

  foothold_typing_set_valid (field, valid,
                             error != NULL ? error->message
                                           : _ ("Write the day of the rate, such as 3.12.2026 or today"));
  if (after == NULL || !valid || same)
    return;
  g_set_str (&after->typed_on, iso);
  foothold_profile_save (self->profile, _ ("Change Rate of Exchange"), self->row, after);
}

static void
removed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdRateItem *self = FOOTHOLD_RATE_ITEM (widget);

  foothold_store_delete_row_async (foothold_profile_get_store (self->profile), _ ("Remove Rate of Exchange"), self->row,
                                   NULL, foothold_saying_cb,
                                   foothold_saying_new (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY),
                                                        g_strdup (_ ("Rate of exchange removed"))));
}

gint64
foothold_rate_item_get_id (FootholdRateItem *self)
{
  return self->id;
}

void
foothold_rate_item_commit (FootholdRateItem *self)
{
  foothold_typing_commit (self->rate_row);
  foothold_typing_commit (self->date_row);
}

void
foothold_rate_item_update (FootholdRateItem *self, FootholdExchangeRateRow *row)
{
  g_autofree char *title = foothold_format_exchange (row->from_currency, row->to_currency, row->micro);
  g_autofree char *day = foothold_format_day (row->typed_on);
  /* Translators: of a rate of exchange: its day, and that the person typed it */
  g_autofree char *subtitle = g_strdup_printf (_ ("of %s, typed by you"), day);

  foothold_row_ref (row);
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = row;

  self->updating = TRUE;
  foothold_typing_set_text (self->rate_row, title);
  foothold_typing_set_text (self->date_row, day);
  self->updating = FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
foothold_rate_item_new (FootholdProfile *profile, gint64 id)
{
  FootholdRateItem *self = g_object_new (FOOTHOLD_TYPE_RATE_ITEM, NULL);

  self->profile = g_object_ref (profile);
  self->id = id;
  return GTK_WIDGET (self);
}

static void
foothold_rate_item_dispose (GObject *object)
{
  FootholdRateItem *self = FOOTHOLD_RATE_ITEM (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_RATE_ITEM);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->row, foothold_row_unref);
  G_OBJECT_CLASS (foothold_rate_item_parent_class)->dispose (object);
}

static void
foothold_rate_item_class_init (FootholdRateItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_rate_item_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-rate-item.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdRateItem, rate_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdRateItem, date_row);
  gtk_widget_class_install_action (widget_class, "rate.remove", NULL, removed);
}

static void
foothold_rate_item_init (FootholdRateItem *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_typing_follow (self->rate_row, rate_typed, self);
  foothold_typing_follow (self->date_row, date_typed, self);
  self->updating = FALSE;
}
