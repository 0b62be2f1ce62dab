/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-window-question.h"

typedef struct
{
  const FootholdWindowSource *source;
  GArray *ids;
  FootholdQuery *query;
  guint n_rows;
  gboolean answered; /* main thread alone */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->ids, g_array_unref);
  g_clear_pointer (&question->query, foothold_query_free);
  g_free (question);
}

void
foothold_window_answer_free (FootholdWindowAnswer *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* Reader thread. */
static gpointer
load_rows (FootholdDb *db, gpointer data, GError **error)
{
  Question *question = data;

  return question->source->load (db, question->ids, error);
}

/* Whether what @query leaves out is all there is: an empty list has another word for that than for none at all. */
static gboolean
look_for_others (FootholdDb *db, const Question *question, gboolean *hides, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (question->query->text != NULL ? question->query->text : ""));
  g_autoptr (FootholdQuery) query = NULL;
  g_autoptr (GArray) all = NULL;

  if (question->query->show != FOOTHOLD_SHOW_OPEN || *text != '\0')
    return TRUE;

  query = foothold_query_copy (question->query);
  query->show = FOOTHOLD_SHOW_ALL;
  all = question->source->list_ids (db, query, error);
  *hides = all != NULL && all->len > 0;
  return all != NULL;
}

/* Reader thread. */
static gpointer
list_ids (FootholdDb *db, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (FootholdWindowAnswer) answer = g_new0 (FootholdWindowAnswer, 1);

  answer->ids = question->source->list_ids (db, question->query, error);
  if (answer->ids == NULL)
    return NULL;
  if (answer->ids->len == 0 && !look_for_others (db, question, &answer->hides, error))
    return NULL;

  if (question->n_rows > 0 && answer->ids->len > 0)
    {
      g_autoptr (GArray) first = g_array_sized_new (FALSE, FALSE, sizeof (gint64), question->n_rows);

      g_array_append_vals (first, answer->ids->data, MIN (question->n_rows, answer->ids->len));
      answer->rows = question->source->load (db, first, error);
      if (answer->rows == NULL)
        return NULL;
    }

  return g_steal_pointer (&answer);
}

static void
ask (gpointer asker,
     FootholdStore *store,
     Question *question,
     FootholdDbFunc func,
     GDestroyNotify free_answer,
     gboolean for_frame,
     GCancellable *cancellable,
     GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (asker, cancellable, callback, NULL);

  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, question_free);
  if (!for_frame)
    foothold_store_push_read (store, g_object_ref (task), func, free_answer);
  else if (foothold_store_push_read_for_frame (store, g_object_ref (task), func, free_answer))
    callback (asker, G_ASYNC_RESULT (task), NULL);
}

void
foothold_window_ask_rows (gpointer asker,
                          FootholdStore *store,
                          const FootholdWindowSource *source,
                          GArray *ids,
                          gboolean for_frame,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback)
{
  Question *question = g_new0 (Question, 1);

  question->source = source;
  question->ids = g_array_ref (ids);
  ask (asker, store, question, load_rows, (GDestroyNotify) g_ptr_array_unref, for_frame, cancellable, callback);
}

void
foothold_window_ask_ids (gpointer asker,
                         FootholdStore *store,
                         const FootholdWindowSource *source,
                         const FootholdQuery *query,
                         guint n_rows,
                         gboolean for_frame,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback)
{
  Question *question = g_new0 (Question, 1);

  question->source = source;
  question->query = foothold_query_copy (query);
  question->n_rows = n_rows;
  ask (asker, store, question, list_ids, (GDestroyNotify) foothold_window_answer_free, for_frame, cancellable,
       callback);
}

gpointer
foothold_window_take_answer (GAsyncResult *result, GError **error)
{
  Question *question = g_task_get_task_data (G_TASK (result));

  if (question->answered)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The answer was taken before");
      return NULL;
    }
  question->answered = TRUE;

  return g_task_propagate_pointer (G_TASK (result), error);
}
