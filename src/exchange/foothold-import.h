// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "store/foothold-dossier.h"

/*
 * The ways in. An importer is a pure function: bytes in, dossiers and problems
 * into the sink, an error for a file as a whole. No I/O, no globals, no GTK.
 * The type of a file is told by its content, never by its suffix.
 */

G_BEGIN_DECLS

#define FOOTHOLD_IMPORT_ERROR (foothold_import_error_quark ())
GQuark foothold_import_error_quark (void);

typedef enum
{
  FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE, /* the sentence says what to do instead */
  FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
  FOOTHOLD_IMPORT_ERROR_DAMAGED,
  FOOTHOLD_IMPORT_ERROR_NEWER,
  FOOTHOLD_IMPORT_ERROR_EMPTY,
} FootholdImportError;

typedef enum
{
  FOOTHOLD_FORMAT_UNKNOWN,
  FOOTHOLD_FORMAT_PAGE, /* HTML */
  FOOTHOLD_FORMAT_MHTML, /* HTML packed with what belongs to it */
  FOOTHOLD_FORMAT_JSON, /* our own export, or JobPosting objects */
  FOOTHOLD_FORMAT_ZIP, /* LinkedIn's export */
  FOOTHOLD_FORMAT_CSV, /* a table, whatever divides its cells: foothold-csv-look.h */
  FOOTHOLD_FORMAT_VCARD, /* contact cards */
  FOOTHOLD_FORMAT_TEXT, /* words that are nothing of the above */
} FootholdFormat;

FootholdFormat foothold_import_sniff (GBytes *bytes);
/* The same of what is written by @charset, as a person says; NULL: nobody did. */
FootholdFormat foothold_import_sniff_as (GBytes *bytes, const char *charset);
/* Of what another program offers both as text and as a page: whether the text says it better (a table, an address). */
gboolean foothold_import_says_all_as_text (GBytes *bytes);

/* Sniffs and calls the importer of the format. @name: the file's name, for titles and attachments, or NULL (pasted). */
gboolean foothold_import_bytes (GBytes *bytes,
                                const char *name,
                                const FootholdSink *sink,
                                GCancellable *cancellable,
                                GError **error);

/* Whether the head of a file is that of a web page packed as a message. */
gboolean foothold_import_is_mhtml (const char *data, gsize length);

gboolean foothold_import_page (GBytes *bytes,
                               const char *name,
                               const FootholdSink *sink,
                               GCancellable *cancellable,
                               GError **error);
gboolean foothold_import_mhtml (GBytes *bytes,
                                const char *name,
                                const FootholdSink *sink,
                                GCancellable *cancellable,
                                GError **error);
gboolean foothold_import_zip (GBytes *bytes,
                              const char *name,
                              const FootholdSink *sink,
                              GCancellable *cancellable,
                              GError **error);
/* Whether these are words: no binary, no markup. @charset: as foothold_csv_decode () has it. */
gboolean foothold_import_is_text (const char *data, gsize length, const char *charset);
/* Whether it is the address of a page and nothing else. */
gboolean foothold_import_is_link (const char *text);
/* Pasted text (@name NULL) or a file of it. */
gboolean foothold_import_text (GBytes *bytes,
                               const char *name,
                               const FootholdSink *sink,
                               GCancellable *cancellable,
                               GError **error);
/* People. Their organisations come by name. */
gboolean foothold_import_vcard (GBytes *bytes,
                                const char *name,
                                const FootholdSink *sink,
                                GCancellable *cancellable,
                                GError **error);
gboolean foothold_import_json (GBytes *bytes,
                               const char *name,
                               const FootholdSink *sink,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
