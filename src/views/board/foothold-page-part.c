// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-page-part.h"

#include "views/board/foothold-check-row.h"

G_DEFINE_INTERFACE (FootholdPagePart, foothold_page_part, GTK_TYPE_WIDGET)

static void
foothold_page_part_default_init (FootholdPagePartInterface *iface)
{
  g_signal_new ("row-added", FOOTHOLD_TYPE_PAGE_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                FOOTHOLD_TYPE_FIELD_ROW);
  g_signal_new ("list-added", FOOTHOLD_TYPE_PAGE_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                GTK_TYPE_WIDGET);
  g_signal_new ("edited", FOOTHOLD_TYPE_PAGE_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_POINTER, G_TYPE_STRING);
}

void
foothold_page_part_load (FootholdPagePart *self, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdPagePartInterface *iface;

  g_return_if_fail (FOOTHOLD_IS_PAGE_PART (self));

  iface = FOOTHOLD_PAGE_PART_GET_IFACE (self);
  if (iface->load != NULL)
    iface->load (self, store, dossier);
}

void
foothold_page_part_judge (FootholdPagePart *self, const FootholdAppraisal *appraisal)
{
  FootholdPagePartInterface *iface;

  g_return_if_fail (FOOTHOLD_IS_PAGE_PART (self));

  iface = FOOTHOLD_PAGE_PART_GET_IFACE (self);
  if (iface->judge != NULL)
    iface->judge (self, appraisal);
}

void
foothold_page_part_foreach (FootholdPagePart *self, GFunc func, gpointer user_data)
{
  FootholdPagePartInterface *iface;

  g_return_if_fail (FOOTHOLD_IS_PAGE_PART (self));

  iface = FOOTHOLD_PAGE_PART_GET_IFACE (self);
  if (iface->foreach != NULL)
    iface->foreach (self, func, user_data);
}

gboolean
foothold_page_part_reveal (FootholdPagePart *self, const char *field)
{
  FootholdPagePartInterface *iface;

  g_return_val_if_fail (FOOTHOLD_IS_PAGE_PART (self), FALSE);

  iface = FOOTHOLD_PAGE_PART_GET_IFACE (self);
  return iface->reveal != NULL && gtk_widget_get_visible (GTK_WIDGET (self)) && iface->reveal (self, field);
}

#define FOOTHOLD_TYPE_APPRAISAL_PART (foothold_appraisal_part_get_type ())
G_DECLARE_FINAL_TYPE (FootholdAppraisalPart, foothold_appraisal_part, FOOTHOLD, APPRAISAL_PART, GtkBox)

struct _FootholdAppraisalPart
{
  GtkBox parent_instance;
  FootholdPageFill fill;
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdAppraisalPart,
                               foothold_appraisal_part,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

static void
appraisal_part_judge (FootholdPagePart *part, const FootholdAppraisal *appraisal)
{
  FootholdRowsState *state = foothold_rows_state_take (GTK_WIDGET (part));

  FOOTHOLD_APPRAISAL_PART (part)->fill (GTK_BOX (part), appraisal);
  foothold_rows_state_give (state, GTK_WIDGET (part));
  gtk_widget_set_visible (GTK_WIDGET (part), gtk_widget_get_first_child (GTK_WIDGET (part)) != NULL);
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->judge = appraisal_part_judge;
}

static void
foothold_appraisal_part_class_init (FootholdAppraisalPartClass *klass)
{
}

static void
foothold_appraisal_part_init (FootholdAppraisalPart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

GtkWidget *
foothold_appraisal_part_new (FootholdPageFill fill)
{
  FootholdAppraisalPart *self = g_object_new (FOOTHOLD_TYPE_APPRAISAL_PART, NULL);

  self->fill = fill;
  return GTK_WIDGET (self);
}
