// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* Tables as text: their character set, and one record after the other. */

G_BEGIN_DECLS

typedef struct
{
  const char *at, *end;
  char delimiter;
  guint next_line;
  guint n_open; /* quotes that never closed and were taken for what they are */
  /* the record that was read */
  GPtrArray *cells; /* char *, valid until the next one */
  guint line; /* where it begins, from 1 */
  gboolean cut; /* a cell was longer, or cells were more, than the caps allow */
} FootholdCsvReader;

/* @text: valid UTF-8; outlives the reader. */
void foothold_csv_reader_init (FootholdCsvReader *self, const char *text, gsize length, char delimiter);
void foothold_csv_reader_clear (FootholdCsvReader *self);
/* The next record that is not an empty line; FALSE at the end. A quote that never closes is a character. */
gboolean foothold_csv_reader_next (FootholdCsvReader *self);

/*
 * The text as UTF-8, and in *@found by which set it was read (a static string): its byte order mark's, else UTF-16
 * where every other byte is 0, else UTF-8 if it is that, else Windows-1252. @charset: what a person says it is, or
 * NULL. (transfer full)
 */
char *foothold_csv_decode (const char *data,
                           gsize size,
                           const char *charset,
                           const char **found,
                           gsize *length,
                           gboolean *lossy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdCsvReader, foothold_csv_reader_clear)

G_END_DECLS
