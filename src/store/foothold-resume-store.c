// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-resume-store"

#include "store/foothold-resume-store.h"

#include <string.h>

#include "rules/foothold-resume-gaps.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-attachment.h"
#include "store/foothold-fold.h"

#define LONGEST 1000000

void
foothold_resume_free (FootholdResume *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}

static void
resume_free (gpointer data)
{
  foothold_resume_free (data);
}

typedef struct
{
  gint64 application;
  char *dir;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->dir);
  g_free (self);
}

static gboolean
is_called_text (const char *name, const char *media_type)
{
  static const char *const endings[] = { ".txt", ".text", ".md", ".markdown" };
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;

  return g_str_equal (media_type, "text/plain") || g_str_equal (media_type, "text/markdown");
}

/* What stands in it, folded; NULL where it is not there, or no text after all. */
static char *
read_text (const char *dir, const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_attachment_load (dir, sha256, &error);
  g_autofree char *text = NULL;
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    {
      g_debug ("the résumé cannot be read: %s", error->message);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &length);
  if (length > LONGEST || !g_utf8_validate_len (data, length, NULL))
    return NULL;

  text = g_strndup (data, length);
  return foothold_fold_name (text);
}

/* The file that is read, else the last one; *@text: what stands in it. */
static gboolean
find_file (FootholdDb *db, const Question *question, FootholdResume *self, char **text, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT name, media_type, size, sha256 FROM application_file WHERE application = :id AND"
                          " role = 'resume' ORDER BY added_at DESC, id DESC");

  foothold_stmt_bind_int (stmt, "id", question->application);
  while (*text == NULL && foothold_stmt_next (stmt))
    {
      const char *name = foothold_stmt_text (stmt, 0);

      if (self->state == FOOTHOLD_RESUME_NONE)
        {
          self->state = FOOTHOLD_RESUME_UNREAD;
          g_set_str (&self->name, name);
        }
      if (foothold_stmt_int (stmt, 2) > LONGEST || !is_called_text (name, foothold_stmt_text (stmt, 1)))
        continue;
      *text = read_text (question->dir, foothold_stmt_text (stmt, 3));
      if (*text != NULL)
        {
          self->state = FOOTHOLD_RESUME_READ;
          g_set_str (&self->name, name);
        }
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
find_gaps (FootholdDb *db, gint64 application, const char *text, FootholdResume *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT s.name, s.folded FROM application AS a JOIN opportunity_skill AS os ON"
                          " os.opportunity = a.opportunity JOIN skill AS s ON s.id = os.skill WHERE a.id = :id"
                          " ORDER BY os.position, os.id");

  foothold_stmt_bind_int (stmt, "id", application);
  while (foothold_stmt_next (stmt))
    {
      g_ptr_array_add (names, g_strdup (foothold_stmt_text (stmt, 0)));
      g_ptr_array_add (folded, g_strdup (foothold_stmt_text (stmt, 1)));
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  gaps = foothold_resume_gaps ((const char *const *) folded->pdata, text);
  for (guint i = 0; i < gaps->len; i++)
    g_ptr_array_add (self->gaps, g_strdup (g_ptr_array_index (names, g_array_index (gaps, guint, i))));
  return TRUE;
}

/* Reader thread. */
static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (FootholdResume) self = g_new0 (FootholdResume, 1);
  g_autofree char *text = NULL;

  self->gaps = g_ptr_array_new_with_free_func (g_free);
  if (!find_file (db, question, self, &text, error)
      || (text != NULL && !find_gaps (db, question->application, text, self, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
foothold_resume_load_async (FootholdStore *store,
                            gint64 application,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->application = application;
  question->dir = g_strdup (foothold_store_get_dir (store));
  g_task_set_source_tag (task, foothold_resume_load_async);
  g_task_set_task_data (task, question, question_free);
  foothold_store_push_read (store, task, load, resume_free);
}

FootholdResume *
foothold_resume_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
