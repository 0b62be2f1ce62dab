#pragma once

#include <gio/gio.h>

#include "sqlite/foothold-db.h"

/* The ways out. They read one consistent copy of the database and write a stream; the caller owns both. */

G_BEGIN_DECLS

#define FOOTHOLD_EXPORT_VERSION 1

gboolean foothold_export_json (FootholdDb *db, GOutputStream *out, GCancellable *cancellable, GError **error);
/* One table of opportunities, quoted as R16 says; @machine leaves out the guard against formulas. */
gboolean foothold_export_csv (FootholdDb *db, GOutputStream *out, gboolean machine, GCancellable *cancellable, GError **error);

G_END_DECLS
