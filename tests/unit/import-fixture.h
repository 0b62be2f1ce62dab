// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string.h>

#include "exchange/foothold-import.h"

/* A sink that keeps what it is given, for the tests of the importers. */

typedef struct
{
  FootholdSink sink;
  GPtrArray *dossiers;
  GPtrArray *rows;
  GPtrArray *nests;
  GPtrArray *problems; /* "where | field | reason" */
  gsize progress;
} TestSink;

static gboolean
test_sink_take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  g_ptr_array_add (((TestSink *) user_data)->dossiers, dossier);
  return TRUE;
}

static gboolean
test_sink_take_row (gpointer user_data, FootholdRow *row, GError **error)
{
  g_ptr_array_add (((TestSink *) user_data)->rows, row);
  return TRUE;
}

static gboolean
test_sink_take_nest (gpointer user_data, FootholdNest *nest, GError **error)
{
  g_ptr_array_add (((TestSink *) user_data)->nests, nest);
  return TRUE;
}

static gboolean
test_sink_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  g_assert_nonnull (reason);
  g_assert_true (g_utf8_validate (reason, -1, NULL));
  g_assert_true (field == NULL || g_utf8_validate (field, -1, NULL));
  g_ptr_array_add (((TestSink *) user_data)->problems,
                   g_strdup_printf ("%s | %s | %s", where ? where : "", field ? field : "", reason));
  return TRUE;
}

static void
test_sink_progress (gpointer user_data, gsize done, gsize total)
{
  TestSink *self = user_data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, self->progress);
  self->progress = done;
}

static inline TestSink *
test_sink_new (void)
{
  TestSink *self = g_new0 (TestSink, 1);

  self->sink = (FootholdSink) {
    self, test_sink_take_dossier, test_sink_take_row, test_sink_problem, test_sink_progress, test_sink_take_nest, NULL
  };
  self->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);
  self->rows = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->nests = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_nest_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static inline void
test_sink_free (TestSink *self)
{
  g_ptr_array_unref (self->dossiers);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->nests);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestSink, test_sink_free)

static inline FootholdDossier *
test_sink_dossier (TestSink *self, guint n)
{
  g_assert_cmpuint (n, <, self->dossiers->len);
  return g_ptr_array_index (self->dossiers, n);
}

static inline FootholdOpportunityRow *
test_sink_opportunity (TestSink *self, guint n)
{
  return test_sink_dossier (self, n)->opportunity;
}

/* Whether a problem of @field (NULL: any) says @words. */
static inline gboolean
test_sink_says (TestSink *self, const char *field, const char *words)
{
  g_autofree char *wanted = field != NULL ? g_strdup_printf (" | %s | ", field) : g_strdup ("");

  for (guint i = 0; i < self->problems->len; i++)
    {
      const char *problem = g_ptr_array_index (self->problems, i);

      if (strstr (problem, wanted) != NULL && strstr (problem, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static inline void
test_sink_print (TestSink *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (self->problems, i));
}

/* Imports @text of @length bytes, which must succeed. (transfer full) */
static inline TestSink *
test_import (const char *text, gssize length, const char *name)
{
  TestSink *sink = test_sink_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;

  foothold_import_bytes (bytes, name, &sink->sink, NULL, &error);
  g_assert_no_error (error);
  test_sink_print (sink);
  return sink;
}

/* A page around one block of JSON-LD. */
static inline TestSink *
test_import_posting (const char *json)
{
  g_autofree char *page = g_strconcat ("<!doctype html><html><head><meta charset=utf-8><title>A page</title>"
                                       "<script type=\"application/ld+json\">",
                                       json, "</script></head><body><p>Text.</p></body></html>", NULL);

  return test_import (page, -1, "page.html");
}
