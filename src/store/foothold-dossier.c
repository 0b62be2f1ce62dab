/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "foothold-dossier-store"

#include "foothold-dossier.h"

#include "rules/foothold-facts.h"

/* An opportunity with its children, as importers make it and exporters write it. */

static void
page_unref (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

FootholdDossier *
foothold_dossier_new (void)
{
  FootholdDossier *self = g_new0 (FootholdDossier, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->opportunity = foothold_row_new (&foothold_opportunity_row_type);
  self->deliverables = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->skills = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->facts = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->answers = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->history = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->attachments = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->pages = g_ptr_array_new_with_free_func (page_unref);
  self->applications = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_nest_free);
  self->people = g_ptr_array_new_with_free_func (foothold_row_unref);
  return self;
}

FootholdDossier *
foothold_dossier_ref (FootholdDossier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_dossier_unref (FootholdDossier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  foothold_row_unref (self->opportunity);
  g_ptr_array_unref (self->deliverables);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->applications);
  g_ptr_array_unref (self->people);
  g_free (self->where);
  g_free (self);
}

void
foothold_dossier_get_parts (const FootholdDossier *self, GPtrArray *parts[FOOTHOLD_N_OPPORTUNITY_PARTS])
{
  parts[FOOTHOLD_PART_OPPORTUNITY_SKILLS] = self->skills;
  parts[FOOTHOLD_PART_OPPORTUNITY_TAGS] = self->tags;
  parts[FOOTHOLD_PART_OPPORTUNITY_DELIVERABLES] = self->deliverables;
  parts[FOOTHOLD_PART_OPPORTUNITY_FACTS] = self->facts;
  parts[FOOTHOLD_PART_OPPORTUNITY_ANSWERS] = self->answers;
  parts[FOOTHOLD_PART_OPPORTUNITY_HISTORY] = self->history;
  parts[FOOTHOLD_PART_OPPORTUNITY_ATTACHMENTS] = self->attachments;
}

FootholdNest *
foothold_dossier_add_application (FootholdDossier *self)
{
  FootholdNest *nest = foothold_nest_new (&foothold_application_family);

  g_set_str (&((FootholdApplicationRow *) nest->row)->state, "draft");
  g_ptr_array_add (self->applications, nest);
  return nest;
}

static void
share_rows (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, foothold_row_ref (g_ptr_array_index (from, i)));
}

static void
copy_names (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

FootholdDossier *
foothold_dossier_copy (const FootholdDossier *self)
{
  FootholdDossier *copy = foothold_dossier_new ();

  foothold_row_unref (copy->opportunity);
  copy->opportunity = foothold_row_copy (self->opportunity);
  /* a fact may be said again: each is a copy of its own */
  for (guint i = 0; i < self->facts->len; i++)
    g_ptr_array_add (copy->facts, foothold_row_copy (g_ptr_array_index (self->facts, i)));
  share_rows (copy->deliverables, self->deliverables);
  share_rows (copy->answers, self->answers);
  share_rows (copy->history, self->history);
  share_rows (copy->attachments, self->attachments);
  g_ptr_array_set_size (copy->pages, (int) copy->attachments->len);
  copy_names (copy->skills, self->skills);
  copy_names (copy->tags, self->tags);
  return copy;
}

static FootholdFactRow *
find_fact (const FootholdDossier *self, const char *field)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      FootholdFactRow *fact = g_ptr_array_index (self->facts, i);

      if (g_strcmp0 (fact->field, field) == 0)
        return fact;
    }

  return NULL;
}

/* Said twice, the later one counts: a field has one fact. */
void
foothold_dossier_add_fact (FootholdDossier *self, const char *field, const char *knowledge, const char *source)
{
  FootholdFactRow *fact = find_fact (self, field);

  g_return_if_fail (foothold_row_type_find (&foothold_opportunity_row_type, field) != NULL);
  g_return_if_fail (g_str_equal (knowledge, "stated") || g_str_equal (knowledge, "not-said"));

  if (fact == NULL)
    {
      fact = foothold_row_new (&foothold_fact_row_type);
      fact->field = g_strdup (field);
      g_ptr_array_add (self->facts, fact);
    }
  g_set_str (&fact->knowledge, knowledge);
  g_set_str (&fact->source, source);
}

