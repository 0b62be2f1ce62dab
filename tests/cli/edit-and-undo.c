/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A person's afternoon on the data folder: changes a title, adds an opportunity,
 * drops one with a reason, stars one; undoes all of it and does all but the last
 * again. For the round trip of the exports.
 */

#include "../unit/store-fixture.h"
#include "store/foothold-paths.h"

static void
undo_or_redo (StoreFixture *self, gboolean undo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  (undo ? foothold_store_undo_async : foothold_store_redo_async) (self->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

int
main (int argc, char **argv)
{
  StoreFixture self = { .dir = foothold_paths_dup_data_dir () };
  g_autoptr (FootholdDossier) added = store_fixture_dossier ("Added by Hand", "Żuraw & Söhne");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (FootholdDossier) before = NULL;
  FootholdOpportunityRow *after;
  gint64 id;

  store_fixture_open (&self);
  ids = store_fixture_list (&self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (ids->len, >, 1);
  before = store_fixture_load (&self, g_array_index (ids, gint64, 0));
  after = foothold_row_copy (before->opportunity);
  g_set_str (&after->title, "Renamed \"by\" hand");
  g_set_str (&after->organisation, "Somebody Else");
  after->pay_net = 12345;
  g_set_str (&after->currency, "EUR");
  store_fixture_save_row (&self, "Change", before->opportunity, after);
  foothold_row_unref (after);
  id = store_fixture_save_dossier (&self, "Add", added);
  store_fixture_act (&self, FOOTHOLD_ACTION_SET_STATE, g_array_index (ids, gint64, 1), "dropped", "Too far away");
  store_fixture_act (&self, FOOTHOLD_ACTION_STAR, id, NULL, NULL);

  for (guint i = 0; i < 4; i++)
    undo_or_redo (&self, TRUE);
  for (guint i = 0; i < 3; i++)
    undo_or_redo (&self, FALSE);

  store_fixture_close (&self);
  if (self.changes != NULL)
    g_boxed_free (FOOTHOLD_TYPE_CHANGES, self.changes);
  g_free (self.dir);
  return 0;
}
