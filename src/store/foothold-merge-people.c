// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-merge-people"

#include "store/foothold-merge-people.h"

#include "store/foothold-application-rows.h"
#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-person-index.h"
#include "store/foothold-row-sql.h"

typedef struct
{
  gint64 person, application;
} Link;

struct _FootholdMergePeople
{
  gint64 batch;
  FootholdPersonIndex *index; /* who is there, once somebody asked */
  GHashTable *taken; /* gint64 of people → gint64 of the row with an id of its own that each of them is */
  GHashTable *own; /* gint64 of those rows */
  GArray *links; /* Link */
  guint marked;
};

FootholdMergePeople *
foothold_merge_people_new (gint64 batch)
{
  FootholdMergePeople *self = g_new0 (FootholdMergePeople, 1);

  self->batch = batch;
  self->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  return self;
}

void
foothold_merge_people_free (FootholdMergePeople *self)
{
  g_clear_pointer (&self->index, foothold_person_index_free);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->own);
  g_array_unref (self->links);
  g_free (self);
}

static void
take_id (FootholdMergePeople *self, gint64 id, gint64 by)
{
  g_hash_table_insert (self->taken, g_memdup2 (&id, sizeof id), g_memdup2 (&by, sizeof by));
}

void
foothold_merge_people_keep_apart (FootholdMergePeople *self, gint64 id)
{
  g_hash_table_add (self->own, g_memdup2 (&id, sizeof id));
  take_id (self, id, id);
}

void
foothold_merge_people_mark (FootholdMergePeople *self)
{
  self->marked = self->links->len;
}

void
foothold_merge_people_return (FootholdMergePeople *self)
{
  g_array_set_size (self->links, self->marked);
  foothold_merge_people_forget (self);
}

void
foothold_merge_people_forget (FootholdMergePeople *self)
{
  g_clear_pointer (&self->index, foothold_person_index_free);
}

gboolean
foothold_merge_people_find (FootholdMergePeople *self,
                            FootholdDb *db,
                            const FootholdPersonRow *row,
                            gint64 *id,
                            GError **error)
{
  const gboolean own = g_hash_table_contains (self->own, &row->row.id);

  if (self->index == NULL)
    self->index = foothold_person_index_load (db, self->batch, error);
  if (self->index == NULL)
    return FALSE;

  *id = foothold_person_index_find (self->index, row, own ? self->taken : NULL);
  if (own && *id != 0)
    take_id (self, *id, row->row.id);
  return TRUE;
}

void
foothold_merge_people_add (FootholdMergePeople *self, gint64 id, const FootholdPersonRow *row)
{
  if (self->index != NULL)
    foothold_person_index_add (self->index, id, row);
}

gboolean
foothold_merge_people_name_organisation (FootholdMergePeople *self,
                                         FootholdDb *db,
                                         FootholdPersonRow *person,
                                         const FootholdPersonRow *here,
                                         GError **error)
{
  if (person->organisation_id != GINT64_UNKNOWN || person->organisation == NULL || *person->organisation == '\0'
      || (here != NULL && here->organisation_id != GINT64_UNKNOWN))
    return TRUE;

  person->organisation_id =
    foothold_name_resolve (db, &foothold_organisation_row_type, person->organisation, self->batch, error);
  return person->organisation_id != 0;
}

static gboolean
take (FootholdMergePeople *self,
      FootholdDb *db,
      FootholdPersonRow *person,
      gboolean recorded,
      gint64 *id,
      GError **error)
{
  if (!foothold_merge_people_find (self, db, person, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;

  person->batch = recorded ? GINT64_UNKNOWN : self->batch;
  if (!foothold_merge_people_name_organisation (self, db, person, NULL, error))
    return FALSE;
  *id = foothold_id_next ();
  foothold_merge_people_add (self, *id, person);
  return foothold_row_insert (db, &person->row, *id, error);
}

static gboolean
insert_link (FootholdDb *db, const Link *link, GError **error)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_link_row_type);

  ((FootholdPersonLinkRow *) row)->person = link->person;
  ((FootholdPersonLinkRow *) row)->application = link->application;
  return foothold_row_insert (db, row, foothold_id_next (), error);
}

gboolean
foothold_merge_people_link (FootholdMergePeople *self,
                            FootholdDb *db,
                            GPtrArray *people,
                            gint64 application,
                            gboolean recorded,
                            GError **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      Link link = { 0, application };

      if (!take (self, db, g_ptr_array_index (people, i), recorded, &link.person, error))
        return FALSE;
      if (!recorded)
        g_array_append_val (self->links, link);
      else if (!insert_link (db, &link, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_merge_people_end (FootholdMergePeople *self, FootholdDb *db, GError **error)
{
  for (guint i = 0; i < self->links->len; i++)
    if (!insert_link (db, &g_array_index (self->links, Link, i), error))
      return FALSE;

  return TRUE;
}
