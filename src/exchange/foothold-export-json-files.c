/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kept files in our export: read in pieces, so that one of any size takes the same little memory. */

#define G_LOG_DOMAIN "foothold-export-json"

#include "exchange/foothold-export-json-text.h"
#include "sqlite/foothold-digest.h"
#include "store/foothold-attachment.h"
#include "store/foothold-dump.h"

#define CHUNK_BYTES (48 * 1024)

static gboolean
file_matches (GInputStream *stream, const char *sha256, GCancellable *cancellable)
{
  g_autoptr (FootholdDigest) digest = foothold_digest_new ();
  g_autofree guchar *chunk = g_malloc (CHUNK_BYTES);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK_BYTES, cancellable, NULL)) > 0)
    foothold_digest_update (digest, chunk, (gsize) n);

  return n == 0 && g_str_equal (foothold_digest_get_hex (digest), sha256)
         && g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL);
}

/* Reads twice, so that no wrong byte is written and a file of any size takes a chunk of memory. FALSE: not there. */
static gboolean
add_file_data (FootholdExportWriter *writer, const char *dir, const char *sha256)
{
  g_autofree char *path = dir != NULL ? foothold_attachment_path (dir, sha256) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GFileInputStream) stream = file != NULL ? g_file_read (file, writer->cancellable, NULL) : NULL;
  g_autofree guchar *chunk = NULL;
  g_autofree char *text = NULL;
  gsize n, length;
  int state = 0;
  int save = 0;

  if (stream == NULL || !file_matches (G_INPUT_STREAM (stream), sha256, writer->cancellable))
    return FALSE;

  chunk = g_malloc (CHUNK_BYTES);
  text = g_malloc ((CHUNK_BYTES / 3 + 1) * 4 + 4);
  foothold_export_writer_add_literal (writer, "\"");
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, &n, writer->cancellable,
                                    writer->error == NULL ? &writer->error : NULL))
        break;
      length = g_base64_encode_step (chunk, n, FALSE, text, &state, &save);
      foothold_export_writer_add (writer, text, length);
      foothold_export_writer_flush_some (writer);
    }
  while (n == CHUNK_BYTES && writer->error == NULL);
  length = g_base64_encode_close (FALSE, text, &state, &save);
  foothold_export_writer_add (writer, text, length);
  foothold_export_writer_add_literal (writer, "\"");

  return TRUE;
}

gboolean
foothold_export_json_files (FootholdExportWriter *writer,
                            FootholdDb *db,
                            const char *dir,
                            guint *n_missing,
                            GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_files (db);
  gboolean first = TRUE;

  foothold_export_json_begin_array (writer, "files");
  while (writer->error == NULL && foothold_stmt_next (stmt))
    {
      const char *sha256 = foothold_stmt_text (stmt, 0);

      foothold_export_json_next_line (writer, &first);
      foothold_export_writer_add_literal (writer, "{\"sha256\":");
      foothold_export_json_add_text (writer, sha256);
      foothold_export_writer_add_literal (writer, ",\"size\":");
      foothold_export_writer_add_int (writer, foothold_stmt_int (stmt, 1));
      foothold_export_writer_add_literal (writer, ",\"data\":");
      if (!add_file_data (writer, dir, sha256))
        {
          foothold_export_writer_add_literal (writer, "null");
          (*n_missing)++;
        }
      foothold_export_writer_add_literal (writer, "}");
    }
  foothold_export_json_end_array (writer, first);

  return foothold_stmt_finish (stmt, error);
}
