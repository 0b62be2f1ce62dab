/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-staging.h"

/* What comparing and merging read of the staging file. */

G_BEGIN_DECLS

guint foothold_staging_get_n_entries (FootholdStaging *self);
FootholdVerdict foothold_staging_get_verdict (FootholdStaging *self, guint n, gboolean *wanted, gint64 *match);
/* NULL without an error for a problem. */
FootholdDossier *foothold_staging_read (FootholdStaging *self, guint n, GError **error);
/* Bytes of the entry in the file. */
gsize foothold_staging_get_size (FootholdStaging *self, guint n);

/* Rows of other entities, in the order they came. */
guint foothold_staging_get_n_rows (FootholdStaging *self);
const FootholdRowType *foothold_staging_get_row_type (FootholdStaging *self, guint n);
/* The id that stands in the file; 0 where it has none, and where its reader made one. */
gint64 foothold_staging_get_own_id (FootholdStaging *self, guint n);
FootholdRow *foothold_staging_read_row (FootholdStaging *self, guint n, GError **error);

/* Objects that belong to others, in the order they came. (transfer full) */
guint foothold_staging_get_n_nests (FootholdStaging *self);
FootholdNest *foothold_staging_read_nest (FootholdStaging *self, guint n, GError **error);

/* What an entry is recognised by. All are NULL where there is none; @state and @sent_on are those of the application
 * that comes with it. */
typedef struct
{
  char *url_key, *title, *organisation, *place; /* folded, all but the first */
  char *state, *sent_on;
} FootholdStagingKeys;

/* Its id in the file, 0 where it has none. */
gint64 foothold_staging_get_id (FootholdStaging *self, guint n);
gboolean foothold_staging_read_keys (FootholdStaging *self, guint n, FootholdStagingKeys *keys, GError **error);
void foothold_staging_keys_clear (FootholdStagingKeys *keys);
void foothold_staging_set_verdict (FootholdStaging *self,
                                   guint n,
                                   FootholdVerdict verdict,
                                   gint64 match,
                                   const char *reason);
/* It says more of what the entry @into of the same import is: it comes in with that one, not by itself. */
void foothold_staging_set_fills (FootholdStaging *self, guint n, guint into, const char *reason);
/* Whether it does. */
gboolean foothold_staging_is_filler (FootholdStaging *self, guint n);
/* Entries → GArray of guint, the ticked ones that fill them, in their order. (transfer full) */
GHashTable *foothold_staging_index_fillers (FootholdStaging *self);
/* As foothold_staging_read () with what @fillers (guint; or NULL) add. (transfer full) */
FootholdDossier *foothold_staging_read_filled (FootholdStaging *self, guint n, GArray *fillers, GError **error);
/* Whether an application comes with it. */
gboolean foothold_staging_applies (FootholdStaging *self, guint n);
/* An entry's application stays out: there is one already. */
void foothold_staging_drop_application (FootholdStaging *self, guint n);
/* Somebody in the rows of the import, and who that is; and nobody any more. */
void foothold_staging_add_person (FootholdStaging *self, const FootholdPersonRow *person, FootholdVerdict verdict);
void foothold_staging_forget_people (FootholdStaging *self);
/* Between them problems are what comparing finds; beginning anew forgets what was found before. */
gboolean foothold_staging_begin_comparing (FootholdStaging *self, GError **error);
gboolean foothold_staging_end_comparing (FootholdStaging *self, gboolean ok, GError **error);
/* Adds one line for each kind of note of which there were too many to name each. */
gboolean foothold_staging_sum_up (FootholdStaging *self, GError **error);
/* What the database was like when it was compared; FALSE: it was not. */
gboolean foothold_staging_get_compared (FootholdStaging *self, FootholdDbState *state);
void foothold_staging_set_compared (FootholdStaging *self, const FootholdDbState *state);
/* As if it had not been compared; what could be ticked and was not (GArray of guint, transfer full). */
GArray *foothold_staging_forget_verdicts (FootholdStaging *self);
void foothold_staging_untick (FootholdStaging *self, GArray *entries);
void foothold_staging_set_others (FootholdStaging *self, const FootholdOthers *others);
GCancellable *foothold_staging_get_cancellable (FootholdStaging *self);

G_END_DECLS
