// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import-answers.h"

#include <string.h>

#include "exchange/foothold-csv-look.h"

FootholdImportAnswers *
foothold_import_answers_new (void)
{
  FootholdImportAnswers *self = g_new0 (FootholdImportAnswers, 1);

  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

FootholdImportAnswers *
foothold_import_answers_copy (const FootholdImportAnswers *self)
{
  FootholdImportAnswers *copy = foothold_import_answers_new ();
  GHashTableIter iter;
  gpointer word, slug;

  copy->order = self->order;
  copy->charset = self->charset;
  g_hash_table_iter_init (&iter, self->stages);
  while (g_hash_table_iter_next (&iter, &word, &slug))
    g_hash_table_insert (copy->stages, g_strdup (word), slug);

  return copy;
}

void
foothold_import_answers_free (FootholdImportAnswers *self)
{
  g_hash_table_unref (self->stages);
  g_free (self);
}

gboolean
foothold_import_answers_set_dates (FootholdImportAnswers *self, const char *text)
{
  if (strcmp (text, "day-first") == 0)
    self->order = FOOTHOLD_DAY_ORDER_DAY;
  else if (strcmp (text, "month-first") == 0)
    self->order = FOOTHOLD_DAY_ORDER_MONTH;
  else
    return FALSE;

  return TRUE;
}

gboolean
foothold_import_answers_set_charset (FootholdImportAnswers *self, const char *name)
{
  for (guint i = 0; foothold_csv_charsets[i] != NULL; i++)
    if (g_ascii_strcasecmp (foothold_csv_charsets[i], name) == 0)
      {
        self->charset = foothold_csv_charsets[i];
        return TRUE;
      }

  return FALSE;
}

const char *
foothold_import_answers_get_charset (const FootholdImportAnswers *self)
{
  return self != NULL ? self->charset : NULL;
}

static gboolean
add_stage (FootholdImportAnswers *self, const char *word, const char *stage)
{
  const FootholdListEntry *entry = foothold_list_lookup (&foothold_csv_stages, stage);
  g_autofree char *plain = g_strstrip (g_strdup (word));

  if (entry == NULL || *plain == '\0' || !g_utf8_validate (plain, -1, NULL))
    return FALSE;

  g_hash_table_replace (self->stages, g_utf8_casefold (plain, -1), (gpointer) entry->slug);
  return TRUE;
}

gboolean
foothold_import_answers_add_stage (FootholdImportAnswers *self, const char *text)
{
  /* a word may have one itself */
  const char *equals = strrchr (text, '=');
  g_autofree char *word = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;

  return word != NULL && add_stage (self, word, equals + 1);
}

GVariant *
foothold_import_answers_to_variant (const FootholdImportAnswers *self)
{
  g_auto (GVariantBuilder) stages = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GHashTableIter iter;
  gpointer word, slug;

  g_hash_table_iter_init (&iter, self->stages);
  while (g_hash_table_iter_next (&iter, &word, &slug))
    g_variant_builder_add (&stages, "{ss}", (const char *) word, (const char *) slug);

  return g_variant_new ("(ss@a{ss})",
                        self->order == FOOTHOLD_DAY_ORDER_DAY     ? "day-first"
                        : self->order == FOOTHOLD_DAY_ORDER_MONTH ? "month-first"
                                                                  : "",
                        self->charset != NULL ? self->charset : "", g_variant_builder_end (&stages));
}

FootholdImportAnswers *
foothold_import_answers_from_variant (GVariant *variant)
{
  FootholdImportAnswers *self = foothold_import_answers_new ();
  g_autoptr (GVariantIter) stages = NULL;
  const char *dates, *charset, *word, *slug;

  g_variant_get (variant, "(&s&sa{ss})", &dates, &charset, &stages);
  foothold_import_answers_set_dates (self, dates);
  foothold_import_answers_set_charset (self, charset);
  while (g_variant_iter_next (stages, "{&s&s}", &word, &slug))
    add_stage (self, word, slug);

  return self;
}
