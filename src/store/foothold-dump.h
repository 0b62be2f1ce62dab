/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Everything a person sees, row after row in a fixed order, for the ways out:
 * what an undone or unfinished import brought is left out. The statements give
 * the columns of foothold_row_load(): id, rev, then the fields of the type in
 * their order, joined names too. Whoever walks a statement needs no row structs,
 * which is what makes an export quick.
 *
 * Any thread that owns the connection. Errors show in foothold_stmt_finish().
 */

#pragma once

#include "store/foothold-family.h"

G_BEGIN_DECLS

/* What has to hold for a row, called t, to be seen; NULL where all are. */
const char *foothold_dump_condition (const FootholdRowType *type);

/* All rows by id. An organisation or person is there when its import is, or when something that is seen names it. */
FootholdStmt *foothold_dump_rows (FootholdDb *db, const FootholdRowType *type);
/* One row; bind "id". */
FootholdStmt *foothold_dump_row (FootholdDb *db, const FootholdRowType *type);

/*
 * A list of all objects of @family, by object and within it in its order: walked beside foothold_dump_rows(). Of names
 * the columns are the object and the name.
 */
FootholdStmt *foothold_dump_part (FootholdDb *db, const FootholdFamily *family, guint part);
/* The list of one object; bind "owner". */
FootholdStmt *foothold_dump_part_of (FootholdDb *db, const FootholdFamily *family, guint part);

/* The files of opportunities and applications, each once, by hash: columns sha256 and size. */
FootholdStmt *foothold_dump_files (FootholdDb *db);

G_END_DECLS
