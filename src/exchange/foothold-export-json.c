/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Foothold's own JSON, as foothold-export-format.h says. Written straight from
 * the statements: no row structs and no tree, because 100,000 opportunities go out
 * faster than the sqlite3 shell writes them, in a megabyte of memory. The children
 * of opportunities are read in the same order as these and walked beside them.
 */

#define G_LOG_DOMAIN "foothold-export-json"

#include <string.h>

#include "exchange/foothold-export-format.h"
#include "exchange/foothold-export-json-text.h"
#include "exchange/foothold-export.h"
#include "store/foothold-dump.h"
#include "store/foothold-rows.h"

#define FIRST_FIELD 2 /* columns before the fields: id, rev */

G_STATIC_ASSERT (FOOTHOLD_FORMAT_VERSION == FOOTHOLD_EXPORT_VERSION);

/* ---- Objects ---- */

typedef struct
{
  char *key; /* ,"title":null, of which the first key_length are without the null */
  gsize key_length;
  FootholdFieldKind kind;
  gboolean is_text;
  guint column;
  int currency_column; /* of money; -1 is none */
} Member;

/* What an object of one type is made of, worked out once an export. */
typedef struct
{
  GArray *members;
  guint opportunity_column; /* of children */
} Shape;

static void
member_clear (gpointer data)
{
  g_free (((Member *) data)->key);
}

/* Place in the array says these of a child, and an import batch is nobody else's business. */
static gboolean
is_written (const FootholdRowType *type, const FootholdField *field)
{
  static const char *const of_children[] = { "opportunity", "position", "seq", NULL };

  if (g_str_equal (field->name, "batch"))
    return FALSE;

  return foothold_row_type_find (type, "opportunity") == NULL || !g_strv_contains (of_children, field->name);
}

/* minutes_min → hours_min */
static char *
key_of (const FootholdField *field)
{
  if (field->kind == FOOTHOLD_FIELD_MINUTES && g_str_has_prefix (field->name, "minutes_"))
    return g_strdup_printf (",\"hours_%s\":null", field->name + strlen ("minutes_"));

  return g_strdup_printf (",\"%s\":null", field->name);
}

static int
column_of (const FootholdRowType *type, const char *name)
{
  const FootholdField *field = foothold_row_type_find (type, name);

  return field != NULL ? (int) (field - type->fields) + FIRST_FIELD : -1;
}

static void
shape_init (Shape *self, const FootholdRowType *type)
{
  int currency = column_of (type, "currency");

  if (type == &foothold_profile_row_type)
    currency = column_of (type, "floor_currency");

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);
  self->opportunity_column = (guint) MAX (column_of (type, "opportunity"), 0);
  for (guint i = 0; i < type->n_fields; i++)
    if (is_written (type, &type->fields[i]))
      {
        Member member = {
          .key = key_of (&type->fields[i]),
          .kind = type->fields[i].kind,
          .is_text = foothold_field_is_text (&type->fields[i]),
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
      if (member->is_text)
        foothold_export_json_add_text (writer, foothold_stmt_text (stmt, member->column));
      else
        add_number (writer, member, stmt, foothold_stmt_int (stmt, member->column));
    }
}

static gboolean
write_rows (FootholdExportWriter *writer, FootholdDb *db, const char *name, const FootholdRowType *type, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_rows (db, type);
  g_auto (Shape) shape = { NULL };
  gboolean first = TRUE;

  shape_init (&shape, type);
  foothold_export_json_begin_array (writer, name);
  while (writer->error == NULL && foothold_stmt_next (stmt))
    {
      foothold_export_json_next_line (writer, &first);
      add_members (writer, &shape, stmt);
      foothold_export_writer_add_literal (writer, "}");
      foothold_export_writer_flush_some (writer);
    }
  foothold_export_json_end_array (writer, first);

  return foothold_stmt_finish (stmt, error);
}

/* ---- Opportunities ---- */

typedef enum
{
  CHILD_SKILLS,
  CHILD_TAGS,
  CHILD_DELIVERABLES,
  CHILD_FACTS,
  CHILD_ANSWERS,
  CHILD_HISTORY,
  CHILD_ATTACHMENTS,
  N_CHILDREN,
} Child;

static const struct
{
  const char *key;
  const FootholdRowType *type; /* NULL: names, of these: */
  FootholdStmt *(*dump) (FootholdDb *db);
  FootholdStmt *(*dump_of_one) (FootholdDb *db);
} children[N_CHILDREN] = {
  [CHILD_SKILLS] = { ",\"skills\":[", NULL, foothold_dump_skills, foothold_dump_skills_of },
  [CHILD_TAGS] = { ",\"tags\":[", NULL, foothold_dump_tags, foothold_dump_tags_of },
  [CHILD_DELIVERABLES] = { ",\"deliverables\":[", &foothold_deliverable_row_type },
  [CHILD_FACTS] = { ",\"facts\":[", &foothold_fact_row_type },
  [CHILD_ANSWERS] = { ",\"answers\":[", &foothold_answer_row_type },
  [CHILD_HISTORY] = { ",\"history\":[", &foothold_history_row_type },
  [CHILD_ATTACHMENTS] = { ",\"attachments\":[", &foothold_attachment_row_type },
};

/* The children of all opportunities, or of one after the other, each behind a statement. */
typedef struct
{
  FootholdStmt *stmt;
  Shape shape;
  guint opportunity_column;
  gboolean on_row;
  gboolean of_one;
} ChildWalk;

typedef struct
{
  Shape shape;
  ChildWalk walks[N_CHILDREN];
} OpportunityWalk;

