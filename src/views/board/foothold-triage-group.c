// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-triage-group.h"

#include "model/foothold-format.h"
#include "views/board/foothold-opportunity-groups.h"
#include "views/board/foothold-page-part.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

#define FOOTHOLD_TYPE_TRIAGE_GROUP (foothold_triage_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdTriageGroup, foothold_triage_group, FOOTHOLD, TRIAGE_GROUP, GtkBox)

struct _FootholdTriageGroup
{
  GtkBox parent_instance;

  GtkWidget *facts; /* FootholdFieldGroup */
  GtkLabel *size, *rate, *left; /* beside the hours, the fee and the deadline */
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdTriageGroup,
                               foothold_triage_group,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

/* What an hour brings; where the hours are missing, what the fee is for, unless that says no more than the fee. */
static char *
rate_words (const FootholdOpportunityRow *row)
{
  char *rate = foothold_format_rate (row);

  if (rate != NULL || row->pay_kind == NULL || g_str_equal (row->pay_kind, "fixed"))
    return rate;
  return foothold_format_pay (row);
}

static void
say (GtkLabel *label, const char *words)
{
  foothold_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdTriageGroup *self = FOOTHOLD_TRIAGE_GROUP (part);
  g_autofree char *rate = rate_words (dossier->opportunity);
  gboolean urgent;
  g_autofree char *left = foothold_format_deadline (dossier->opportunity, NULL, &urgent);

  foothold_page_part_load (FOOTHOLD_PAGE_PART (self->facts), store, dossier);
  say (self->size,
       foothold_format_size_sentence (dossier->opportunity->minutes_min, dossier->opportunity->minutes_max));
  say (self->rate, rate);
  say (self->left, left);
}

static void
foreach_row (FootholdPagePart *part, GFunc func, gpointer user_data)
{
  foothold_page_part_foreach (FOOTHOLD_PAGE_PART (FOOTHOLD_TRIAGE_GROUP (part)->facts), func, user_data);
}

static gboolean
reveal (FootholdPagePart *part, const char *field)
{
  return foothold_page_part_reveal (FOOTHOLD_PAGE_PART (FOOTHOLD_TRIAGE_GROUP (part)->facts), field);
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = load;
  iface->foreach = foreach_row;
  iface->reveal = reveal;
}

static GtkLabel *
add_aside (FootholdFieldRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "fact-source");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  foothold_field_row_set_aside (row, label);
  return GTK_LABEL (label);
}

static void
row_added_cb (FootholdTriageGroup *self, FootholdFieldRow *row)
{
  const char *field = foothold_field_row_get_field (row);

  if (g_str_equal (field, "minutes_min"))
    self->size = add_aside (row);
  if (g_str_equal (field, "pay_gross_min"))
    {
      foothold_field_row_set_title (row, _ ("Fee"));
      self->rate = add_aside (row);
    }
  if (g_str_equal (field, "apply_by"))
    self->left = add_aside (row);
  g_signal_emit_by_name (self, "row-added", row);
}

static void
foothold_triage_group_class_init (FootholdTriageGroupClass *klass)
{
}

static void
foothold_triage_group_init (FootholdTriageGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->facts = foothold_field_group_new (&foothold_triage_group);
  g_signal_connect_object (self->facts, "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->facts);
}

GtkWidget *
foothold_triage_group_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_TRIAGE_GROUP, NULL);
}
