/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store-fixture.h"

/* Whether two states of the data are one. */

/* The digest of every row of every table a person can change, in the order of their keys. */
static inline gpointer
digest_job (FootholdDb *db, gpointer data, GError **error)
{
  static const char *const tables[] = {
    "SELECT * FROM opportunity ORDER BY id",
    "SELECT * FROM deliverable ORDER BY id",
    "SELECT * FROM skill ORDER BY id",
    "SELECT * FROM opportunity_skill ORDER BY id",
    "SELECT * FROM fact ORDER BY id",
    "SELECT * FROM opportunity_history ORDER BY id",
    "SELECT * FROM attachment ORDER BY id",
    "SELECT * FROM organisation ORDER BY id",
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM profile ORDER BY id",
    "SELECT * FROM goal ORDER BY id",
    "SELECT * FROM want ORDER BY id",
    "SELECT * FROM opportunity_tag ORDER BY id",
    "SELECT * FROM answer ORDER BY id",
    "SELECT * FROM weight ORDER BY id",
    "SELECT * FROM exchange_rate ORDER BY id",
    "SELECT * FROM saved_search ORDER BY id",
    "SELECT * FROM place ORDER BY id",
    "SELECT * FROM stage ORDER BY id",
    "SELECT * FROM application ORDER BY id",
    "SELECT * FROM application_history ORDER BY id",
    "SELECT * FROM application_answer ORDER BY id",
    "SELECT * FROM application_file ORDER BY id",
    "SELECT * FROM checklist_item ORDER BY id",
    "SELECT * FROM checklist_template ORDER BY id",
    "SELECT * FROM interview ORDER BY id",
    "SELECT * FROM follow_up ORDER BY id",
    "SELECT * FROM person_contact ORDER BY id",
    "SELECT * FROM person_link ORDER BY id",
    "SELECT * FROM story ORDER BY id",
    "SELECT * FROM interview_story ORDER BY id",
    "SELECT * FROM host_question ORDER BY id",
    "SELECT * FROM conversation ORDER BY id",
    "SELECT * FROM outreach ORDER BY id",
    "SELECT * FROM engagement ORDER BY id",
    "SELECT * FROM engagement_deliverable ORDER BY id",
    "SELECT rowid FROM application_search WHERE application_search MATCH 'a*' ORDER BY rowid",
    "SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH 'stud*' ORDER BY rowid",
    "SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH 'skills : (python)' ORDER BY rowid",
    "SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH 'organisation : (lab*)' ORDER BY rowid",
    "SELECT rowid FROM opportunity_search_short WHERE opportunity_search_short MATCH 'p*' ORDER BY rowid",
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, tables[i]);

      g_checksum_update (checksum, (const guchar *) tables[i], -1);
      while (foothold_stmt_next (stmt))
        for (guint column = 0; column < foothold_stmt_n_columns (stmt); column++)
          {
            const char *text = foothold_stmt_text (stmt, column);

            g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "\001"), -1);
            g_checksum_update (checksum, (const guchar *) "\002", 1);
          }
      if (!foothold_stmt_finish (stmt, error))
        return NULL;
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static inline char *
digest (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  foothold_store_push_read (self->store, g_task_new (self->store, NULL, store_fixture_result_cb, &result), digest_job,
                            g_free);
  text = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return text;
}
