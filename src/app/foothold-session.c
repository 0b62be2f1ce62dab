// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One store at a time, opened in the background, so that the window is there before the file is. */

#define G_LOG_DOMAIN "foothold-session"

#include "foothold-session.h"

#include "store/foothold-job.h"

struct _FootholdSession
{
  GObject parent_instance;
  char *own_dir, *dir;
  gboolean sample;
  FootholdSessionState state;
  FootholdStore *store;
  GError *error;
  GCancellable *opening;
  guint n_opening; /* stores on their way, also those that nobody waits for any more */
  gboolean ended;
};

G_DEFINE_ENUM_TYPE (FootholdSessionState,
                    foothold_session_state,
                    G_DEFINE_ENUM_VALUE (FOOTHOLD_SESSION_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (FOOTHOLD_SESSION_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (FOOTHOLD_SESSION_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (FOOTHOLD_SESSION_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (FootholdSession, foothold_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_state (FootholdSession *self, FootholdSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_failed (FootholdSession *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, FOOTHOLD_SESSION_FAILED);
}

/* Damage is found moments after opening. From then on nothing may be written, and what is shown may be wrong. */
static void
damage_found (FootholdSession *self, GParamSpec *pspec, FootholdStore *store)
{
  if (store != self->store || !foothold_store_get_damaged (store))
    return;
  GError *error = NULL;
  foothold_db_set_error_code (&error, FOOTHOLD_DB_ERROR_CORRUPT, NULL);
  foothold_session_close (self);
  set_failed (self, error);
}

typedef struct
{
  FootholdSession *self;
  GCancellable *cancellable;
} Opening;

static void
store_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (FootholdSession) self = opening->self;
  g_autoptr (GCancellable) cancellable = opening->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStore) store = foothold_store_open_finish (result, &error);

  self->n_opening--;
  /* Another open or a close has taken over meanwhile: what arrives late is put away again. */
  if (g_cancellable_is_cancelled (cancellable))
    {
      if (store != NULL)
        foothold_store_close (store);
      return;
    }
  g_clear_object (&self->opening);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "notify::damaged", G_CALLBACK (damage_found), self, G_CONNECT_SWAPPED);
      set_state (self, FOOTHOLD_SESSION_OPEN);
      damage_found (self, NULL, store);
    }
  else
    set_failed (self, g_steal_pointer (&error));
}

void
foothold_session_close (FootholdSession *self)
{
  g_return_if_fail (FOOTHOLD_IS_SESSION (self));
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_error (&self->error);
  g_autoptr (FootholdStore) store = g_steal_pointer (&self->store);
  /* The window lets go of the store first; then the store may wait for its threads. */
  set_state (self, FOOTHOLD_SESSION_CLOSED);
  if (store != NULL)
    foothold_store_close (store);
}

void
foothold_session_end (FootholdSession *self)
{
  g_return_if_fail (FOOTHOLD_IS_SESSION (self));
  self->ended = TRUE;
  foothold_session_close (self);
  while (self->n_opening > 0)
    g_main_context_iteration (NULL, TRUE);
  /* Each may bring an answer that begins another. */
  do
    while (g_main_context_iteration (NULL, FALSE))
      ;
  while (foothold_jobs_wait ());
}

void
foothold_session_open (FootholdSession *self, gboolean sample)
{
  g_return_if_fail (FOOTHOLD_IS_SESSION (self));
  foothold_session_close (self);
  self->sample = sample;
  g_free (self->dir);
  self->dir = sample ? g_build_filename (self->own_dir, "sample", NULL) : g_strdup (self->own_dir);
  self->opening = g_cancellable_new ();
  self->n_opening++;
  set_state (self, FOOTHOLD_SESSION_OPENING);
  Opening *opening = g_new0 (Opening, 1);
  opening->self = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  foothold_store_open_async (self->dir, self->opening, store_opened, opening);
}

typedef struct
{
  char *dir, *backup, *before;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *self = data;
  g_free (self->dir);
  g_free (self->backup);
  g_free (self->before);
  g_free (self);
}

/* A thread of its own: the store's threads are gone while its file is replaced. */
static void
restore_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Restore *restore = task_data;
  GError *error = NULL;
  if (foothold_store_restore (restore->dir, restore->backup, &restore->before, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FootholdSession *self = FOOTHOLD_SESSION (source);
  g_autoptr (GTask) task = user_data;
  Restore *restore = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  if (!self->ended)
    foothold_session_open (self, self->sample);
  g_task_set_task_data (task, g_steal_pointer (&restore->before), g_free);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
foothold_session_restore_async (FootholdSession *self,
                                const char *backup,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Restore *restore = g_new0 (Restore, 1);
  g_autoptr (GTask) job = NULL;
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, foothold_session_restore_async);
  restore->dir = g_strdup (self->dir);
  restore->backup = g_strdup (backup);
  foothold_session_close (self);
  job = g_task_new (self, NULL, restored, task);
  g_task_set_task_data (job, restore, restore_free);
  foothold_job_run (job, restore_in_thread);
}

gboolean
foothold_session_restore_finish (FootholdSession *self, GAsyncResult *result, char **before, GError **error)
{
  *before = g_strdup (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Salvaging */

static void
report_free (gpointer data)
{
  foothold_salvage_report_free (data);
}

static void
salvage_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  FootholdSalvageReport *report = foothold_salvage_data (task_data, NULL, cancellable, &error);
  if (report != NULL)
    g_task_return_pointer (task, report, report_free);
  else
    g_task_return_error (task, error);
}

void
foothold_session_salvage_async (FootholdSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (self->store == NULL && self->opening == NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foothold_session_salvage_async);
  g_task_set_task_data (task, g_strdup (self->dir), g_free);
  foothold_job_run (task, salvage_in_thread);
}

FootholdSalvageReport *
foothold_session_salvage_finish (FootholdSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

FootholdSessionState
foothold_session_get_state (FootholdSession *self)
{
  return self->state;
}

FootholdStore *
foothold_session_get_store (FootholdSession *self)
{
  return self->store;
}

const GError *
foothold_session_get_error (FootholdSession *self)
{
  return self->error;
}

const char *
foothold_session_get_dir (FootholdSession *self)
{
  return self->dir;
}

gboolean
foothold_session_is_sample (FootholdSession *self)
{
  return self->sample;
}

FootholdSession *
foothold_session_new (const char *dir)
{
  FootholdSession *self = g_object_new (FOOTHOLD_TYPE_SESSION, NULL);
  self->own_dir = g_strdup (dir);
  self->dir = g_strdup (dir);
  return self;
}

static void
foothold_session_dispose (GObject *object)
{
  foothold_session_close (FOOTHOLD_SESSION (object));
  G_OBJECT_CLASS (foothold_session_parent_class)->dispose (object);
}

static void
foothold_session_finalize (GObject *object)
{
  FootholdSession *self = FOOTHOLD_SESSION (object);
  g_free (self->own_dir);
  g_free (self->dir);
  G_OBJECT_CLASS (foothold_session_parent_class)->finalize (object);
}

static void
foothold_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FootholdSession *self = FOOTHOLD_SESSION (object);
  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
foothold_session_class_init (FootholdSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->dispose = foothold_session_dispose;
  object_class->finalize = foothold_session_finalize;
  object_class->get_property = foothold_session_get_property;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, FOOTHOLD_TYPE_SESSION_STATE, FOOTHOLD_SESSION_CLOSED,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foothold_session_init (FootholdSession *self)
{
}
