// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "rules/foothold-dates.h"

/*
 * A sink that looks at what an importer gives and keeps nothing. What it asserts is what the database relies on. Of
 * some lengths of input it takes only so many things and then fails, as a full disk makes it: the importer has to stop.
 */

typedef struct
{
  guint left; /* things it still takes; G_MAXUINT: all */
  gboolean failed;
} FuzzSink;

static inline FuzzSink
fuzz_sink_for (size_t size)
{
  return (FuzzSink) { size % 16 == 15 ? (guint) (size / 16 % 8) : G_MAXUINT, FALSE };
}

static inline gboolean
fuzz_takes (FuzzSink *self, GError **error)
{
  g_assert_false (self->failed);
  self->failed = self->left == 0;
  if (self->failed)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  else if (self->left != G_MAXUINT)
    self->left--;

  return !self->failed;
}

static inline void
fuzz_check_row (const FootholdRow *row)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];

      if (foothold_field_is_text (field))
        {
          const char *text = foothold_row_get_text (row, field);

          g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
          g_assert_true (text == NULL || strlen (text) <= FOOTHOLD_LIMIT_LONG_TEXT);
          g_assert_true (text != NULL || !(field->flags & FOOTHOLD_FIELD_REQUIRED)
                         || g_str_equal (field->name, "sha256"));
          g_assert_true (text == NULL || field->kind != FOOTHOLD_FIELD_DATE || foothold_date_is_valid (text));
        }
      else if (field->kind == FOOTHOLD_FIELD_MINUTES)
        g_assert_true (foothold_row_get_int (row, field) == GINT64_UNKNOWN || foothold_row_get_int (row, field) >= 0);
    }
}

static inline gboolean
fuzz_take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  fuzz_check_row (&dossier->opportunity->row);
  g_assert_true (*dossier->opportunity->title != '\0');
  g_assert_true (dossier->opportunity->currency == NULL || strlen (dossier->opportunity->currency) == 3);
  g_assert_cmpuint (dossier->pages->len, ==, dossier->attachments->len);
  for (guint i = 0; i < dossier->skills->len; i++)
    g_assert_true (*(const char *) g_ptr_array_index (dossier->skills, i) != '\0');
  for (guint i = 0; i < dossier->attachments->len; i++)
    fuzz_check_row (g_ptr_array_index (dossier->attachments, i));
  for (guint i = 0; i < dossier->facts->len; i++)
    fuzz_check_row (g_ptr_array_index (dossier->facts, i));
  foothold_dossier_unref (dossier);
  return fuzz_takes (user_data, error);
}

static inline gboolean
fuzz_take_row (gpointer user_data, FootholdRow *row, GError **error)
{
  fuzz_check_row (row);
  foothold_row_unref (row);
  return fuzz_takes (user_data, error);
}

static inline gboolean
fuzz_take_nest (gpointer user_data, FootholdNest *nest, GError **error)
{
  fuzz_check_row (nest->row);
  for (guint i = 0; i < nest->family->n_parts; i++)
    for (guint k = 0; k < nest->parts[i]->len; k++)
      fuzz_check_row (g_ptr_array_index (nest->parts[i], k));
  foothold_nest_free (nest);
  return fuzz_takes (user_data, error);
}

static inline gboolean
fuzz_take_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  g_assert_nonnull (reason);
  g_assert_true (g_utf8_validate (reason, -1, NULL));
  g_assert_true (field == NULL || g_utf8_validate (field, -1, NULL));
  return fuzz_takes (user_data, error);
}

static inline void
fuzz_progress (gpointer user_data, gsize done, gsize total)
{
  g_assert_cmpuint (done, <=, total);
}

#define FUZZ_SINK(state) \
  { &(state), fuzz_take_dossier, fuzz_take_row, fuzz_take_problem, fuzz_progress, fuzz_take_nest, NULL }
