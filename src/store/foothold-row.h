/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db.h"

/*
 * A row is an immutable snapshot of one table row. Rows cross threads; GObjects
 * never do. One FootholdField is a column, a bound parameter, a JSON key and a
 * GObject property: a new field is one line in its entity's table.
 */

G_BEGIN_DECLS

/* An integer that is not known: NULL in the database, never 0. */
#define GINT64_UNKNOWN G_MININT64

typedef enum
{
  FOOTHOLD_FIELD_INT, /* gint64, GINT64_UNKNOWN is NULL */
  FOOTHOLD_FIELD_BOOL, /* gint64 0 or 1, GINT64_UNKNOWN is NULL */
  FOOTHOLD_FIELD_INSTANT, /* gint64, UTC milliseconds */
  FOOTHOLD_FIELD_MINUTES, /* gint64, effort in minutes */
  FOOTHOLD_FIELD_MONEY, /* gint64, minor units of the row's currency */
  FOOTHOLD_FIELD_ID, /* gint64, a key of another row; GINT64_UNKNOWN is NULL */
  FOOTHOLD_FIELD_TEXT, /* char *, NULL is NULL */
  FOOTHOLD_FIELD_DATE, /* char *, ISO calendar date */
  FOOTHOLD_FIELD_SLUG, /* char *, one of a short list; the table's CHECK or the term list says which */
} FootholdFieldKind;

typedef enum
{
  FOOTHOLD_FIELD_PLAIN = 0,
  FOOTHOLD_FIELD_REQUIRED = 1 << 0, /* NOT NULL in the table */
  FOOTHOLD_FIELD_JOINED = 1 << 1, /* comes from a join when loaded; not a column of this table */
  FOOTHOLD_FIELD_BRIEF = 1 << 2, /* a fact of the posting: has a knowledge and a source */
} FootholdFieldFlags;

typedef struct
{
  const char *name;
  FootholdFieldKind kind;
  FootholdFieldFlags flags;
  gsize offset;
} FootholdField;

/* A text that comes with a loaded row, and is no field: nothing saves, exports or compares it. */
typedef struct
{
  const char *sql; /* an expression; the row is t */
  gsize offset; /* of a char *, NULL where there is none */
} FootholdLoadedText;

typedef struct
{
  const char *table;
  gsize size;
  const FootholdField *fields;
  guint n_fields;
  /* Integers that come with a loaded row from a table derived from it (by its own id, in the column named like this
   * table), and are no fields: nothing saves, exports or compares with another's. Unknown where there is no such row.
   * Without a table whoever loads the rows fills them in. */
  const char *derived_table;
  const FootholdField *derived;
  guint n_derived;
  const FootholdLoadedText *texts;
  guint n_texts;
} FootholdRowType;

typedef struct
{
  gatomicrefcount ref_count;
  const FootholdRowType *type;
  gint64 id; /* 0 until stored */
  gint64 rev; /* 0 until stored; counts the writes of this row */
} FootholdRow;

/* True for the kinds that are a char *, false for those that are a gint64. */
gboolean foothold_field_is_text (const FootholdField *field);

gpointer foothold_row_new (const FootholdRowType *type);
gpointer foothold_row_ref (gpointer row);
void foothold_row_unref (gpointer row);
gpointer foothold_row_copy (gconstpointer row);
gboolean foothold_row_equal (gconstpointer a, gconstpointer b);

const FootholdField *foothold_row_type_find (const FootholdRowType *type, const char *name);

const char *foothold_row_get_text (gconstpointer row, const FootholdField *field);
gint64 foothold_row_get_int (gconstpointer row, const FootholdField *field);
gboolean foothold_row_has_value (gconstpointer row, const FootholdField *field);
gboolean foothold_row_same_value (gconstpointer a, gconstpointer b, const FootholdField *field);
/* Whether what came along as texts is the same. */
gboolean foothold_row_same_texts (gconstpointer a, gconstpointer b);
/* Both return whether the value differs from what was there. Only for a row nobody else holds yet. */
gboolean foothold_row_set_text (gpointer row, const FootholdField *field, const char *value);
gboolean foothold_row_set_int (gpointer row, const FootholdField *field, gint64 value);
/* For a text that is the caller's own. @value: (transfer full) */
void foothold_row_take_text (gpointer row, const FootholdField *field, char *value);

void foothold_row_bind (const FootholdRow *row, FootholdStmt *stmt);
gpointer foothold_row_load (const FootholdRowType *type, FootholdStmt *stmt);

void foothold_row_get_value (const FootholdRow *row, const FootholdField *field, GValue *value);
gboolean foothold_row_set_value (FootholdRow *row, const FootholdField *field, const GValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdRow, foothold_row_unref)

G_END_DECLS
