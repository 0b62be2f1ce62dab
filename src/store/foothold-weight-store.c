// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-weight-store"

#include "foothold-weight-store.h"

#include <math.h>

#include "store/foothold-id.h"
#include "store/foothold-judging.h"

typedef struct
{
  const char *part;
  guint permille;
} Weight;

static gboolean
is_default (const Weight *weight)
{
  FootholdWorthWeights defaults = foothold_worth_default_weights;
  const double *ours = foothold_judging_find_weight (&defaults, weight->part);

  return ours != NULL && (guint) lround (*ours * 1000) == weight->permille;
}

/* Writer thread. */
static gpointer
put_weight (FootholdDb *db, gpointer data, GError **error)
{
  const Weight *weight = data;
  const gboolean ours = is_default (weight);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (
    db, ours ? "DELETE FROM weight WHERE part = :part"
             : "INSERT INTO weight (id, part, permille) VALUES (:id, :part, :permille) ON CONFLICT (part)"
               " DO UPDATE SET permille = excluded.permille, rev = rev + 1 WHERE permille <> excluded.permille");

  foothold_stmt_bind_text (stmt, "part", weight->part);
  if (!ours)
    {
      foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
      foothold_stmt_bind_int (stmt, "permille", weight->permille);
    }
  return foothold_stmt_exec (stmt, error) ? GSIZE_TO_POINTER (1) : NULL;
}

/* Writer thread. */
static gpointer
forget_weights (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, "DELETE FROM weight", error) ? GSIZE_TO_POINTER (1) : NULL;
}

void
foothold_store_set_weight_async (FootholdStore *self,
                                 const char *label,
                                 const char *part,
                                 guint permille,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const Weight weight = { part, permille };

  g_return_if_fail (FOOTHOLD_IS_STORE (self));

  foothold_store_write_more_async (self, label, put_weight, g_memdup2 (&weight, sizeof weight), g_free, NULL, callback,
                                   user_data);
}

void
foothold_store_reset_weights_async (FootholdStore *self,
                                    const char *label,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_STORE (self));

  foothold_store_write_async (self, label, forget_weights, NULL, NULL, NULL, callback, user_data);
}
