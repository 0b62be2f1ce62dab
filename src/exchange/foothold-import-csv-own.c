// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/foothold-export.h"
#include "exchange/foothold-import-csv.h"
#include "exchange/foothold-import-row.h"
#include "exchange/foothold-limits.h"

/*
 * A row of our own table says what an object of our own JSON says, so it is made into
 * one: what a field may hold is told in one place for both.
 */

/* Takes off the mark that the export puts before what a spreadsheet would take for a formula. */
static const char *
without_guard (const FootholdCsvLook *look, const char *cell)
{
  return look->guarded && *cell == '\'' && foothold_export_csv_needs_guard (cell + 1) ? cell + 1 : cell;
}

static void
add_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (json, "\\%c", *at);
    else if ((guchar) *at < 0x20)
      g_string_append_printf (json, "\\u%04x", *at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}

/* A number of JSON has no other letters; what is none is given as text, which the field's reader then refuses by name.
 */
static gboolean
is_number (const char *text)
{
  const char *at = *text == '-' ? text + 1 : text;
  const gsize whole = strspn (at, "0123456789");

  if (whole == 0 || whole > 15)
    return FALSE;
  at += whole;
  if (*at == '.')
    {
      const gsize rest = strspn (at + 1, "0123456789");

      if (rest == 0 || rest > 15)
        return FALSE;
      at += rest + 1;
    }

  return *at == '\0';
}

static void
add_member (GString *json, const char *name, const char *cell)
{
  const FootholdRowType *type = &foothold_opportunity_row_type;
  g_autofree char *field_name =
    g_str_has_prefix (name, "hours_") ? g_strconcat ("minutes_", name + 6, NULL) : g_strdup (name);
  const FootholdField *field = foothold_row_type_find (type, field_name);
  const FootholdFieldKind kind = field != NULL ? field->kind : FOOTHOLD_FIELD_ID;

  g_string_append_printf (json, "%s\"%s\":", json->len > 1 ? "," : "", name);
  if (kind == FOOTHOLD_FIELD_BOOL && (strcmp (cell, "true") == 0 || strcmp (cell, "false") == 0))
    g_string_append (json, cell);
  else if ((kind == FOOTHOLD_FIELD_INT || kind == FOOTHOLD_FIELD_MINUTES) && is_number (cell))
    g_string_append (json, cell);
  else
    add_string (json, cell);
}

static void
add_names (FootholdDossier *dossier, const char *field, const char *cell)
{
  g_auto (GStrv) names = g_strsplit (cell, "; ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] == '\0')
      continue;
    else if (strcmp (field, "skills") == 0 && dossier->skills->len < FOOTHOLD_LIMIT_CHILDREN)
      foothold_dossier_add_skill (dossier, names[i]);
    else if (strcmp (field, "tags") == 0 && dossier->tags->len < FOOTHOLD_LIMIT_CHILDREN)
      foothold_dossier_add_tag (dossier, names[i]);
    else if (strcmp (field, "deliverables") == 0 && dossier->deliverables->len < FOOTHOLD_LIMIT_CHILDREN)
      foothold_dossier_add_deliverable (dossier, names[i], NULL, NULL);
}

gboolean
foothold_csv_own_row_read (const FootholdCsvLook *look,
                           GPtrArray *cells,
                           const char *where,
                           const FootholdSink *sink,
                           FootholdDossier **dossier,
                           GError **error)
{
  const FootholdRowReading reading = { sink, where, NULL };
  g_autoptr (GString) json = g_string_new ("{");
  g_autoptr (FootholdDossier) made = foothold_dossier_new ();
  FootholdRow *row = NULL;

  *dossier = NULL;
  for (guint i = 0; i < MIN (cells->len, look->columns->len); i++)
    {
      const char *name = ((FootholdCsvColumn *) g_ptr_array_index (look->columns, i))->header;
      const char *cell = without_guard (look, g_ptr_array_index (cells, i));

      if (*cell == '\0')
        continue;
      if (strcmp (name, "skills") == 0 || strcmp (name, "tags") == 0 || strcmp (name, "deliverables") == 0)
        add_names (made, name, cell);
      else
        add_member (json, name, cell);
    }
  g_string_append_c (json, '}');

  if (!foothold_import_row (&reading, &foothold_opportunity_row_type, (FootholdJsonSlice) { json->str, json->len },
                            NULL, NULL, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;

  foothold_row_unref (made->opportunity);
  made->opportunity = (FootholdOpportunityRow *) row;
  made->where = g_strdup (where);
  *dossier = g_steal_pointer (&made);
  return TRUE;
}
