// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-words"

#include "foothold-words.h"

#include <string.h>

#include "store/foothold-fold.h"

gboolean
foothold_words_are_any (const char *text)
{
  g_autofree char *folded = foothold_fold_name (text != NULL ? text : "");

  return *folded != '\0';
}

static gboolean
holds_words (FootholdStmt *stmt, FootholdWordsFunc more, char **words)
{
  g_autofree char *added = more != NULL ? more (stmt) : NULL;
  g_autofree char *text = g_strjoin (" ", foothold_stmt_text (stmt, 1), added, NULL);
  g_autofree char *folded = foothold_fold_name (text);

  for (char **word = words; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;

  return TRUE;
}

GArray *
foothold_words_list_ids (FootholdStmt *stmt, const char *text, FootholdWordsFunc more, GError **error)
{
  g_autofree char *folded = foothold_fold_name (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const gboolean searches = *folded != '\0';
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      if (!searches || holds_words (stmt, more, words))
        g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}
