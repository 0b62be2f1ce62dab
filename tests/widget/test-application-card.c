// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "model/foothold-application-record.h"
#include "views/tracker/foothold-application-card.h"

/* In a column of 280 pixels a card may shorten what is told in words, never a day, a time or how long nothing was
 * heard. */

#define CARD_WIDTH 256

static char *
day_in (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_format (then, "%Y-%m-%d");
}

/* (transfer full) */
static FootholdApplicationRow *
new_row (const char *state)
{
  FootholdApplicationRow *row = (FootholdApplicationRow *) foothold_row_new (&foothold_application_row_type);

  row->row.id = 1;
  row->title = g_strdup ("Questions for a study of reading habits");
  row->organisation = g_strdup ("Kulturhaus Gera");
  row->state = g_strdup (state);
  row->sent_on = day_in (-40);
  return row;
}

static void
show (GtkWidget *card, FootholdApplicationRow *row)
{
  g_autoptr (FootholdRecord) record = g_object_new (FOOTHOLD_TYPE_APPLICATION_RECORD, NULL);

  foothold_record_take_row (record, row);
  foothold_recycler_row_set_item (FOOTHOLD_RECYCLER_ROW (card), record);
  widget_fixture_paint (card);
  widget_fixture_paint (card);
}

/* The label whose text has @words in it, and is seen. */
static GtkWidget *
label_with (GtkWidget *card, const char *words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  widget_fixture_collect (card, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i])
        && strstr (gtk_label_get_text (GTK_LABEL (labels->pdata[i])), words) != NULL)
      return labels->pdata[i];

  g_error ("Nothing says “%s”", words);
}

static gboolean
is_cut (GtkWidget *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

static void
assert_within (GtkWidget *label, GtkWidget *card)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (label, card, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, CARD_WIDTH);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (card));
}

static void
assert_whole (GtkWidget *card, const char *words)
{
  GtkWidget *label = label_with (card, words);

  g_assert_false (is_cut (label));
  assert_within (label, card);
}

static GtkWidget *
open_card (void)
{
  GtkWidget *card = g_object_new (FOOTHOLD_TYPE_APPLICATION_CARD, NULL);
  GtkWidget *around = g_object_new (ADW_TYPE_CLAMP, "maximum-size", CARD_WIDTH, "tightening-threshold", CARD_WIDTH,
                                    "valign", GTK_ALIGN_START, "child", card, NULL);

  widget_fixture_window (around, 400, 300);
  return card;
}

static void
close_card (GtkWidget *card)
{
  foothold_recycler_row_set_item (FOOTHOLD_RECYCLER_ROW (card), NULL);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (card)));
}

static void
test_step (gconstpointer data)
{
  GtkWidget *card = open_card ();
  FootholdApplicationRow *row = new_row ("offer");

  gtk_widget_set_direction (card, GPOINTER_TO_INT (data));
  row->next_step = g_strdup ("Ask when they pay, and upon what it hangs that they do");
  row->next_step_on = day_in (1);
  show (card, row);
  g_assert_true (is_cut (label_with (card, "Ask when they pay")));
  assert_whole (card, "tomorrow");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Questions for a study of reading habits, Kulturhaus Gera, Offer, Ask when they "
                                       "pay, and upon what it hangs that they do, tomorrow");

  /* the next item has none */
  show (card, new_row ("submitted"));
  assert_whole (card, "Submitted");
  assert_whole (card, "silent for 40 days");

  row = new_row ("draft");
  row->next_step_on = day_in (1);
  show (card, row);
  assert_whole (card, "Next step tomorrow");
  close_card (card);
}

static void
test_pills (gconstpointer data)
{
  GtkWidget *card = open_card ();
  FootholdApplicationRow *row = new_row ("shortlisted");
  g_autofree char *tomorrow = day_in (1);
  g_autofree char *later = day_in (30);
  int one_line;

  gtk_widget_set_direction (card, GPOINTER_TO_INT (data));
  show (card, new_row ("submitted"));
  one_line = gtk_widget_get_height (card);

  row->interviews = g_strdup_printf ("%s\t10:00\t", tomorrow);
  show (card, row);
  assert_whole (card, "Interview tomorrow at 10:00");

  row = new_row ("offer");
  row->offer_by = g_steal_pointer (&later);
  row->offer_by_time = g_strdup ("17:00");
  show (card, row);
  assert_whole (card, "17:00");
  g_assert_cmpint (gtk_widget_get_height (card), >, one_line);

  show (card, new_row ("submitted"));
  g_assert_cmpint (gtk_widget_get_height (card), ==, one_line);
  show (card, new_row ("draft"));
  g_assert_cmpint (gtk_widget_get_height (card), ==, one_line);
  close_card (card);
}

int
main (int argc, char **argv)
{
  widget_fixture_init (&argc, &argv);

  g_test_add_data_func ("/application-card/step", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_step);
  g_test_add_data_func ("/application-card/step/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_step);
  g_test_add_data_func ("/application-card/pills", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_pills);
  g_test_add_data_func ("/application-card/pills/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_pills);
  return g_test_run ();
}
