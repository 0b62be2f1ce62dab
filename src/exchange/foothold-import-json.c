// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-export-format.h"
#include "exchange/foothold-import-row.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-json-cursor.h"
#include "exchange/foothold-json-guard.h"
#include "exchange/foothold-json-import.h"
#include "exchange/foothold-limits.h"

/*
 * JSON in: our own export (foothold-export-format.h says how it looks), and
 * JobPosting objects, one or many. The whole file passes the guard first; then it
 * is read object by object where it lies, so that its size costs no memory. Rows are
 * taken before opportunities, so that names find the rows they belong to, and what
 * belongs to opportunities after them.
 */

gboolean
foothold_json_import_refuse (GError **error, FootholdImportError code, const char *sentence)
{
  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, (int) code, sentence);
  return FALSE;
}

guint
foothold_json_import_line (FootholdJsonImport *import, const char *at)
{
  if (import->counted == NULL || at < import->counted)
    {
      import->counted = import->data;
      import->line = 1;
    }
  import->line += foothold_json_line (import->counted, at) - 1;
  import->counted = at;

  return import->line;
}

char *
foothold_json_import_where (FootholdJsonImport *import, const char *list, guint n, FootholdJsonSlice entry)
{
  /* Translators: a place in a file: the number of the entry, the name of its list as the file has it, the line */
  return g_strdup_printf (_ ("Entry %u of “%s”, line %u"), n + 1, list, foothold_json_import_line (import, entry.at));
}

/* Told before every object of @length bytes; the guard was the first half of the way. */
gboolean
foothold_json_import_step (FootholdJsonImport *import, gsize length, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (import->cancellable, error))
    return FALSE;
  if (import->sink->progress != NULL)
    import->sink->progress (import->sink->user_data, import->length / 2 + MIN (import->read, import->length) / 2,
                            import->length);
  import->read += length;
  return TRUE;
}

static gboolean
find_member (FootholdJsonSlice object, const char *name, FootholdJsonSlice *value)
{
  FootholdJsonCursor cursor = foothold_json_cursor (object);
  FootholdJsonSlice key;

  while (foothold_json_next_member (&cursor, &key, value))
    if (foothold_json_key_is (key, name))
      return TRUE;

  return FALSE;
}

/*
 * Two objects with one id: nobody can say which is meant (F20). Looked for before
 * anything is taken, so that a file is refused as a whole. *@elements: (transfer full):
 * where each lies, so that the file is not looked through for that again.
 */
static gboolean
check_ids (FootholdJsonImport *import, FootholdJsonSlice array, GArray **elements, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (FootholdJsonSlice));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  FootholdJsonCursor cursor = foothold_json_cursor (array);
  FootholdJsonSlice element;

  if (foothold_json_kind (array) != '[')
    return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_DAMAGED,
                                        _ ("One of the lists in the file is not a list. Nothing was imported."));

  while (foothold_json_next_element (&cursor, &element))
    {
      FootholdJsonSlice value;
      gint64 id;

      g_array_append_val (list, element);
      if (list->len > FOOTHOLD_LIMIT_ENTRIES)
        return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                                            _ ("The file has more than a million entries. Nothing was imported."));
      if (g_cancellable_set_error_if_cancelled (import->cancellable, error))
        return FALSE;
      if (foothold_json_kind (element) == '{' && find_member (element, "id", &value) && foothold_import_id (value, &id)
          && !g_hash_table_add (ids, g_memdup2 (&id, sizeof id)))
        {
          g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED,
                       _ ("Line %u: two entries have the same id. Nothing was imported."),
                       foothold_json_import_line (import, element.at));
          return FALSE;
        }
    }

  *elements = g_steal_pointer (&list);
  return TRUE;
}

/* --- our own export: the file --- */

static void
slice_free (gpointer data)
{
  g_free (data);
}

/* Where the bytes of each kept file lie; they are decoded when an attachment asks for them. */
static gboolean
index_files (FootholdJsonImport *import, FootholdJsonSlice array, GError **error)
{
  FootholdJsonCursor cursor = foothold_json_cursor (array);
  FootholdJsonSlice element;
  guint n = 0;

  while (foothold_json_kind (array) == '[' && foothold_json_next_element (&cursor, &element))
    {
      FootholdJsonCursor members = foothold_json_cursor (element);
      FootholdJsonSlice key, value;
      FootholdJsonSlice data = { NULL, 0 };
      g_autofree char *sha256 = NULL;

      if (++n > FOOTHOLD_LIMIT_FILES)
        return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                                            _ ("The file has too many attachments. Nothing was imported."));
      if (!foothold_json_import_step (import, element.length, error))
        return FALSE;
      while (foothold_json_kind (element) == '{' && foothold_json_next_member (&members, &key, &value))
        {
          if (foothold_json_key_is (key, "sha256") && sha256 == NULL)
            sha256 = foothold_json_string (value);
          else if (foothold_json_key_is (key, "data") && foothold_json_kind (value) == '"')
            data = (FootholdJsonSlice) { value.at + 1, value.length - 2 };
        }
      if (sha256 != NULL && data.at != NULL)
        g_hash_table_insert (import->files, g_steal_pointer (&sha256), g_memdup2 (&data, sizeof data));
    }

  return TRUE;
}

static gboolean
is_known_key (FootholdJsonSlice key)
{
  static const char *const others[] = { "format", "version", "files" };

  for (guint i = 0; foothold_families[i] != NULL; i++)
    if (foothold_json_key_is (key, foothold_families[i]->list))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (foothold_json_key_is (key, others[i]))
      return TRUE;

  return FALSE;
}

/* The members of the file's one object, found once: each look past the opportunities is a look at the whole file. */
typedef struct
{
  FootholdJsonSlice key, value;
} Member;

