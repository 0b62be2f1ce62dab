// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

/* One thing to import: a file, a folder, a descriptor, or bytes; and how its bytes are had. */

G_BEGIN_DECLS

typedef struct _FootholdImportSource FootholdImportSource;

/* The address of a web page is no file: it becomes the text of its link, and nothing is fetched. */
FootholdImportSource *foothold_import_source_new_for_file (GFile *file);
/* Pasted text, a dropped page. @name: for reports and the kept page, or NULL. */
FootholdImportSource *foothold_import_source_new_for_bytes (GBytes *bytes, const char *name);
/* @fd: taken over; read from its beginning, or as a pipe where it is one. @name: as above. */
FootholdImportSource *foothold_import_source_new_for_fd (int fd, const char *name);
void foothold_import_source_free (FootholdImportSource *self);
/* What comes from it and names no place itself was found at this one; @kind: a slug of foothold_place_kinds. */
void foothold_import_source_set_place (FootholdImportSource *self, const char *name, const char *kind);
/* *@kind goes with it. NULL: none was said. */
const char *foothold_import_source_get_place (const FootholdImportSource *self, const char **kind);

/* What the person calls it: the file's name. */
const char *foothold_import_source_get_name (const FootholdImportSource *self);
/* The same, or NULL for what has none. */
const char *foothold_import_source_get_file_name (const FootholdImportSource *self);
/* NULL for bytes. */
GFile *foothold_import_source_get_file (const FootholdImportSource *self);
gboolean foothold_import_source_is_folder (const FootholdImportSource *self);

/* Both block, so they are for a thread. @dir: where a large file may be copied while it is read. (transfer full) */
GBytes *foothold_import_source_read (const FootholdImportSource *self,
                                     const char *dir,
                                     GCancellable *cancellable,
                                     GError **error);
/* The first @size bytes, or all there are. */
GBytes *foothold_import_source_read_head (const FootholdImportSource *self,
                                          gsize size,
                                          GCancellable *cancellable,
                                          GError **error);
/* Any file, in the same way. */
GBytes *foothold_import_file_read (GFile *file, const char *dir, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdImportSource, foothold_import_source_free)

G_END_DECLS
