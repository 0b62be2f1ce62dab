/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-rows.h"

/*
 * Organisations, people and skills are typed as names. Saving finds the row whose
 * name folds to the same, or makes it; what nothing points at any more and of
 * which nothing but the name is known goes away again. Writer thread, inside a
 * transaction.
 */

G_BEGIN_DECLS

/* The id of the organisation, person or skill called @name, made when it is not there; 0 on error. */
gint64 foothold_name_resolve (FootholdDb *db,
                              const FootholdRowType *type,
                              const char *name,
                              gint64 batch,
                              GError **error);
/* The same of a person who has to do with @organisation (GINT64_UNKNOWN: nobody knows): of two of that name the one of
 * that organisation, and where the only one is known to be of another, a new one. @old: who it was (GINT64_UNKNOWN:
 * nobody); the same name in another spelling is the same person, wherever they work. */
gint64 foothold_name_resolve_person (FootholdDb *db,
                                     const char *name,
                                     gint64 organisation,
                                     gint64 old,
                                     gint64 batch,
                                     GError **error);
/* Gives row @id the spelling @name, which folds like the old one. */
gboolean foothold_name_respell (FootholdDb *db,
                                const FootholdRowType *type,
                                gint64 id,
                                const char *name,
                                GError **error);
/* Removes row @id when nothing needs it. */
gboolean foothold_name_release (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error);

G_END_DECLS