static GArray *
index_members (FootholdJsonSlice object)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));
  FootholdJsonCursor cursor = foothold_json_cursor (object);
  Member member;

  while (foothold_json_next_member (&cursor, &member.key, &member.value))
    g_array_append_val (members, member);

  return members;
}

static gboolean
find_top (GArray *members, const char *name, FootholdJsonSlice *value)
{
  for (guint i = 0; i < members->len; i++)
    if (foothold_json_key_is (g_array_index (members, Member, i).key, name))
      {
        *value = g_array_index (members, Member, i).value;
        return TRUE;
      }

  return FALSE;
}

static void
unref_array (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/* @arrays: elements of each family, or NULL; takes those of one form. */
static gboolean
take_all (FootholdJsonImport *import, GPtrArray *arrays, FootholdFamilyForm form, GError **error)
{
  for (guint i = 0; i < arrays->len; i++)
    if (foothold_families[i]->form == form && g_ptr_array_index (arrays, i) != NULL
        && !foothold_json_import_objects (import, foothold_families[i], g_ptr_array_index (arrays, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
import_own (FootholdJsonImport *import, FootholdJsonSlice root, GError **error)
{
  g_autoptr (GArray) members = index_members (root);
  g_autoptr (GPtrArray) arrays = g_ptr_array_new_with_free_func (unref_array);
  FootholdJsonSlice value;
  gint64 version;

  if (!find_top (members, "version", &value) || !foothold_json_integer (value, &version) || version < 1)
    return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_DAMAGED,
                                        _ ("The file does not say its version. Nothing was imported."));
  if (version > FOOTHOLD_FORMAT_VERSION)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_NEWER,
                   _ ("This export was made by a newer Foothold (format %d, this one reads up to %d). Nothing was "
                      "imported. "
                      "Update Foothold and import it again."),
                   (int) MIN (version, G_MAXINT), FOOTHOLD_FORMAT_VERSION);
      return FALSE;
    }

  for (guint i = 0; i < members->len; i++)
    {
      const FootholdJsonSlice key = g_array_index (members, Member, i).key;

      if (!is_known_key (key))
        {
          g_autofree char *name = g_strndup (key.at, MIN (key.length, 60));
          g_autofree char *valid = g_utf8_make_valid (name, -1);

          if (!import->sink->problem (import->sink->user_data, NULL, valid,
                                      _ ("Foothold has no list of this name; it was left out."), error))
            return FALSE;
        }
    }

  for (guint i = 0; foothold_families[i] != NULL; i++)
    {
      GArray *elements = NULL;

      if (find_top (members, foothold_families[i]->list, &value) && !check_ids (import, value, &elements, error))
        return FALSE;
      g_ptr_array_add (arrays, elements);
    }
  if (find_top (members, "files", &value) && !index_files (import, value, error))
    return FALSE;

  return take_all (import, arrays, FOOTHOLD_FAMILY_ROWS, error)
         && take_all (import, arrays, FOOTHOLD_FAMILY_DOSSIERS, error)
         && take_all (import, arrays, FOOTHOLD_FAMILY_NESTS, error);
}

static void
tell_guard_progress (gpointer user_data, gsize done)
{
  const FootholdJsonImport *import = user_data;

  if (import->sink->progress != NULL)
    import->sink->progress (import->sink->user_data, done / 2, import->length);
}

gboolean
foothold_import_json (GBytes *bytes,
                      const char *name,
                      const FootholdSink *sink,
                      GCancellable *cancellable,
                      GError **error)
{
  FootholdJsonImport import = { .sink = sink, .cancellable = cancellable, .dates = foothold_import_dates (sink) };
  FootholdJsonSlice root, format;
  g_autofree char *says = NULL;
  gboolean ok;

  import.data = g_bytes_get_data (bytes, &import.length);
  if (import.length > FOOTHOLD_LIMIT_JSON_FILE)
    return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                                        _ ("The file is larger than 4 GiB. Nothing was imported."));
  if (import.length >= 3 && memcmp (import.data, "\xef\xbb\xbf", 3) == 0)
    {
      import.data += 3;
      import.length -= 3;
    }
  if (!foothold_json_guard (import.data, import.length, FOOTHOLD_JSON_STRICT, tell_guard_progress, &import, cancellable,
                            error))
    {
      if (error != NULL && *error != NULL && (*error)->domain == FOOTHOLD_IMPORT_ERROR)
        {
          g_autofree char *reason = g_steal_pointer (&(*error)->message);

          (*error)->message = g_strdup_printf (_ ("The file could not be read. %s Nothing was imported."), reason);
        }
      return FALSE;
    }

  /* one value and blanks around it, as the guard has seen: its end need not be looked for */
  root.at = foothold_json_skip_blanks (import.data, import.data + import.length);
  root.length = import.length - (gsize) (root.at - import.data);
  while (root.length > 0 && g_ascii_isspace (root.at[root.length - 1]))
    root.length--;
  import.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, slice_free);

  if (foothold_json_kind (root) == '{' && find_member (root, "format", &format))
    says = foothold_json_string (format);
  if (g_strcmp0 (says, FOOTHOLD_FORMAT_NAME) == 0)
    ok = import_own (&import, root, error);
  else if (foothold_json_kind (root) == '{' || foothold_json_kind (root) == '[')
    ok = foothold_json_import_postings (&import, root, error);
  else
    ok = foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_EMPTY,
                                      _ ("The file holds one value and no opportunities. Nothing was imported."));

  if (ok && sink->progress != NULL)
    sink->progress (sink->user_data, import.length, import.length);
  g_hash_table_unref (import.files);
  foothold_import_dates_clear (&import.dates);
  return ok;
}
