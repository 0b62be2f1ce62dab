// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-statement-store"

#include "store/foothold-statement-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-rows.h"
#include "store/foothold-application-store.h"
#include "store/foothold-row-sql.h"

typedef struct
{
  gint64 application;
  char *text;
  gboolean append;
} Statement;

static void
statement_free (gpointer data)
{
  Statement *self = data;

  g_free (self->text);
  g_free (self);
}

/* Writer thread: with what is there by now. */
static gpointer
keep (FootholdDb *db, gpointer data, GError **error)
{
  const Statement *self = data;
  g_autoptr (FootholdRow) before = foothold_row_load_id (db, &foothold_application_row_type, self->application, error);
  g_autoptr (FootholdRow) after = before != NULL ? foothold_row_copy (before) : NULL;
  FootholdApplicationRow *row = (gpointer) after;

  if (row == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE,
                             _ ("This application is not there any more."));
      return NULL;
    }

  if (self->append && row->statement != NULL)
    {
      char *both = g_strconcat (row->statement, "\n\n", self->text, NULL);

      g_free (row->statement);
      row->statement = both;
    }
  else
    g_set_str (&row->statement, self->text);
  return foothold_row_update (db, before, after, error) ? GSIZE_TO_POINTER ((gsize) self->application) : NULL;
}

void
foothold_statement_keep_async (FootholdStore *store,
                               gint64 application,
                               const char *text,
                               gboolean append,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Statement *data = g_new0 (Statement, 1);

  data->application = application;
  data->text = g_strdup (text);
  data->append = append;
  foothold_store_write_async (store, _ ("Keep Letter as Statement"), keep, data, statement_free, cancellable, callback,
                              user_data);
}
