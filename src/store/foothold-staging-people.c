/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "store/foothold-staging-private.h"
#include "store/foothold-staging-records.h"

/* Whom an import brings, by name: a list is looked through, not read to its end, so that only the first are kept. */

#define KEPT 200

static void
person_free (gpointer data)
{
  FootholdStagedPerson *self = data;

  g_free (self->name);
  g_free (self->organisation);
  g_free (self);
}

static FootholdStagedPerson *
person_new (FootholdVerdict verdict, const char *name, const char *organisation)
{
  FootholdStagedPerson *self = g_new (FootholdStagedPerson, 1);

  self->verdict = verdict;
  self->name = g_strdup (name);
  self->organisation = g_strdup (organisation);
  return self;
}

void
foothold_staging_forget_people (FootholdStaging *self)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    g_clear_pointer (&self->people[i], g_ptr_array_unref);
  self->n_people = 0;
  g_mutex_unlock (&self->mutex);
}

void
foothold_staging_add_person (FootholdStaging *self, const FootholdPersonRow *person, FootholdVerdict verdict)
{
  GPtrArray **list = &self->people[verdict];

  g_mutex_lock (&self->mutex);
  self->n_people++;
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (person_free);
  if ((*list)->len < KEPT)
    g_ptr_array_add (*list, person_new (verdict, person->name, person->organisation));
  g_mutex_unlock (&self->mutex);
}

GPtrArray *
foothold_staging_list_people (FootholdStaging *self, guint limit, guint *n_all)
{
  static const FootholdVerdict order[] = { FOOTHOLD_VERDICT_NEW, FOOTHOLD_VERDICT_FILLS, FOOTHOLD_VERDICT_SAME };
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; self->people[order[i]] != NULL && k < self->people[order[i]]->len && people->len < limit; k++)
      {
        const FootholdStagedPerson *person = g_ptr_array_index (self->people[order[i]], k);

        g_ptr_array_add (people, person_new (person->verdict, person->name, person->organisation));
      }
  *n_all = self->n_people;
  g_mutex_unlock (&self->mutex);

  return people;
}
