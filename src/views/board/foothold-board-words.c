// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-words.h"

#include <glib/gi18n.h>

const char *const foothold_board_show_names[] = {
  [FOOTHOLD_SHOW_OPEN] = "open",         [FOOTHOLD_SHOW_STARRED] = "starred", [FOOTHOLD_SHOW_DROPPED] = "dropped",
  [FOOTHOLD_SHOW_ARCHIVED] = "archived", [FOOTHOLD_SHOW_ALL] = "all",         NULL,
};

const char *const foothold_board_order_names[] = {
  [FOOTHOLD_ORDER_NEWEST] = "newest",
  [FOOTHOLD_ORDER_DEADLINE] = "deadline",
  [FOOTHOLD_ORDER_TITLE] = "title",
  [FOOTHOLD_ORDER_RATE] = "rate",
  [FOOTHOLD_ORDER_HOURS] = "hours",
  [FOOTHOLD_ORDER_FIT] = "fit",
  NULL,
};

gboolean
foothold_board_find_name (const char *const *names, const char *name, guint *index)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

char *
foothold_board_count_line (FootholdShow show, gboolean searching, guint n)
{
  if (searching)
    return g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);

  switch (show)
    {
    case FOOTHOLD_SHOW_OPEN:
      return g_strdup_printf (ngettext ("%'u open", "%'u open", n), n);
    case FOOTHOLD_SHOW_STARRED:
      return g_strdup_printf (ngettext ("%'u starred", "%'u starred", n), n);
    case FOOTHOLD_SHOW_DROPPED:
      return g_strdup_printf (ngettext ("%'u dropped or expired", "%'u dropped or expired", n), n);
    case FOOTHOLD_SHOW_ARCHIVED:
      return g_strdup_printf (ngettext ("%'u archived", "%'u archived", n), n);
    case FOOTHOLD_SHOW_ALL:
      return g_strdup_printf (ngettext ("%'u in all", "%'u in all", n), n);
    default:
      g_assert_not_reached ();
    }
}

FootholdEmptiness
foothold_board_emptiness (FootholdShow show, gboolean searching, gboolean hides, gboolean read_only)
{
  const char *title = NULL;
  const char *description = NULL;
  const char *icon = "foothold-board-symbolic";
  gboolean may_add = FALSE;

  switch (show)
    {
    case FOOTHOLD_SHOW_OPEN:
    case FOOTHOLD_SHOW_ALL:
      title = _ ("No Opportunities Yet");
      description = _ ("Everything you find is kept here. Add an opportunity by its title, or drop a saved web page of "
                       "a posting on the window.");
      may_add = TRUE;
      break;
    case FOOTHOLD_SHOW_STARRED:
      icon = "foothold-star-outline-symbolic";
      title = _ ("Nothing Starred");
      description = _ ("Star what you do not want to lose sight of.");
      break;
    case FOOTHOLD_SHOW_DROPPED:
      icon = "foothold-drop-symbolic";
      title = _ ("Nothing Dropped");
      description = _ ("What you dropped stays here with your reason, next to what has expired.");
      break;
    case FOOTHOLD_SHOW_ARCHIVED:
      icon = "foothold-archive-symbolic";
      title = _ ("Nothing Archived");
      description = _ ("Archive what is done. It leaves the other lists and stays here.");
      break;
    default:
      g_assert_not_reached ();
    }

  if (read_only && may_add)
    {
      icon = "foothold-warning-sign-symbolic";
      title = _ ("Nothing Can Be Added Here");
      description = _ ("The file with your data or its folder is write-protected. Allow writing to it, or move it to a "
                       "folder you may write to, then try again.");
      may_add = FALSE; /* the banner offers to try again */
    }
  if (hides)
    {
      icon = "foothold-archive-symbolic";
      title = _ ("Nothing Is Open");
      description = _ ("All opportunities are dropped, expired or archived. They are kept and can be brought back.");
      may_add = FALSE;
    }
  if (searching)
    {
      icon = "system-search-symbolic";
      title = _ ("No Results Found");
      description = show == FOOTHOLD_SHOW_ALL ? _ ("Try other words or fewer of them.")
                                              : _ ("Try other words, or include dropped and archived opportunities.");
      may_add = FALSE;
    }

  return (FootholdEmptiness) {
    .icon = icon,
    .title = title,
    .description = description,
    .may_add = may_add,
    .may_go_back = !searching && show != FOOTHOLD_SHOW_OPEN && show != FOOTHOLD_SHOW_ALL,
    .may_show_all = hides || (searching && show != FOOTHOLD_SHOW_ALL),
  };
}