static void
opportunity_walk_init (OpportunityWalk *self, FootholdDb *db, gboolean of_one)
{
  shape_init (&self->shape, &foothold_opportunity_row_type);
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      ChildWalk *walk = &self->walks[i];
      const FootholdRowType *type = children[i].type;

      walk->of_one = of_one;
      if (type == NULL)
        walk->stmt = of_one ? children[i].dump_of_one (db) : children[i].dump (db);
      else
        {
          walk->stmt = of_one ? foothold_dump_children_of (db, type) : foothold_dump_children (db, type);
          shape_init (&walk->shape, type);
          walk->opportunity_column = walk->shape.opportunity_column;
        }
      if (!of_one)
        walk->on_row = foothold_stmt_next (walk->stmt);
    }
}

static void
opportunity_walk_clear (OpportunityWalk *self)
{
  shape_clear (&self->shape);
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      g_clear_pointer (&self->walks[i].stmt, foothold_stmt_release);
      shape_clear (&self->walks[i].shape);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OpportunityWalk, opportunity_walk_clear)

static gboolean
opportunity_walk_finish (OpportunityWalk *self, GError **error)
{
  for (guint i = 0; i < N_CHILDREN; i++)
    if (!foothold_stmt_finish (self->walks[i].stmt, error))
      return FALSE;

  return TRUE;
}

/* Stands on the first child of @id, where there is one: both sides go up by id, so nothing is passed by. */
static void
child_walk_seek (ChildWalk *self, gint64 id)
{
  if (self->of_one)
    {
      foothold_stmt_reset (self->stmt);
      foothold_stmt_bind_int (self->stmt, "opportunity", id);
      self->on_row = foothold_stmt_next (self->stmt);
      return;
    }

  while (self->on_row && foothold_stmt_int (self->stmt, self->opportunity_column) < id)
    self->on_row = foothold_stmt_next (self->stmt);
}

static void
add_children (FootholdExportWriter *writer, Child child, ChildWalk *walk, gint64 id)
{
  gboolean first = TRUE;

  foothold_export_writer_add (writer, children[child].key, strlen (children[child].key));
  child_walk_seek (walk, id);
  while (walk->on_row && foothold_stmt_int (walk->stmt, walk->opportunity_column) == id)
    {
      if (!first)
        foothold_export_writer_add_literal (writer, ",");
      first = FALSE;
      if (children[child].type == NULL)
        foothold_export_json_add_text (writer, foothold_stmt_text (walk->stmt, 1));
      else
        {
          add_members (writer, &walk->shape, walk->stmt);
          foothold_export_writer_add_literal (writer, "}");
        }
      walk->on_row = foothold_stmt_next (walk->stmt);
    }
  foothold_export_writer_add_literal (writer, "]");
}

static void
add_opportunity (FootholdExportWriter *writer, OpportunityWalk *walk, FootholdStmt *stmt)
{
  const gint64 id = foothold_stmt_int (stmt, 0);

  add_members (writer, &walk->shape, stmt);
  for (guint i = 0; i < N_CHILDREN; i++)
    add_children (writer, (Child) i, &walk->walks[i], id);
  foothold_export_writer_add_literal (writer, "}");
  foothold_export_writer_flush_some (writer);
}

static gboolean
write_opportunities (FootholdExportWriter *writer, FootholdDb *db, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_rows (db, &foothold_opportunity_row_type);
  g_auto (OpportunityWalk) walk = { 0 };
  gboolean first = TRUE;

  opportunity_walk_init (&walk, db, FALSE);
  foothold_export_json_begin_array (writer, "opportunities");
  while (writer->error == NULL && foothold_stmt_next (stmt))
    {
      foothold_export_json_next_line (writer, &first);
      add_opportunity (writer, &walk, stmt);
    }
  foothold_export_json_end_array (writer, first);

  return foothold_stmt_finish (stmt, error) && opportunity_walk_finish (&walk, error);
}

/* ---- The whole ---- */

static const struct
{
  const char *name;
  const FootholdRowType *type;
} arrays[] = {
  { "organisations", &foothold_organisation_row_type },
  { "persons", &foothold_person_row_type },
  { "skills", &foothold_skill_row_type },
  { "goals", &foothold_goal_row_type },
  { "goal_targets", &foothold_goal_target_row_type },
  { "wants", &foothold_want_row_type },
  { "terms", &foothold_term_row_type },
  { "weights", &foothold_weight_row_type },
  { "exchange_rates", &foothold_exchange_rate_row_type },
  { "saved_searches", &foothold_saved_search_row_type },
  { "places", &foothold_place_row_type },
  { "profile", &foothold_profile_row_type },
};

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
  if (!write_opportunities (&writer, db, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (!write_rows (&writer, db, arrays[i].name, arrays[i].type, error))
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

gboolean
foothold_export_json_some (FootholdDb *db, GArray *ids, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_opportunity (db);
  g_auto (OpportunityWalk) walk = { 0 };
  g_auto (FootholdExportWriter) writer = { NULL };
  gboolean first = TRUE;

  foothold_export_writer_init (&writer, out, cancellable);
  opportunity_walk_init (&walk, db, TRUE);
  foothold_export_writer_add_literal (&writer, "[");
  for (guint i = 0; i < ids->len && writer.error == NULL; i++)
    {
      foothold_stmt_reset (stmt);
      foothold_stmt_bind_int (stmt, "id", g_array_index (ids, gint64, i));
      if (!foothold_stmt_next (stmt))
        continue;
      foothold_export_json_next_line (&writer, &first);
      add_opportunity (&writer, &walk, stmt);
    }
  foothold_export_json_end_array (&writer, first);
  foothold_export_writer_add_literal (&writer, "\n");

  return foothold_stmt_finish (stmt, error) && opportunity_walk_finish (&walk, error)
         && foothold_export_writer_finish (&writer, error);
}
