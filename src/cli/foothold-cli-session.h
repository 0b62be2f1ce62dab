/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A store for the length of one command: its asynchronous calls made to wait on
 * the main context of this thread, and Ctrl+C turned into a clean end.
 */

#pragma once

#include "store/foothold-store.h"

G_BEGIN_DECLS

/**
 * foothold_cli_open_store:
 *
 * Opens the data folder and takes its lock.
 *
 * Returns: (transfer full): close it with foothold_cli_close_store(); NULL with FOOTHOLD_DB_ERROR_LOCKED
 * where the window has it
 */
FootholdStore *foothold_cli_open_store (GError **error);
void foothold_cli_close_store (FootholdStore *store);

/* A GAsyncReadyCallback whose data is a GAsyncResult **, and waiting for it. */
void foothold_cli_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *foothold_cli_wait (GAsyncResult **result);

/* Cancelled by SIGINT, SIGTERM and SIGHUP from the first call on; owned by this file. */
GCancellable *foothold_cli_cancellable (void);

/* A file named on the command line. */
typedef struct
{
  char *name; /* for reports; NULL: standard input */
  char *path;
  int fd; /* behind @path where it was a pipe, or -1 */
} FootholdCliInput;

/**
 * foothold_cli_inputs:
 * @arguments: "-" is standard input
 *
 * A pipe is read to its end into a file without a name, because an import looks at what it reads more than
 * once. What is not there is no error yet.
 *
 * Returns: (transfer full) (element-type FootholdCliInput):
 */
GPtrArray *foothold_cli_inputs (const char *const *arguments, GError **error);

/* All that comes from @fd in a file without a name, or -1: with FOOTHOLD_IMPORT_ERROR_TOO_LARGE beyond @limit bytes. */
int foothold_cli_spool (int fd, gint64 limit, GError **error);

/* Shows how far it is on a terminal's standard error, at most ten times a second; 1 takes the line away again. */
void foothold_cli_progress (double fraction);

G_END_DECLS
