/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Foothold's own JSON, as foothold-export-format.h says. Written straight from
 * the statements: no row structs and no tree, because 100,000 opportunities go out
 * faster than the sqlite3 shell writes them, in a megabyte of memory. What is nested
 * in objects is read in the same order as these and walked beside them.
 */

#define G_LOG_DOMAIN "foothold-export-json"

#include <string.h>

#include "exchange/foothold-export-format.h"
#include "exchange/foothold-export-json-text.h"
#include "exchange/foothold-export.h"
#include "exchange/foothold-field-key.h"
#include "store/foothold-due-list.h"
#include "store/foothold-dump.h"

#define FIRST_FIELD 2 /* columns before the fields: id, rev */

G_STATIC_ASSERT (FOOTHOLD_FORMAT_VERSION == FOOTHOLD_EXPORT_VERSION);

/* ---- Objects ---- */

typedef struct
{
  char *key; /* ,"title":null, of which the first key_length are without the null */
  gsize key_length;
  FootholdFieldKind kind;
  gboolean is_text;
  gboolean names_field; /* its text is a field of an opportunity, and said as its key */
  guint column;
  int currency_column; /* of money; -1 is none */
} Member;

/* What an object of one type is made of, worked out once an export. */
typedef struct
{
  GArray *members;
  guint owner_column; /* of what is nested */
} Shape;

static void
member_clear (gpointer data)
{
  g_free (((Member *) data)->key);
}

/* Place in the array says these of what is nested, and an import batch is nobody else's business. */
static gboolean
is_written (const FootholdField *field, const char *owner)
{
  if (g_str_equal (field->name, "batch"))
    return FALSE;

  return owner == NULL
         || (!g_str_equal (field->name, owner) && !g_str_equal (field->name, "position")
             && !g_str_equal (field->name, "seq"));
}

static char *
key_of (const FootholdField *field)
{
  g_autofree char *name = foothold_field_key (field);

  return g_strdup_printf (",\"%s\":null", name);
}

static int
column_of (const FootholdRowType *type, const char *name)
{
  const FootholdField *field = foothold_row_type_find (type, name);

  return field != NULL ? (int) (field - type->fields) + FIRST_FIELD : -1;
}

/* @owner: the field that says in what it is nested; NULL for what stands by itself */
static void
shape_init (Shape *self, const FootholdRowType *type, const char *owner)
{
  int currency = column_of (type, "currency");

  if (type == &foothold_profile_row_type)
    currency = column_of (type, "floor_currency");

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);
  self->owner_column = owner != NULL ? (guint) column_of (type, owner) : 0;
  for (guint i = 0; i < type->n_fields; i++)
    if (is_written (&type->fields[i], owner))
      {
        Member member = {
          .key = key_of (&type->fields[i]),
          .kind = type->fields[i].kind,
          .is_text = foothold_field_is_text (&type->fields[i]),
          .names_field = type == &foothold_fact_row_type && g_str_equal (type->fields[i].name, "field"),
          .column = i + FIRST_FIELD,
          .currency_column = type->fields[i].kind == FOOTHOLD_FIELD_MONEY ? currency : -1,
        };

        member.key_length = strlen (member.key) - strlen ("null");
        g_array_append_val (self->members, member);
      }
}

