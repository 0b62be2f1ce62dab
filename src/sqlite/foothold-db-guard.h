/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A connection that can read some tables and nothing else (R19). What leaves the
 * program is read through one, so that a private table stays private by
 * construction: a view, a subquery or a count over it is refused as well.
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

/**
 * foothold_db_allow_only:
 * @tables: (array zero-terminated=1): static strings; what may be read
 *
 * From now on every statement that reads another table, or does anything but read, fails. For good.
 */
void foothold_db_allow_only (FootholdDb *self, const char *const *tables);

/* All later reads see the file as it is now. Commits of others wait until the connection closes: for short reads only.
 */
gboolean foothold_db_begin_snapshot (FootholdDb *self, GError **error);

G_END_DECLS
