// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-person-merge"

#include "foothold-person-merge.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-field-words.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-person-store.h"
#include "store/foothold-row-sql.h"

/* What is chosen together, and as what it is kept where it is not chosen: a kind of contact, or NULL for the notes. */
static const struct
{
  const char *field, *with, *contact;
} parts[] = {
  { "name", NULL, NULL },
  { "organisation", NULL, NULL },
  { "job_title", NULL, NULL },
  { "role", NULL, NULL },
  { "mail", NULL, "mail" },
  { "phone", NULL, "phone" },
  { "url", NULL, "url" },
  { "met_on", NULL, NULL },
  { "met_how", NULL, NULL },
  { "offered", NULL, NULL },
  { "next_step", "next_step_on", NULL },
  { "every_days", NULL, NULL },
  { "reference", "reference_until", NULL },
};

static const FootholdField *
find_field (const char *name)
{
  return name != NULL ? foothold_row_type_find (&foothold_person_row_type, name) : NULL;
}

static gboolean
knows (const FootholdPersonRow *row, const char *field)
{
  const FootholdField *column = find_field (field);

  return column != NULL && foothold_row_has_value (row, column);
}

static gboolean
knows_part (const FootholdPersonRow *row, guint part)
{
  return knows (row, parts[part].field) || knows (row, parts[part].with);
}

static char *
fold (const char *kind, const char *value)
{
  return g_str_equal (kind, "url")     ? foothold_fold_url (value)
         : g_str_equal (kind, "phone") ? foothold_fold_phone (value)
                                       : foothold_fold_name (value);
}

/* Two spellings of one address are one. */
static gboolean
is_same (const char *kind, const char *a, const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  folded_a = fold (kind, a);
  folded_b = fold (kind, b);
  return folded_a != NULL && folded_b != NULL ? g_str_equal (folded_a, folded_b) : g_str_equal (a, b);
}

static gboolean
same_part (const FootholdPersonRow *a, const FootholdPersonRow *b, guint part)
{
  const FootholdField *field = find_field (parts[part].field);
  const FootholdField *with = find_field (parts[part].with);

  if (parts[part].contact != NULL)
    return is_same (parts[part].contact, foothold_row_get_text (a, field), foothold_row_get_text (b, field));
  return foothold_row_same_value (a, b, field) && (with == NULL || foothold_row_same_value (a, b, with));
}

GPtrArray *
foothold_person_merge_differences (const FootholdPersonRow *kept, const FootholdPersonRow *gone)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (knows_part (kept, i) && knows_part (gone, i) && !same_part (kept, gone, i))
      g_ptr_array_add (fields, (gpointer) parts[i].field);

  return fields;
}

static char *
say (const FootholdPersonRow *row, const char *field)
{
  const FootholdField *column = find_field (field);

  if (column == NULL || !foothold_row_has_value (row, column))
    return NULL;
  if (!foothold_field_is_text (column))
    return g_strdup_printf ("%" G_GINT64_FORMAT, foothold_row_get_int (row, column));
  if (column->kind == FOOTHOLD_FIELD_SLUG)
    return g_strdup (foothold_list_name (foothold_field_list (foothold_field_of_person (field)),
                                         foothold_row_get_text (row, column)));
  return g_strdup (foothold_row_get_text (row, column));
}

char *
foothold_person_merge_say (const FootholdPersonRow *row, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].field, field))
      {
        g_autofree char *first = say (row, field);
        g_autofree char *second = say (row, parts[i].with);

        if (first != NULL && second != NULL)
          return g_strdup_printf ("%s (%s)", first, second);
        return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second);
      }

  g_return_val_if_reached (NULL);
}

static void
copy_field (FootholdPersonRow *to, const FootholdPersonRow *from, const char *field)
{
  const FootholdField *column = find_field (field);

  if (column == NULL)
    return;
  if (foothold_field_is_text (column))
    foothold_row_set_text (to, column, foothold_row_get_text (from, column));
  else
    foothold_row_set_int (to, column, foothold_row_get_int (from, column));
  /* the name is joined to it */
  if (g_str_equal (field, "organisation"))
    to->organisation_id = from->organisation_id;
}

static void
append_paragraph (GString *notes, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (notes->len > 0)
    g_string_append (notes, "\n\n");
  g_string_append (notes, text);
}

static gpointer
contact_new (const char *kind, const char *value)
{
  FootholdPersonContactRow *contact = foothold_row_new (&foothold_person_contact_row_type);

  contact->kind = g_strdup (kind);
  contact->value = g_strdup (value);
  return contact;
}

