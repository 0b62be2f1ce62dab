// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-bar.h"

#include <glib/gi18n.h>

/* Only counts and says so; the buttons know their actions. */

struct _FootholdPeopleBar
{
  AdwBin parent_instance;

  GtkLabel *count;

  FootholdMarks *marks;
};

G_DEFINE_FINAL_TYPE (FootholdPeopleBar, foothold_people_bar, ADW_TYPE_BIN)

static void
show_count (FootholdPeopleBar *self)
{
  const guint n = foothold_marks_get_n (self->marks);
  g_autofree char *text = NULL;

  if (!foothold_marks_get_active (self->marks))
    return;

  text = n > 0 ? g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n) : g_strdup (_ ("Select people"));
  if (g_str_equal (text, gtk_label_get_label (self->count)))
    return;

  gtk_label_set_label (self->count, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
foothold_people_bar_set_marks (FootholdPeopleBar *self, FootholdMarks *marks)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_BAR (self));
  g_return_if_fail (self->marks == NULL);

  self->marks = g_object_ref (marks);
  g_signal_connect_object (marks, "changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (marks, "notify::active", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
}

static void
foothold_people_bar_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_PEOPLE_BAR (object)->marks);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PEOPLE_BAR);

  G_OBJECT_CLASS (foothold_people_bar_parent_class)->dispose (object);
}

static void
foothold_people_bar_class_init (FootholdPeopleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_people_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-people-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleBar, count);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
foothold_people_bar_init (FootholdPeopleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
