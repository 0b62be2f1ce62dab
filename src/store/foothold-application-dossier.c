// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-application-dossier"

#include "store/foothold-application-dossier.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-store.h"
#include "store/foothold-attachment.h"
#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"

FootholdApplicationDossier *
foothold_application_dossier_ref (FootholdApplicationDossier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_application_dossier_unref (FootholdApplicationDossier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->application != NULL)
    foothold_row_unref (self->application);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->checklist, g_ptr_array_unref);
  g_clear_pointer (&self->interviews, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->interview_links, g_ptr_array_unref);
  g_clear_pointer (&self->interview_people, g_ptr_array_unref);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
foothold_application_dossier_get_people (const FootholdApplicationDossier *self, gint64 interview)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (foothold_row_unref);

  for (guint i = 0; i < self->interview_links->len && i < self->interview_people->len; i++)
    if (((FootholdPersonLinkRow *) g_ptr_array_index (self->interview_links, i))->interview == interview)
      g_ptr_array_add (people, foothold_row_ref (g_ptr_array_index (self->interview_people, i)));

  return people;
}

static gboolean
load_owned (FootholdDb *db, const FootholdRowType *type, gint64 id, GPtrArray **rows, GError **error)
{
  *rows = foothold_row_load_owned (db, type, "application", id, error);
  return *rows != NULL;
}

/* An import gives its rows new ids: those of what was written long ago are no older than the others'. */
#define WRITTEN_ON "coalesce (p.sent_on, date (p.created_at / 1000, 'unixepoch', 'localtime'))"

/* What was answered to each of the questions in another application, the last one written. */
static gboolean
load_earlier (FootholdDb *db, FootholdApplicationDossier *self, GError **error)
{
  self->earlier = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const FootholdRow *row = g_ptr_array_index (self->answers, i);
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (db, "SELECT o.answer FROM application_answer AS a JOIN application_answer AS o"
                              " ON o.folded = a.folded AND o.application <> a.application JOIN application AS p"
                              " ON p.id = o.application WHERE a.id = :id AND o.answer IS NOT NULL AND a.folded <> ''"
                              " AND " FOOTHOLD_SHOWN ("p") " ORDER BY " WRITTEN_ON " DESC, o.id DESC LIMIT 1");

      foothold_stmt_bind_int (stmt, "id", row->id);
      g_ptr_array_add (self->earlier, foothold_stmt_next (stmt) ? g_strdup (foothold_stmt_text (stmt, 0)) : NULL);
      if (!foothold_stmt_finish (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* The people of @links, one each. */
static gboolean
load_people (FootholdDb *db, GPtrArray *links, GPtrArray **people, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < links->len; i++)
    g_array_append_val (ids, ((FootholdPersonLinkRow *) g_ptr_array_index (links, i))->person);
  *people = foothold_row_load_in_order (db, &foothold_person_row_type, ids, error);
  return *people != NULL;
}

static gboolean
load_interview_people (FootholdDb *db, FootholdApplicationDossier *self, GError **error)
{
  self->interview_links = g_ptr_array_new_with_free_func (foothold_row_unref);
  for (guint i = 0; i < self->interviews->len; i++)
    {
      const FootholdRow *interview = g_ptr_array_index (self->interviews, i);
      g_autoptr (GPtrArray) links =
        foothold_row_load_owned (db, &foothold_person_link_row_type, "interview", interview->id, error);

      if (links == NULL)
        return FALSE;
      for (guint k = 0; k < links->len; k++)
        g_ptr_array_add (self->interview_links, foothold_row_ref (g_ptr_array_index (links, k)));
    }

  return load_people (db, self->interview_links, &self->interview_people, error);
}

static gboolean
load_skills (FootholdDb *db, FootholdApplicationDossier *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT skill FROM opportunity_skill WHERE opportunity ="
                                                        " :opportunity ORDER BY position, id");

  foothold_stmt_bind_int (stmt, "opportunity", self->application->opportunity);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  self->skills = foothold_row_load_in_order (db, &foothold_skill_row_type, ids, error);
  return self->skills != NULL;
}

static gboolean
load_engagement (FootholdDb *db, FootholdApplicationDossier *self, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT id FROM engagement AS e WHERE application = :id "
                                                        "AND " FOOTHOLD_SHOWN ("e") " ORDER BY id DESC LIMIT 1");

  foothold_stmt_bind_int (stmt, "id", self->application->row.id);
  self->engagement = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error);
}

