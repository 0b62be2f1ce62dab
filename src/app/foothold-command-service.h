/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window's side of the command line: while the window has the data open, a
 * command that wants to write asks it over the session bus, so that there is one
 * writer and every view follows. The interface is in exchange/foothold-commands.h.
 * GIO only.
 */

#pragma once

#include "store/foothold-store.h"

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COMMAND_SERVICE (foothold_command_service_get_type ())
G_DECLARE_FINAL_TYPE (FootholdCommandService, foothold_command_service, FOOTHOLD, COMMAND_SERVICE, GObject)

/**
 * foothold_command_service_new:
 * @connection: the application's
 * @path: foothold_paths_dup_object_path() of the application's bus name
 *
 * Answers as long as it lives: make it when a store is open, drop it before the store is closed. What is
 * running when it is dropped is cancelled.
 *
 * Returns: (transfer full): NULL where @path has the interface already
 */
FootholdCommandService *foothold_command_service_new (GDBusConnection *connection,
                                                      const char *path,
                                                      FootholdStore *store,
                                                      GError **error);

/**
 * FootholdCommandRestoreFunc:
 * @backup: a file that may be gone when @callback was called
 * @callback: call it with @callback_data and a GTask of @source (any) that returns a boolean or an error
 *
 * Closes the store, restores, opens again. The service may be dropped meanwhile.
 */
typedef void (*FootholdCommandRestoreFunc) (const char *backup,
                                            GAsyncReadyCallback callback,
                                            gpointer callback_data,
                                            gpointer user_data);

/* Who owns the store does the restoring; without it the caller is told to do so in the window. */
void foothold_command_service_set_restore (FootholdCommandService *self,
                                           FootholdCommandRestoreFunc func,
                                           gpointer user_data);

G_END_DECLS
