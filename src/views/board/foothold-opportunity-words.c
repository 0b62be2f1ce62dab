// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-words.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"

#include <glib/gi18n.h>

char *
foothold_opportunity_byline (const FootholdOpportunityRow *row)
{
  const char *mode = foothold_field_slug_name ("work_mode", row->work_mode);

  if (mode == NULL || row->organisation == NULL)
    return g_strdup (mode != NULL ? mode : row->organisation);
  return g_strdup_printf ("%s · %s", row->organisation, mode);
}

const char *
foothold_opportunity_unread_line (const FootholdDossier *dossier)
{
  if (!foothold_dossier_is_unread (dossier))
    return NULL;
  return dossier->opportunity->description != NULL
           ? _ ("The facts of this posting were not read, only its text was kept. Fill them in as you find them; the "
                "text is on the page “Posting”.")
           : _ ("The facts of this posting were not read, only its title was kept. Fill them in as you find them in "
                "the posting.");
}

char *
foothold_opportunity_state_line (const FootholdDossier *dossier)
{
  const FootholdOpportunityRow *row = dossier->opportunity;
  const char *state = foothold_field_slug_name ("state", row->state);
  GString *said = g_string_new (NULL);

  if (dossier->history->len > 0)
    {
      const FootholdHistoryRow *last = g_ptr_array_index (dossier->history, dossier->history->len - 1);
      g_autofree char *when = foothold_format_instant (last->at, NULL, FALSE);

      /* Translators: a state and since when: "Shortlisted since Thu 19 Nov, 14:05". */
      g_string_append_printf (said, _ ("%s since %s"), state, when);
      if (last->reason != NULL)
        g_string_append_printf (said, ": %s", last->reason);
    }
  else
    {
      g_string_append (said, state);
    }
  if (row->archived_at != GINT64_UNKNOWN)
    g_string_append_printf (said, " · %s", _ ("archived"));

  return g_string_free (said, FALSE);
}
