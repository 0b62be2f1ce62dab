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

#include "store/foothold-rows.h"

G_BEGIN_DECLS

/* All rows by id. An organisation or person is there when its import is, or when something that is seen names it. */
FootholdStmt *foothold_dump_rows (FootholdDb *db, const FootholdRowType *type);
/* One opportunity; bind "id". */
FootholdStmt *foothold_dump_opportunity (FootholdDb *db);

/*
 * The children (a type that has the field "opportunity") of all opportunities, by opportunity and
 * within it in their order: walked beside foothold_dump_rows().
 */
FootholdStmt *foothold_dump_children (FootholdDb *db, const FootholdRowType *type);
/* The children of one; bind "opportunity". */
FootholdStmt *foothold_dump_children_of (FootholdDb *db, const FootholdRowType *type);

/* The names of the skills asked for: columns opportunity and name; all, or those of one (bind "opportunity"). */
FootholdStmt *foothold_dump_skills (FootholdDb *db);
FootholdStmt *foothold_dump_skills_of (FootholdDb *db);

/* (opportunity, name) of the tags, as those of the skills. */
FootholdStmt *foothold_dump_tags (FootholdDb *db);
FootholdStmt *foothold_dump_tags_of (FootholdDb *db);
/* The files that attachments point at, each once, by hash: columns sha256 and size. */
FootholdStmt *foothold_dump_files (FootholdDb *db);

G_END_DECLS
