/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rules/foothold-lists.h"
#include "sqlite/foothold-db.h"

/*
 * The ways out. They read one consistent copy of the database (see
 * foothold-export-copy.h) and write a stream; the caller owns both and closes the
 * stream. The same data gives the same bytes, whenever and wherever.
 */

G_BEGIN_DECLS

#define FOOTHOLD_EXPORT_VERSION 1

/**
 * foothold_export_json:
 * @dir: (nullable): the data directory the attached files lie in; NULL writes none of their bytes
 * @n_missing: (out) (optional): files whose bytes are not there or not what they were; they are null in the export
 *
 * Everything, as foothold-export-format.h says. A stream of any size takes about a megabyte of memory.
 */
gboolean foothold_export_json (FootholdDb *db,
                               const char *dir,
                               GOutputStream *out,
                               guint *n_missing,
                               GCancellable *cancellable,
                               GError **error);

/**
 * foothold_export_json_some:
 * @ids: gint64, opportunities; those that are gone are left out
 *
 * An array of opportunities in the order of @ids, each object as the export has it.
 */
gboolean foothold_export_json_some (FootholdDb *db,
                                    GArray *ids,
                                    GOutputStream *out,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * foothold_export_json_applications:
 * @rows: (element-type FootholdApplicationRow): those to write, in this order
 * @due: (element-type gint64 GPtrArray): what is due of them, FootholdDueEntry (store/foothold-due-list.h) by id
 *
 * An array of applications, each object as the export has it, and after that "title", "organisation" and "due": objects
 * with "kind", "group", "on", "time" and "step".
 */
gboolean foothold_export_json_applications (FootholdDb *db,
                                            GPtrArray *rows,
                                            GHashTable *due,
                                            GOutputStream *out,
                                            GCancellable *cancellable,
                                            GError **error);

typedef enum
{
  FOOTHOLD_EXPORT_OPPORTUNITIES,
  FOOTHOLD_EXPORT_APPLICATIONS,
  FOOTHOLD_EXPORT_HISTORY, /* of applications */
  FOOTHOLD_EXPORT_PEOPLE,
  FOOTHOLD_EXPORT_STORIES, /* told in interviews */
} FootholdExportTable;

/* The tables in the order of the type: "opportunities" … and what they are called. */
extern const FootholdList foothold_export_tables;

/**
 * foothold_export_csv:
 * @machine: for a program: without the guard against formulas and without the byte order mark
 *
 * One table: a header, one row each by id, every field quoted (R16), CRLF, UTF-8. The columns of opportunities are the
 * keys of the JSON export; skills and the titles of deliverables are joined with "; ". The other tables are to be
 * looked at and counted: they have what stands beside each other in the program, and are not read back.
 */
gboolean foothold_export_csv (FootholdDb *db,
                              FootholdExportTable table,
                              GOutputStream *out,
                              gboolean machine,
                              GCancellable *cancellable,
                              GError **error);

/**
 * foothold_export_vcard:
 * @ids: (nullable): gint64, people, in this order; those that are gone are left out. NULL is everybody by name
 *
 * Contact cards, vCard 4.0: name, organisation, job title, addresses, numbers and notes.
 */
gboolean foothold_export_vcard (FootholdDb *db,
                                GArray *ids,
                                GOutputStream *out,
                                GCancellable *cancellable,
                                GError **error);

/*
 * @cells (utf8), @n_columns a row, as a table for a spreadsheet: quoted and guarded as above, without the byte order
 * mark, because it is copied. (transfer full)
 */
char *foothold_export_csv_cells (GPtrArray *cells, guint n_columns);

/* Whether the table for spreadsheets puts a "'" before @text, since a formula would begin with it. */
gboolean foothold_export_csv_needs_guard (const char *text);

G_END_DECLS
