// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-record-parts.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-page-part.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* The list is short and changes seldom: it is made anew. */

#define FOOTHOLD_TYPE_HISTORY_GROUP (foothold_history_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdHistoryGroup, foothold_history_group, FOOTHOLD, HISTORY_GROUP, AdwBin)

struct _FootholdHistoryGroup
{
  AdwBin parent_instance;
  GtkListBox *list;
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdHistoryGroup,
                               foothold_history_group,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

static const char *
actor_name (const char *actor)
{
  if (g_strcmp0 (actor, "import") == 0)
    return _ ("by an import");
  if (g_strcmp0 (actor, "clock") == 0)
    return _ ("by the date");
  if (g_strcmp0 (actor, "host") == 0)
    return _ ("by the host");
  return NULL;
}

static GtkWidget *
make_history_row (const FootholdHistoryRow *entry)
{
  const char *to = foothold_field_slug_name ("state", entry->to_state);
  const char *actor = actor_name (entry->actor);
  g_autofree char *when = foothold_format_instant (entry->at, NULL, TRUE);
  GString *subtitle = g_string_new (when);
  GtkWidget *row;

  if (actor != NULL)
    g_string_append_printf (subtitle, " · %s", actor);
  if (entry->reason != NULL)
    g_string_append_printf (subtitle, " · %s", entry->reason);
  row = foothold_action_row_new (to, subtitle->str);
  g_string_free (subtitle, TRUE);
  return row;
}

/* What came from elsewhere may have changed before anybody kept a history. */
static GtkWidget *
none_row (void)
{
  return foothold_action_row_new (_ ("No change of state yet"),
                                  _ ("What you evaluate, shortlist or drop stands here, with its time and reason"));
}

static void
load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdHistoryGroup *self = FOOTHOLD_HISTORY_GROUP (part);

  gtk_list_box_remove_all (self->list);
  for (guint i = dossier->history->len; i-- > 0;)
    gtk_list_box_append (self->list, make_history_row (g_ptr_array_index (dossier->history, i)));
  if (dossier->history->len == 0)
    gtk_list_box_append (self->list, none_row ());
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = load;
}

static void
foothold_history_group_class_init (FootholdHistoryGroupClass *klass)
{
}

static void
foothold_history_group_init (FootholdHistoryGroup *self)
{
  adw_bin_set_child (ADW_BIN (self), foothold_check_group_new (_ ("History"), NULL, &self->list));
}

GtkWidget *
foothold_history_group_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_HISTORY_GROUP, NULL);
}