void
foothold_dossier_add_deliverable (FootholdDossier *self, const char *title, const char *acceptance, const char *due_on)
{
  FootholdDeliverableRow *row = foothold_row_new (&foothold_deliverable_row_type);

  row->position = self->deliverables->len;
  row->title = g_strdup (title);
  row->acceptance = g_strdup (acceptance);
  row->due_on = g_strdup (due_on);
  g_ptr_array_add (self->deliverables, row);
}

void
foothold_dossier_add_skill (FootholdDossier *self, const char *name)
{
  g_return_if_fail (name != NULL && *name != '\0');

  g_ptr_array_add (self->skills, g_strdup (name));
}

gboolean
foothold_dossier_names_have (GPtrArray *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (names, i), -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

gpointer
foothold_dossier_find_answer (GPtrArray *answers, const char *item)
{
  for (guint i = 0; i < answers->len; i++)
    {
      FootholdAnswerRow *answer = g_ptr_array_index (answers, i);

      if (g_str_equal (answer->item, item))
        return answer;
    }

  return NULL;
}

void
foothold_dossier_add_tag (FootholdDossier *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_ptr_array_add (self->tags, g_strdup (name));
}

void
foothold_dossier_add_page (FootholdDossier *self, const char *name, const char *media_type, GBytes *bytes)
{
  FootholdAttachmentRow *row = foothold_row_new (&foothold_attachment_row_type);

  row->role = g_strdup ("page");
  row->name = g_strdup (name);
  row->media_type = g_strdup (media_type);
  row->size = (gint64) g_bytes_get_size (bytes);
  g_ptr_array_add (self->attachments, row);
  /* attachments that were there before came without bytes */
  g_ptr_array_set_size (self->pages, (int) self->attachments->len - 1);
  g_ptr_array_add (self->pages, g_bytes_ref (bytes));
}

gboolean
foothold_dossier_is_unread (const FootholdDossier *self)
{
  const FootholdRowType *type = &foothold_opportunity_row_type;

  if (g_strcmp0 (self->opportunity->fact_source, "typed") == 0 || self->deliverables->len > 0 || self->skills->len > 0)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & FOOTHOLD_FIELD_BRIEF) != 0
        && !g_str_equal (foothold_dossier_knowledge (self, type->fields[i].name, NULL), "not-looked-at"))
      return FALSE;
  return TRUE;
}

/* A value that is there is stated; without one the fact row tells "not said" and "none" from "not looked at". */
const char *
foothold_dossier_knowledge (const FootholdDossier *self, const char *field, const char **source)
{
  const FootholdField *column = foothold_row_type_find (&foothold_opportunity_row_type, field);
  const FootholdFactRow *fact = find_fact (self, field);
  gboolean has_value = FALSE;

  g_return_val_if_fail (column != NULL, "not-looked-at");

  if (foothold_field_is_text (column))
    has_value = foothold_row_get_text (self->opportunity, column) != NULL;
  else
    has_value = foothold_row_get_int (self->opportunity, column) != GINT64_UNKNOWN;

  if (source != NULL)
    *source = NULL;
  if (has_value)
    {
      const char *from = fact != NULL && fact->source != NULL ? fact->source : self->opportunity->fact_source;

      if (source != NULL)
        *source = g_intern_string (from);
      return "stated";
    }

  if (fact != NULL && g_str_equal (fact->knowledge, "stated") && foothold_facts_may_be_none (field))
    {
      if (source != NULL)
        *source = g_intern_string (fact->source != NULL ? fact->source : self->opportunity->fact_source);
      return "none";
    }
  return fact != NULL && g_str_equal (fact->knowledge, "not-said") ? "not-said" : "not-looked-at";
}
