// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Reading JSON in place, without a tree, so that a file of any size takes the memory of
 * one value. Only for bytes that foothold_json_guard () let through: the cursor
 * trusts their grammar.
 */

G_BEGIN_DECLS

/* A value, or part of one, where it lies in the file. */
typedef struct
{
  const char *at;
  gsize length;
} FootholdJsonSlice;

typedef struct
{
  const char *at;
  const char *end;
} FootholdJsonCursor;

/* Stands before the first member of an object, or element of an array. */
FootholdJsonCursor foothold_json_cursor (FootholdJsonSlice value);
/* FALSE at the end. @key is the name between its quotes, as written. */
gboolean foothold_json_next_member (FootholdJsonCursor *self, FootholdJsonSlice *key, FootholdJsonSlice *value);
gboolean foothold_json_next_element (FootholdJsonCursor *self, FootholdJsonSlice *value);

/* '{', '[', '"', 't', 'f', 'n' or '0' for numbers. */
char foothold_json_kind (FootholdJsonSlice value);
/* Whether a name as written is @name; names of ours need no escapes. */
gboolean foothold_json_key_is (FootholdJsonSlice key, const char *name);
/* A string with its escapes resolved; NULL for other values. (transfer full) */
char *foothold_json_string (FootholdJsonSlice value);
/* A whole number; FALSE for other values. */
gboolean foothold_json_integer (FootholdJsonSlice value, gint64 *number);

G_END_DECLS