FootholdApplicationDossier *
foothold_application_dossier_load (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdApplicationDossier) self = g_new0 (FootholdApplicationDossier, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->application = foothold_row_load_id (db, &foothold_application_row_type, id, error);
  if (self->application == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE,
                             _ ("This application is not there any more."));
      return NULL;
    }

  if (!load_owned (db, &foothold_application_history_row_type, id, &self->history, error)
      || !load_owned (db, &foothold_application_answer_row_type, id, &self->answers, error)
      || !load_earlier (db, self, error)
      || !load_owned (db, &foothold_application_file_row_type, id, &self->files, error)
      || !load_owned (db, &foothold_checklist_item_row_type, id, &self->checklist, error)
      || !load_owned (db, &foothold_interview_row_type, id, &self->interviews, error)
      || !load_owned (db, &foothold_follow_up_row_type, id, &self->follow_ups, error)
      || !load_owned (db, &foothold_person_link_row_type, id, &self->links, error)
      || !load_people (db, self->links, &self->people, error) || !load_interview_people (db, self, error)
      || !load_skills (db, self, error) || !load_engagement (db, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_application_dossier_load (db, *(const gint64 *) data, error);
}

static void
dossier_free (gpointer data)
{
  foothold_application_dossier_unref (data);
}

void
foothold_application_dossier_load_async (FootholdStore *store,
                                         gint64 id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_application_dossier_load_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  foothold_store_push_read (store, task, load, dossier_free);
}

FootholdApplicationDossier *
foothold_application_dossier_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- files ---- */

typedef struct
{
  gint64 id;
  GFile *file;
  char *dir, *role;
} Attach;

static void
attach_free (gpointer data)
{
  Attach *self = data;

  g_object_unref (self->file);
  g_free (self->dir);
  g_free (self->role);
  g_free (self);
}

static gpointer
attach (FootholdDb *db, gpointer data, GError **error)
{
  const Attach *self = data;
  g_autoptr (GFileInfo) info =
    g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                       G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GFileInputStream) stream = info != NULL ? g_file_read (self->file, NULL, error) : NULL;
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_application_file_row_type);
  FootholdApplicationFileRow *row = (gpointer) made;
  const gint64 id = foothold_id_next ();
  const char *type;

  if (stream == NULL)
    return NULL;
  row->sha256 = foothold_attachment_store (self->dir, G_INPUT_STREAM (stream), &row->size, NULL, error);
  if (row->sha256 == NULL)
    return NULL;
  type = g_file_info_get_content_type (info);
  row->application = self->id;
  row->added_at = foothold_now_ms ();
  g_set_str (&row->role, self->role);
  g_set_str (&row->name, g_file_info_get_display_name (info));
  row->media_type = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  if (row->media_type == NULL)
    row->media_type = g_strdup ("application/octet-stream");
  return foothold_row_insert (db, made, id, error) ? GSIZE_TO_POINTER ((gsize) id) : NULL;
}

void
foothold_application_attach_async (FootholdStore *store,
                                   gint64 id,
                                   GFile *file,
                                   const char *role,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Attach *data = g_new0 (Attach, 1);

  data->id = id;
  data->file = g_object_ref (file);
  data->dir = g_strdup (foothold_store_get_dir (store));
  data->role = g_strdup (role);
  foothold_store_write_async (store, _ ("Add File"), attach, data, attach_free, cancellable, callback, user_data);
}

/* ---- people ---- */

typedef struct
{
  gint64 id;
  char *name;
} Link;

static void
link_free (gpointer data)
{
  Link *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
is_linked (FootholdDb *db, gint64 application, gint64 person, gboolean *linked, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT 1 FROM person_link WHERE application = :application AND person = :person");

  foothold_stmt_bind_int (stmt, "application", application);
  foothold_stmt_bind_int (stmt, "person", person);
  *linked = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

gint64
foothold_application_resolve_person (FootholdDb *db, gint64 application, const char *name, GError **error)
{
  gint64 organisation = GINT64_UNKNOWN;
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT o.organisation_id FROM application AS a JOIN opportunity AS o ON o.id = a.opportunity"
                          " WHERE a.id = :application");

  foothold_stmt_bind_int (stmt, "application", application);
  if (foothold_stmt_next (stmt))
    organisation = foothold_stmt_int (stmt, 0);
  return foothold_stmt_finish (stmt, error)
           ? foothold_name_resolve_person (db, name, organisation, GINT64_UNKNOWN, GINT64_UNKNOWN, error)
           : 0;
}

static gpointer
link_person (FootholdDb *db, gpointer data, GError **error)
{
  const Link *self = data;
  const gint64 person = foothold_application_resolve_person (db, self->id, self->name, error);
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_person_link_row_type);
  FootholdPersonLinkRow *row = (gpointer) made;
  gboolean linked;

  if (person == 0 || !is_linked (db, self->id, person, &linked, error))
    return NULL;
  row->person = person;
  row->application = self->id;
  return linked || foothold_row_insert (db, made, foothold_id_next (), error) ? GSIZE_TO_POINTER ((gsize) person)
                                                                              : NULL;
}

void
foothold_application_link_person_async (FootholdStore *store,
                                        gint64 id,
                                        const char *name,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  Link *data = g_new0 (Link, 1);

  data->id = id;
  data->name = g_strdup (name);
  foothold_store_write_async (store, _ ("Add Person"), link_person, data, link_free, cancellable, callback, user_data);
}