static void
shape_clear (Shape *self)
{
  g_clear_pointer (&self->members, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shape, shape_clear)

static void
add_number (FootholdExportWriter *writer, const Member *member, FootholdStmt *stmt, gint64 value)
{
  switch (member->kind)
    {
    case FOOTHOLD_FIELD_INT:
      foothold_export_writer_add_int (writer, value);
      break;
    case FOOTHOLD_FIELD_BOOL:
      if (value)
        foothold_export_writer_add_literal (writer, "true");
      else
        foothold_export_writer_add_literal (writer, "false");
      break;
    case FOOTHOLD_FIELD_INSTANT:
      foothold_export_writer_add_literal (writer, "\"");
      foothold_export_writer_add_instant (writer, value);
      foothold_export_writer_add_literal (writer, "\"");
      break;
    case FOOTHOLD_FIELD_MINUTES:
      foothold_export_writer_add_hours (writer, value);
      break;
    case FOOTHOLD_FIELD_MONEY:
      foothold_export_writer_add_literal (writer, "\"");
      foothold_export_writer_add_money (writer, value,
                                        member->currency_column >= 0
                                          ? foothold_stmt_text (stmt, (guint) member->currency_column)
                                          : NULL);
      foothold_export_writer_add_literal (writer, "\"");
      break;
    case FOOTHOLD_FIELD_ID:
      foothold_export_json_add_id (writer, value);
      break;
    case FOOTHOLD_FIELD_TEXT:
    case FOOTHOLD_FIELD_DATE:
    case FOOTHOLD_FIELD_SLUG:
    default:
      g_assert_not_reached ();
    }
}

static void
add_field_key (FootholdExportWriter *writer, const char *name)
{
  const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, name);
  g_autofree char *key = field != NULL ? foothold_field_key (field) : NULL;

  foothold_export_json_add_text (writer, key != NULL ? key : name);
}

/* The row that @stmt stands on, without the closing brace. */
static void
add_members (FootholdExportWriter *writer, const Shape *shape, FootholdStmt *stmt)
{
  foothold_export_writer_add_literal (writer, "{\"id\":");
  foothold_export_json_add_id (writer, foothold_stmt_int (stmt, 0));
  for (guint i = 0; i < shape->members->len; i++)
    {
      const Member *member = &g_array_index (shape->members, Member, i);

      /* Most of a row is null: key and value in one go. */
      if (foothold_stmt_is_null (stmt, member->column))
        {
          foothold_export_writer_add (writer, member->key, member->key_length + strlen ("null"));
          continue;
        }
      foothold_export_writer_add (writer, member->key, member->key_length);
      if (member->names_field)
        add_field_key (writer, foothold_stmt_text (stmt, member->column));
      else if (member->is_text)
        foothold_export_json_add_text (writer, foothold_stmt_text (stmt, member->column));
      else
        add_number (writer, member, stmt, foothold_stmt_int (stmt, member->column));
    }
}

/* ---- Objects with lists inside ---- */

/* A list of all objects, or of one after the other, behind a statement. */
typedef struct
{
  char *key; /* ,"deliverables":[ */
  gsize key_length;
  FootholdStmt *stmt;
  gboolean is_names;
  Shape shape;
  gboolean on_row;
  gboolean of_one;
} PartWalk;

typedef struct
{
  guint n_parts;
  Shape shape;
  PartWalk parts[FOOTHOLD_FAMILY_MAX_PARTS];
} Walk;

static void
walk_init (Walk *self, FootholdDb *db, const FootholdFamily *family, gboolean of_one)
{
  self->n_parts = family->n_parts;
  shape_init (&self->shape, family->type, NULL);
  for (guint i = 0; i < self->n_parts; i++)
    {
      PartWalk *part = &self->parts[i];

      part->key = g_strdup_printf (",\"%s\":[", family->parts[i].key);
      part->key_length = strlen (part->key);
      part->is_names = family->parts[i].type == NULL;
      part->of_one = of_one;
      part->stmt = of_one ? foothold_dump_part_of (db, family, i) : foothold_dump_part (db, family, i);
      if (!part->is_names)
        shape_init (&part->shape, family->parts[i].type, family->owner);
      if (!of_one)
        part->on_row = foothold_stmt_next (part->stmt);
    }
}

static void
walk_clear (Walk *self)
{
  shape_clear (&self->shape);
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_free (self->parts[i].key);
      g_clear_pointer (&self->parts[i].stmt, foothold_stmt_release);
      shape_clear (&self->parts[i].shape);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
walk_finish (Walk *self, GError **error)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (!foothold_stmt_finish (self->parts[i].stmt, error))
      return FALSE;

  return TRUE;
}

