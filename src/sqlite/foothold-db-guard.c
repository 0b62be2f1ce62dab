/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-db"

#include "foothold-db-guard.h"

#include "foothold-db-private.h"

static int
authorize (void *user_data, int action, const char *first, const char *second, const char *schema, const char *cause)
{
  const char *const *tables = user_data;

  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
      return SQLITE_OK;
    case SQLITE_READ:
      /* SQLite asks with an empty name for a table of which no column is read: count (*). */
      return g_strv_contains (tables, first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

void
foothold_db_apply_guard (FootholdDb *self)
{
  /* Statements prepared before are prepared again, and judged then. */
  if (self->allowed != NULL && self->handle != NULL)
    sqlite3_set_authorizer (self->handle, authorize, (void *) self->allowed);
}

void
foothold_db_allow_only (FootholdDb *self, const char *const *tables)
{
  self->allowed = tables;
  foothold_db_apply_guard (self);
}

gboolean
foothold_db_begin_snapshot (FootholdDb *self, GError **error)
{
  /* BEGIN alone takes no lock yet; the first read does. */
  return foothold_db_exec (self, "BEGIN; SELECT count (*) FROM sqlite_schema", error);
}
