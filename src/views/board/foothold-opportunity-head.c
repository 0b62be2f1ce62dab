// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-head.h"

#include "views/board/foothold-opportunity-words.h"
#include "widgets/foothold-text.h"

struct _FootholdOpportunityHead
{
  GtkBox parent_instance;

  GtkLabel *title, *subtitle, *state, *unread;
};

G_DEFINE_FINAL_TYPE (FootholdOpportunityHead, foothold_opportunity_head, GTK_TYPE_BOX)

/* A line that says nothing takes no room. */
static void
set_line (GtkLabel *label, const char *text)
{
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

void
foothold_opportunity_head_fill (FootholdOpportunityHead *self, const FootholdDossier *dossier)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *state = NULL;

  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_HEAD (self));
  g_return_if_fail (dossier != NULL);

  subtitle = foothold_opportunity_byline (dossier->opportunity);
  state = foothold_opportunity_state_line (dossier);
  foothold_label_set_text (self->title, dossier->opportunity->title);
  set_line (self->subtitle, subtitle);
  foothold_label_set_text (self->state, state);
  set_line (self->unread, foothold_opportunity_unread_line (dossier));
}

static void
foothold_opportunity_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_OPPORTUNITY_HEAD);
  G_OBJECT_CLASS (foothold_opportunity_head_parent_class)->dispose (object);
}

static void
foothold_opportunity_head_class_init (FootholdOpportunityHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_opportunity_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-opportunity-head.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityHead, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityHead, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityHead, state);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityHead, unread);
}

static void
foothold_opportunity_head_init (FootholdOpportunityHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