/* Stands on the first of @id's list, where there is one: both sides go up by id, so nothing is passed by. */
static void
part_walk_seek (PartWalk *self, gint64 id)
{
  if (self->of_one)
    {
      foothold_stmt_reset (self->stmt);
      foothold_stmt_bind_int (self->stmt, "owner", id);
      self->on_row = foothold_stmt_next (self->stmt);
      return;
    }

  while (self->on_row && foothold_stmt_int (self->stmt, self->shape.owner_column) < id)
    self->on_row = foothold_stmt_next (self->stmt);
}

static void
add_part (FootholdExportWriter *writer, PartWalk *part, gint64 id)
{
  gboolean first = TRUE;

  foothold_export_writer_add (writer, part->key, part->key_length);
  part_walk_seek (part, id);
  while (part->on_row && foothold_stmt_int (part->stmt, part->shape.owner_column) == id)
    {
      if (!first)
        foothold_export_writer_add_literal (writer, ",");
      first = FALSE;
      if (part->is_names)
        foothold_export_json_add_text (writer, foothold_stmt_text (part->stmt, 1));
      else
        {
          add_members (writer, &part->shape, part->stmt);
          foothold_export_writer_add_literal (writer, "}");
        }
      part->on_row = foothold_stmt_next (part->stmt);
    }
  foothold_export_writer_add_literal (writer, "]");
}

/* The object that @stmt stands on, with its lists; without the closing brace. */
static void
begin_object (FootholdExportWriter *writer, Walk *walk, FootholdStmt *stmt)
{
  const gint64 id = foothold_stmt_int (stmt, 0);

  add_members (writer, &walk->shape, stmt);
  for (guint i = 0; i < walk->n_parts; i++)
    add_part (writer, &walk->parts[i], id);
}

static void
end_object (FootholdExportWriter *writer)
{
  foothold_export_writer_add_literal (writer, "}");
  foothold_export_writer_flush_some (writer);
}

static gboolean
write_family (FootholdExportWriter *writer, FootholdDb *db, const FootholdFamily *family, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_rows (db, family->type);
  g_auto (Walk) walk = { 0 };
  gboolean first = TRUE;

  walk_init (&walk, db, family, FALSE);
  foothold_export_json_begin_array (writer, family->list);
  while (writer->error == NULL && foothold_stmt_next (stmt))
    {
      foothold_export_json_next_line (writer, &first);
      begin_object (writer, &walk, stmt);
      end_object (writer);
    }
  foothold_export_json_end_array (writer, first);

  return foothold_stmt_finish (stmt, error) && walk_finish (&walk, error);
}

/* ---- The whole ---- */

gboolean
foothold_export_json (FootholdDb *db,
                      const char *dir,
                      GOutputStream *out,
                      guint *n_missing,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (FootholdExportWriter) writer = { NULL };
  guint missing = 0;

  foothold_export_writer_init (&writer, out, cancellable);
  foothold_export_writer_add_literal (&writer, "{\"format\":\"" FOOTHOLD_FORMAT_NAME "\",\n\"version\":");
  foothold_export_writer_add_int (&writer, FOOTHOLD_FORMAT_VERSION);
  for (guint i = 0; foothold_families[i] != NULL; i++)
    if (!write_family (&writer, db, foothold_families[i], error))
      return FALSE;
  if (!foothold_export_json_files (&writer, db, dir, &missing, error))
    return FALSE;
  foothold_export_writer_add_literal (&writer, "\n}\n");
  if (!foothold_export_writer_finish (&writer, error))
    return FALSE;

  if (n_missing != NULL)
    *n_missing = missing;
  return TRUE;
}

/* ---- Some objects ---- */

