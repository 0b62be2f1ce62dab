// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-head.h"

#include "store/foothold-expiry.h"
#include "views/board/foothold-opportunity-words.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdOpportunityHead
{
  GtkBox parent_instance;

  GtkLabel *title, *subtitle, *state, *unread, *question;
  GtkWidget *asks;
};

G_DEFINE_FINAL_TYPE (FootholdOpportunityHead, foothold_opportunity_head, GTK_TYPE_BOX)

/* A line that says nothing takes no room. */
static void
set_line (GtkLabel *label, const char *text)
{
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* A rolling window that nobody has looked at for long. */
static void
ask (FootholdOpportunityHead *self, const FootholdOpportunityRow *row)
{
  int days = 0;
  const gboolean asks = foothold_expiry_asks (row, g_get_real_time () / 1000, &days);

  gtk_widget_set_visible (self->asks, asks);
  if (asks)
    {
      g_autofree char *question =
        g_strdup_printf (ngettext ("Is it still open? It has no deadline, and nobody has looked for %d day.",
                                   "Is it still open? It has no deadline, and nobody has looked for %d days.",
                                   (gulong) days),
                         days);

      foothold_label_set_text (self->question, question);
    }
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
  ask (self, dossier->opportunity);
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
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityHead, question);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityHead, asks);
}

static void
foothold_opportunity_head_init (FootholdOpportunityHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