GPtrArray *
foothold_person_other_contacts (const FootholdPersonRow *kept, const FootholdPersonRow *other)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func (foothold_row_unref);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].contact != NULL && knows_part (kept, i) && knows_part (other, i) && !same_part (kept, other, i))
      {
        g_autofree char *text = foothold_person_merge_say (other, parts[i].field);

        g_ptr_array_add (contacts, contact_new (parts[i].contact, text));
      }

  return contacts;
}

FootholdPersonRow *
foothold_person_merge (const FootholdPersonRow *kept,
                       const FootholdPersonRow *gone,
                       const char *const *from_gone,
                       GPtrArray **contacts)
{
  FootholdPersonRow *row = foothold_row_copy (kept);
  g_autoptr (GString) lost = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);

  *contacts = g_ptr_array_new_with_free_func (foothold_row_unref);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const gboolean differs = knows_part (kept, i) && knows_part (gone, i) && !same_part (kept, gone, i);
      const gboolean take =
        knows_part (gone, i) && (!knows_part (kept, i) || g_strv_contains (from_gone, parts[i].field));
      g_autofree char *text = differs ? foothold_person_merge_say (take ? kept : gone, parts[i].field) : NULL;

      if (take)
        {
          copy_field (row, gone, parts[i].field);
          copy_field (row, gone, parts[i].with);
        }
      if (text != NULL && parts[i].contact != NULL)
        g_ptr_array_add (*contacts, contact_new (parts[i].contact, text));
      else if (text != NULL)
        g_string_append_printf (lost, "%s%s: %s", lost->len > 0 ? "\n" : "",
                                foothold_field_title (foothold_field_of_person (parts[i].field)), text);
    }

  append_paragraph (notes, kept->notes);
  if (g_strcmp0 (kept->notes, gone->notes) != 0)
    append_paragraph (notes, gone->notes);
  append_paragraph (notes, lost->str);
  g_set_str (&row->notes, notes->len > 0 ? notes->str : NULL);
  if (gone->created_at != GINT64_UNKNOWN)
    row->created_at = row->created_at == GINT64_UNKNOWN ? gone->created_at : MIN (row->created_at, gone->created_at);
  if (gone->archived_at == GINT64_UNKNOWN)
    row->archived_at = GINT64_UNKNOWN;
  return row;
}

/* ---- the write ---- */

static gboolean
is_known (const FootholdPersonRow *person, GPtrArray *contacts, const FootholdPersonContactRow *contact)
{
  const FootholdField *field = find_field (contact->kind);

  if (field != NULL && is_same (contact->kind, foothold_row_get_text (person, field), contact->value))
    return TRUE;
  for (guint i = 0; i < contacts->len; i++)
    {
      const FootholdPersonContactRow *other = g_ptr_array_index (contacts, i);

      if (g_str_equal (other->kind, contact->kind) && is_same (contact->kind, other->value, contact->value))
        return TRUE;
    }

  return FALSE;
}

/* Without what is there already. *@position: of the last that is there. */
static GPtrArray *
find_new_contacts (FootholdDb *db, gint64 id, GPtrArray *contacts, gint64 *position, GError **error)
{
  g_autoptr (FootholdRow) person = foothold_row_load_id (db, &foothold_person_row_type, id, error);
  g_autoptr (GPtrArray) there =
    person != NULL ? foothold_row_load_owned (db, &foothold_person_contact_row_type, "person", id, error) : NULL;
  GPtrArray *found;

  if (there == NULL)
    return NULL;

  *position = -1;
  for (guint i = 0; i < there->len; i++)
    *position = MAX (*position, ((FootholdPersonContactRow *) g_ptr_array_index (there, i))->position);
  found = g_ptr_array_new_with_free_func (foothold_row_unref);
  for (guint i = 0; i < contacts->len; i++)
    {
      FootholdPersonContactRow *contact = g_ptr_array_index (contacts, i);

      if (is_known ((FootholdPersonRow *) person, there, contact))
        continue;
      g_ptr_array_add (there, foothold_row_ref (contact));
      g_ptr_array_add (found, foothold_row_ref (contact));
    }

  return found;
}

gboolean
foothold_person_lacks_contacts (FootholdDb *db, gint64 id, GPtrArray *contacts, gboolean *lacks, GError **error)
{
  gint64 position;
  g_autoptr (GPtrArray) found = find_new_contacts (db, id, contacts, &position, error);

  *lacks = found != NULL && found->len > 0;
  return found != NULL;
}

