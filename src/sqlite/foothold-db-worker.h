#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DB_WORKER (foothold_db_worker_get_type ())

G_DECLARE_FINAL_TYPE (FootholdDbWorker, foothold_db_worker, FOOTHOLD, DB_WORKER, GObject)

/**
 * FootholdDbFunc:
 *
 * Runs on the worker thread. Touches @db and @data, and nothing else: no
 * GObject of the application, no settings, no signals.
 */
typedef gpointer (*FootholdDbFunc) (FootholdDb *db, gpointer data, GError **error);

FootholdDbWorker *foothold_db_worker_new (const char *path, FootholdDbMode mode);
void foothold_db_worker_push (FootholdDbWorker *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy);
void foothold_db_worker_stop (FootholdDbWorker *self);

G_END_DECLS
