/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-deed.h"

#include "store/foothold-tag-store.h"
#include "widgets/foothold-long-work.h"
#include "widgets/foothold-toaster.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What an action needs once its widget may already show something else: the window stays, a card does not. */
typedef struct
{
  GtkWidget *from;
  FootholdLongWork *work;
  char *said;
} Deed;

static void
deed_free (Deed *deed)
{
  foothold_long_work_end (deed->work);
  g_object_unref (deed->from);
  g_free (deed->said);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

/* @said: (transfer full) */
static Deed *
deed_new (GtkWidget *from, char *said, GCancellable *cancellable)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  Deed *deed = g_new0 (Deed, 1);

  deed->from = g_object_ref (overlay != NULL ? overlay : from);
  deed->said = said;
  deed->work = foothold_long_work_begin (deed->from, cancellable);
  return deed;
}

static const char *
one_format (FootholdAction action, const char *state)
{
  switch (action)
    {
    case FOOTHOLD_ACTION_STAR:
      return _ ("Starred “%s”");
    case FOOTHOLD_ACTION_UNSTAR:
      return _ ("Star removed from “%s”");
    case FOOTHOLD_ACTION_ARCHIVE:
      return _ ("Archived “%s”");
    case FOOTHOLD_ACTION_UNARCHIVE:
      return _ ("Brought back “%s” from the archive");
    case FOOTHOLD_ACTION_STILL_OPEN:
      return _ ("“%s” is still open");
    case FOOTHOLD_ACTION_DELETE:
      return _ ("Deleted “%s”");
    case FOOTHOLD_ACTION_SET_STATE:
      if (g_str_equal (state, "evaluating"))
        return _ ("Evaluating “%s”");
      if (g_str_equal (state, "shortlisted"))
        return _ ("Shortlisted “%s”");
      if (g_str_equal (state, "applying"))
        return _ ("Applying for “%s”");
      if (g_str_equal (state, "dropped"))
        return _ ("Dropped “%s”");
      return _ ("Reopened “%s”");
    case FOOTHOLD_ACTION_REOPEN:
      return _ ("Reopened “%s”");
    default:
      g_assert_not_reached ();
    }
}

/* (transfer full) */
static char *
many_said (FootholdAction action, const char *state, guint n)
{
  switch (action)
    {
    case FOOTHOLD_ACTION_STAR:
      return g_strdup_printf (ngettext ("Starred %'u opportunity", "Starred %'u opportunities", n), n);
    case FOOTHOLD_ACTION_UNSTAR:
      return g_strdup_printf (ngettext ("Star removed from %'u opportunity", "Star removed from %'u opportunities", n),
                              n);
    case FOOTHOLD_ACTION_ARCHIVE:
      return g_strdup_printf (ngettext ("Archived %'u opportunity", "Archived %'u opportunities", n), n);
    case FOOTHOLD_ACTION_UNARCHIVE:
      return g_strdup_printf (ngettext ("Brought back %'u opportunity from the archive",
                                        "Brought back %'u opportunities from the archive", n),
                              n);
    case FOOTHOLD_ACTION_STILL_OPEN:
      return g_strdup_printf (ngettext ("%'u opportunity is still open", "%'u opportunities are still open", n), n);
    case FOOTHOLD_ACTION_DELETE:
      return g_strdup_printf (ngettext ("Deleted %'u opportunity", "Deleted %'u opportunities", n), n);
    case FOOTHOLD_ACTION_SET_STATE:
      if (g_str_equal (state, "evaluating"))
        return g_strdup_printf (ngettext ("Evaluating %'u opportunity", "Evaluating %'u opportunities", n), n);
      if (g_str_equal (state, "shortlisted"))
        return g_strdup_printf (ngettext ("Shortlisted %'u opportunity", "Shortlisted %'u opportunities", n), n);
      if (g_str_equal (state, "applying"))
        return g_strdup_printf (ngettext ("Applying for %'u opportunity", "Applying for %'u opportunities", n), n);
      if (g_str_equal (state, "dropped"))
        return g_strdup_printf (ngettext ("Dropped %'u opportunity", "Dropped %'u opportunities", n), n);
      return g_strdup_printf (ngettext ("Reopened %'u opportunity", "Reopened %'u opportunities", n), n);
    case FOOTHOLD_ACTION_REOPEN:
      return g_strdup_printf (ngettext ("Reopened %'u opportunity", "Reopened %'u opportunities", n), n);
    default:
      g_assert_not_reached ();
    }
}

/* (transfer full): what the toast says. */
static char *
make_said (FootholdAction action, const char *state, guint n, const char *title)
{
  GString *said;

  if (n != 1 || title == NULL)
    return many_said (action, state, n);

  /* The title may hold a percent sign: no printf here. */
  said = g_string_new (one_format (action, state));
  g_string_replace (said, "%s", title, 1);
  return g_string_free_and_steal (said);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foothold_toast (deed->from, _ ("Cancelled; nothing was changed"), FALSE);
  else if (error != NULL)
    foothold_toast_error (deed->from, error);
  else
    foothold_toast (deed->from, deed->said, TRUE);
}

void
foothold_opportunity_do (GtkWidget *from,
                         FootholdStore *store,
                         FootholdAction action,
                         GArray *ids,
                         const char *title,
                         const char *state,
                         const char *reason)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Deed *deed;

  if (ids->len == 0)
    return;

  deed = deed_new (from, make_said (action, state, ids->len, title), cancellable);
  foothold_store_act_async (store, action, ids, state, reason, cancellable, done_cb, deed);
}

void
foothold_opportunity_tag (GtkWidget *from, FootholdStore *store, GArray *ids, const char *name, gboolean tagged)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const guint n = ids->len;
  char *said =
    tagged ? g_strdup_printf (ngettext ("Tagged %'u opportunity “%s”", "Tagged %'u opportunities “%s”", n), n, name)
           : g_strdup_printf (ngettext ("Tag “%2$s” removed from %1$'u opportunity",
                                        "Tag “%2$s” removed from %1$'u opportunities", n),
                              n, name);

  foothold_store_tag_async (store, ids, name, tagged, cancellable, done_cb, deed_new (from, said, cancellable));
}