gboolean
foothold_person_add_contacts (FootholdDb *db, gint64 id, GPtrArray *contacts, GError **error)
{
  gint64 position;
  g_autoptr (GPtrArray) found = find_new_contacts (db, id, contacts, &position, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      FootholdPersonContactRow *contact = g_ptr_array_index (found, i);

      contact->person = id;
      contact->position = ++position;
      if (!foothold_row_insert (db, &contact->row, contact->row.id != 0 ? contact->row.id : foothold_id_next (), error))
        return FALSE;
    }

  return found != NULL;
}

typedef struct
{
  gint64 kept, gone;
  char **from_gone;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *self = data;

  g_strfreev (self->from_gone);
  g_free (self);
}

static gboolean
exec_both (FootholdDb *db, const char *sql, const Merge *self, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, "kept", self->kept);
  foothold_stmt_bind_int (stmt, "gone", self->gone);
  return foothold_stmt_exec (stmt, error);
}

/*
 * Another row instead of another person in it: the search index follows links that come and go. Under another id,
 * because the same one would be recorded as a change of the row, which undoing would take back unseen by the index.
 */
static gboolean
move_links (FootholdDb *db, const Merge *self, GError **error)
{
  g_autoptr (GPtrArray) links =
    foothold_row_load_owned (db, &foothold_person_link_row_type, "person", self->gone, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      FootholdPersonLinkRow *link = g_ptr_array_index (links, i);

      if (!foothold_row_delete (db, link->row.type, link->row.id, error))
        return FALSE;
      link->person = self->kept;
      if (!foothold_row_insert (db, &link->row, foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

/* What names the one that goes names the other one from then on; what both are linked to, once. */
static gboolean
move_references (FootholdDb *db, const Merge *self, GError **error)
{
  static const char *const sqls[] = {
    "UPDATE opportunity SET rev = rev + 1, supervisor_id = :kept WHERE supervisor_id = :gone",
    "UPDATE outreach SET rev = rev + 1, person_id = :kept WHERE person_id = :gone",
    "UPDATE outreach SET rev = rev + 1, through_id = :kept WHERE through_id = :gone",
    "UPDATE conversation SET rev = rev + 1, person = :kept WHERE person = :gone",
    "DELETE FROM person_link WHERE person = :gone AND EXISTS (SELECT 1 FROM person_link AS l WHERE l.person = :kept"
    " AND l.opportunity IS person_link.opportunity AND l.application IS person_link.application"
    " AND l.interview IS person_link.interview)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    if (!exec_both (db, sqls[i], self, error))
      return FALSE;

  return move_links (db, self, error);
}

static gpointer
merge (FootholdDb *db, gpointer data, GError **error)
{
  const Merge *self = data;
  g_autoptr (FootholdPersonDossier) kept = foothold_person_dossier_load (db, self->kept, error);
  g_autoptr (FootholdPersonDossier) gone = kept != NULL ? foothold_person_dossier_load (db, self->gone, error) : NULL;
  g_autoptr (FootholdRow) after = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (gone == NULL)
    return NULL;

  after = (FootholdRow *) foothold_person_merge (kept->person, gone->person, (const char *const *) self->from_gone,
                                                 &contacts);
  for (guint i = 0; i < gone->contacts->len; i++)
    {
      FootholdPersonContactRow *copy = foothold_row_copy (g_ptr_array_index (gone->contacts, i));

      copy->row.id = 0;
      g_ptr_array_add (contacts, copy);
    }

  g_array_append_val (ids, self->gone);
  if (!move_references (db, self, error)
      || foothold_person_save (db, kept->person, (FootholdPersonRow *) after, error) == 0
      || !foothold_person_add_contacts (db, self->kept, contacts, error) || !foothold_person_delete (db, ids, error))
    return NULL;

  return GSIZE_TO_POINTER ((gsize) self->kept);
}

void
foothold_people_merge_async (FootholdStore *store,
                             gint64 kept,
                             gint64 gone,
                             const char *const *from_gone,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Merge *data = g_new0 (Merge, 1);

  g_return_if_fail (kept != gone);

  data->kept = kept;
  data->gone = gone;
  data->from_gone = g_strdupv ((char **) from_gone);
  /* Translators: what Undo takes back */
  foothold_store_write_async (store, _ ("Merge of 2 People"), merge, data, merge_free, cancellable, callback,
                              user_data);
}
