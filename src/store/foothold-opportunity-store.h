/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-dossier.h"
#include "store/foothold-query.h"

/*
 * Opportunities in the database: lists and rows for whoever has a connection
 * (window, command line, exporters), and the writes for the writer thread.
 */

G_BEGIN_DECLS

/* All ids of the answer in its order (gint64), from covering indexes. */
GArray *foothold_opportunity_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error);
/* How many the same would find among what @show shows; leaves the order that a list asked for last in memory. */
gboolean foothold_opportunity_list_count (FootholdDb *db,
                                          const char *text,
                                          FootholdShow show,
                                          guint *n,
                                          GError **error);
/* The statement behind it, static; @some_hidden: there are imports whose rows are left out. */
const char *foothold_opportunity_list_sql (FootholdOrder order,
                                           gboolean reversed,
                                           FootholdShow show,
                                           gboolean some_hidden);
/* The same for the orders by hours and by fit, which have no index of what is shown. */
const char *foothold_opportunity_list_far_sql (FootholdOrder order, gboolean reversed);
/* The rows (FootholdOpportunityRow) in the order of @ids (gint64); those that are gone are left out. */
GPtrArray *foothold_opportunity_load_rows (FootholdDb *db, GArray *ids, GError **error);
/* One opportunity with everything that hangs on it; an error when it is not there. */
FootholdDossier *foothold_dossier_load (FootholdDb *db, gint64 id, GError **error);

/*
 * Writes what differs between @before (NULL inserts) and @after: resolves the names of
 * organisation, supervisor and place, keeps the facts (what a person types is stated by typing),
 * and records a change of state. Returns the id, 0 on error.
 */
gint64 foothold_opportunity_save (FootholdDb *db,
                                  const FootholdOpportunityRow *before,
                                  const FootholdOpportunityRow *after,
                                  GError **error);
/* The same for values that come from @source ("page", "mail" …). */
gint64 foothold_opportunity_save_from (FootholdDb *db,
                                       const FootholdOpportunityRow *before,
                                       const FootholdOpportunityRow *after,
                                       const char *source,
                                       GError **error);
/* The person has opened it. No change of the facts: the revision stays, so that undo entries before it still fit. */
gboolean foothold_opportunity_mark_read (FootholdDb *db, gint64 id, GError **error);
/* As foothold_store_set_fact_async () says. */
gboolean foothold_opportunity_set_fact (FootholdDb *db,
                                        gint64 id,
                                        const char *field,
                                        const char *knowledge,
                                        const char *source,
                                        GError **error);

/* The fact row of one field; foothold_opportunity_set_fact () is what knows the rules. */
gboolean foothold_fact_put (FootholdDb *db,
                            gint64 id,
                            const char *field,
                            const char *knowledge,
                            const char *source,
                            GError **error);
gboolean foothold_fact_remove (FootholdDb *db, gint64 id, const char *field, GError **error);

/*
 * Inserts @dossier, or makes the stored one equal to it. Attachments whose bytes it carries are
 * stored under @dir (the data directory) first. Returns the id of the opportunity, 0 on error.
 */
gint64 foothold_dossier_save (FootholdDb *db, const FootholdDossier *dossier, const char *dir, GError **error);
/* The same for values that come from @source. */
gint64 foothold_dossier_save_from (FootholdDb *db,
                                   const FootholdDossier *dossier,
                                   const char *dir,
                                   const char *source,
                                   GError **error);
/* Bytes first, durably, then their hashes in @attachments (FootholdAttachmentRow, one for each of the dossier's). */
gboolean foothold_dossier_store_pages (const FootholdDossier *dossier,
                                       GPtrArray *attachments,
                                       const char *dir,
                                       GError **error);
/* Copies of child @rows that belong to opportunity @id, stand in this order and carry @batch. */
GPtrArray *foothold_dossier_adopt_rows (GPtrArray *rows, gint64 id, gint64 batch);

G_END_DECLS
