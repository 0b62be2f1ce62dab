// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-record-parts.h"

#include "views/board/foothold-check-row.h"
#include "views/board/foothold-page-part.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* More than that is a list of something else. */
#define LINKS_MAX 30

#define FOOTHOLD_TYPE_LINKS_GROUP (foothold_links_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdLinksGroup, foothold_links_group, FOOTHOLD, LINKS_GROUP, AdwBin)

struct _FootholdLinksGroup
{
  AdwBin parent_instance;
  GtkListBox *list;
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdLinksGroup,
                               foothold_links_group,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

static void
activated_cb (GtkWidget *row)
{
  foothold_link_open (row, g_object_get_data (G_OBJECT (row), "uri"));
}

/* The host as it is, so that a lookalike shows, and the whole address below it. */
static GtkWidget *
link_row (const char *uri)
{
  g_autofree char *host = foothold_link_host (uri);
  GtkWidget *row = foothold_action_row_new (host != NULL ? host : uri, host != NULL ? uri : NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("foothold-web-symbolic"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  return row;
}

static void
load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdLinksGroup *self = FOOTHOLD_LINKS_GROUP (part);
  g_autoptr (GPtrArray) links = foothold_link_find (dossier->opportunity->description, LINKS_MAX);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < links->len; i++)
    gtk_list_box_append (self->list, link_row (g_ptr_array_index (links, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), links->len > 0);
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = load;
}

static void
foothold_links_group_class_init (FootholdLinksGroupClass *klass)
{
}

static void
foothold_links_group_init (FootholdLinksGroup *self)
{
  adw_bin_set_child (ADW_BIN (self), foothold_check_group_new (_ ("Links in the Posting"), NULL, &self->list));
}

GtkWidget *
foothold_links_group_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_LINKS_GROUP, NULL);
}