/* @more: adds members of its own; or NULL */
static gboolean
write_some (FootholdDb *db,
            const FootholdFamily *family,
            GArray *ids,
            void (*more) (FootholdExportWriter *writer, gint64 id, gpointer user_data),
            gpointer user_data,
            GOutputStream *out,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_row (db, family->type);
  g_auto (Walk) walk = { 0 };
  g_auto (FootholdExportWriter) writer = { NULL };
  gboolean first = TRUE;

  foothold_export_writer_init (&writer, out, cancellable);
  walk_init (&walk, db, family, TRUE);
  foothold_export_writer_add_literal (&writer, "[");
  for (guint i = 0; i < ids->len && writer.error == NULL; i++)
    {
      foothold_stmt_reset (stmt);
      foothold_stmt_bind_int (stmt, "id", g_array_index (ids, gint64, i));
      if (!foothold_stmt_next (stmt))
        continue;
      foothold_export_json_next_line (&writer, &first);
      begin_object (&writer, &walk, stmt);
      if (more != NULL)
        more (&writer, g_array_index (ids, gint64, i), user_data);
      end_object (&writer);
    }
  foothold_export_json_end_array (&writer, first);
  foothold_export_writer_add_literal (&writer, "\n");

  return foothold_stmt_finish (stmt, error) && walk_finish (&walk, error)
         && foothold_export_writer_finish (&writer, error);
}

gboolean
foothold_export_json_some (FootholdDb *db, GArray *ids, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  return write_some (db, &foothold_opportunity_family, ids, NULL, NULL, out, cancellable, error);
}

static void
add_text_member (FootholdExportWriter *writer, const char *key, const char *text)
{
  foothold_export_writer_add_literal (writer, "\"");
  foothold_export_writer_add (writer, key, strlen (key));
  foothold_export_writer_add_literal (writer, "\":");
  if (text != NULL)
    foothold_export_json_add_text (writer, text);
  else
    foothold_export_writer_add_literal (writer, "null");
}

static void
add_due_entry (FootholdExportWriter *writer, const FootholdDueEntry *entry)
{
  const FootholdDueWhen *when = &entry->when;
  char day[16] = "";

  if (g_date_valid (&when->day))
    g_date_strftime (day, sizeof day, "%Y-%m-%d", &when->day);
  foothold_export_writer_add_literal (writer, "{");
  add_text_member (writer, "kind", foothold_due_kinds.entries[entry->kind].slug);
  foothold_export_writer_add_literal (writer, ",");
  add_text_member (writer, "group", foothold_due_groups.entries[when->group].slug);
  foothold_export_writer_add_literal (writer, ",");
  add_text_member (writer, "on", *day != '\0' ? day : NULL);
  foothold_export_writer_add_literal (writer, ",");
  add_text_member (writer, "time", *when->time != '\0' ? when->time : NULL);
  foothold_export_writer_add_literal (writer, ",");
  add_text_member (writer, "step", entry->step);
  foothold_export_writer_add_literal (writer, "}");
}

typedef struct
{
  GHashTable *rows; /* id → FootholdApplicationRow */
  GHashTable *due;
} Applications;

static void
add_application (FootholdExportWriter *writer, gint64 id, gpointer user_data)
{
  const Applications *self = user_data;
  const FootholdApplicationRow *row = g_hash_table_lookup (self->rows, &id);
  GPtrArray *due = g_hash_table_lookup (self->due, &id);

  foothold_export_writer_add_literal (writer, ",");
  add_text_member (writer, "title", row != NULL ? row->title : NULL);
  foothold_export_writer_add_literal (writer, ",");
  add_text_member (writer, "organisation", row != NULL ? row->organisation : NULL);
  foothold_export_writer_add_literal (writer, ",\"due\":[");
  for (guint i = 0; due != NULL && i < due->len; i++)
    {
      if (i > 0)
        foothold_export_writer_add_literal (writer, ",");
      add_due_entry (writer, g_ptr_array_index (due, i));
    }
  foothold_export_writer_add_literal (writer, "]");
}

gboolean
foothold_export_json_applications (FootholdDb *db,
                                   GPtrArray *rows,
                                   GHashTable *due,
                                   GOutputStream *out,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Applications self = { by_id, due };

  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (by_id, &row->id, row);
      g_array_append_val (ids, row->id);
    }

  return write_some (db, &foothold_application_family, ids, add_application, &self, out, cancellable, error);
}
