// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-row.h"

/*
 * Tables for people to look at elsewhere: what is kept, put beside what it belongs to. Like all of
 * store/foothold-dump.h without what an undone import brought, in a fixed order, on any thread that owns the
 * connection.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  FootholdFieldKind kind; /* of no amount of money, whose currency would stand elsewhere */
  const char *sql;
} FootholdDumpColumn;

typedef struct
{
  const FootholdRowType *type; /* of t, which has to be there to be seen */
  const char *from_sql;
  const char *order_sql;
  guint n_columns;
  const FootholdDumpColumn *columns;
} FootholdDumpTable;

extern const FootholdDumpTable foothold_dump_applications;
/* What happened to applications, step by step. */
extern const FootholdDumpTable foothold_dump_application_history;
extern const FootholdDumpTable foothold_dump_people;
extern const FootholdDumpTable foothold_dump_stories;

/* Its rows: the columns, in their order. */
FootholdStmt *foothold_dump_table (FootholdDb *db, const FootholdDumpTable *table);

G_END_DECLS
