// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-page-postings.h"

#include <glib/gi18n-lib.h>

#include "exchange/foothold-job-posting.h"
#include "exchange/foothold-limits.h"
#include "store/foothold-fill.h"
#include "store/foothold-fold.h"

/*
 * Which of two ways' postings are the same: those of one title that do not contradict each other about where, for whom
 * and at which address; else the only ones of a title; else the only ones of the page. A posting that no other way
 * knows is one more.
 */

typedef struct
{
  char *field; /* or NULL */
  char *reason;
} Note;

typedef struct
{
  FootholdDossier *dossier;
  gboolean says_kind; /* else its kind is only what an opportunity is at first */
  char *title, *organisation, *place, *url; /* folded */
  GPtrArray *notes; /* Note */
  FootholdImportDates dates;
  gboolean taken; /* while ways are matched: it has its other half */
} Posting;

struct _FootholdPagePostings
{
  const FootholdPageHead *head;
  const FootholdSink *sink;
  char *base;
  GPtrArray *postings; /* Posting */
};

static void
note_free (gpointer data)
{
  Note *self = data;

  g_free (self->field);
  g_free (self->reason);
  g_free (self);
}

static void
posting_free (gpointer data)
{
  Posting *self = data;

  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->place);
  g_free (self->url);
  g_ptr_array_unref (self->notes);
  foothold_import_dates_clear (&self->dates);
  g_free (self);
}

FootholdPagePostings *
foothold_page_postings_new (const FootholdPageHead *head, const FootholdSink *sink)
{
  FootholdPagePostings *self = g_new0 (FootholdPagePostings, 1);

  self->head = head;
  self->sink = sink;
  self->base = foothold_page_head_dup_base (head);
  self->postings = g_ptr_array_new_with_free_func (posting_free);
  return self;
}

void
foothold_page_postings_free (FootholdPagePostings *self)
{
  g_ptr_array_unref (self->postings);
  g_free (self->base);
  g_free (self);
}

guint
foothold_page_postings_get_n (const FootholdPagePostings *self)
{
  return self->postings->len;
}

/* --- one posting of one way --- */

static gboolean
keep_note (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  Note *note = g_new0 (Note, 1);

  note->field = g_strdup (field);
  note->reason = g_strdup (reason);
  g_ptr_array_add (user_data, note);
  return TRUE;
}

static char *
fold (const char *text)
{
  return text != NULL ? foothold_fold_name (text) : NULL;
}

/* *@posting has no dossier where it has no title. */
static gboolean
read_one (FootholdPagePostings *self,
          FootholdJsonLd *ld,
          JsonObject *object,
          gboolean alone,
          Posting **posting,
          GError **error)
{
  Posting *made = g_new0 (Posting, 1);
  const FootholdPostingContext context = {
    .fact_source = "page",
    .source = "web",
    /* what the page says of itself is about a posting only where there is one */
    .title = alone ? self->head->title : NULL,
    .url = alone ? self->head->url : NULL,
    .base = self->base,
    .dates = &made->dates,
  };
  FootholdSink sink = { .problem = keep_note };

  made->notes = g_ptr_array_new_with_free_func (note_free);
  made->dates = foothold_import_dates (self->sink);
  sink.user_data = made->notes;
  if (!foothold_job_posting_read (ld, object, &context, &sink, &made->dossier, error))
    {
      posting_free (made);
      return FALSE;
    }
  if (made->dossier != NULL)
    {
      const FootholdOpportunityRow *row = made->dossier->opportunity;

      made->says_kind = foothold_json_ld_get (ld, object, "employmentType") != NULL;
      made->title = fold (row->title);
      made->organisation = fold (row->organisation);
      made->place = fold (row->location);
      made->url = row->url != NULL ? foothold_fold_url (row->url) : NULL;
    }
  *posting = made;
  return TRUE;
}

static gboolean
report (FootholdPagePostings *self, const char *where, const Note *note, GError **error)
{
  return self->sink->problem (self->sink->user_data, where, note->field, note->reason, error);
}

static gboolean
report_all (FootholdPagePostings *self, const char *where, const Posting *posting, GError **error)
{
  for (guint i = 0; i < posting->notes->len; i++)
    if (!report (self, where, g_ptr_array_index (posting->notes, i), error))
      return FALSE;

  return TRUE;
}

/* --- two ways --- */

static gboolean
differ (const char *one, const char *other)
{
  return one != NULL && other != NULL && !g_str_equal (one, other);
}

static gboolean
contradict (const Posting *one, const Posting *other)
{
  return differ (one->organisation, other->organisation) || differ (one->place, other->place)
         || differ (one->url, other->url);
}

/* The first of the first @n of @list, not taken yet, that is called as @posting, and does not contradict it if it is to
 * @agree; *@more: how many there are. */
static Posting *
find_called (GPtrArray *list, guint n, const Posting *posting, gboolean agree, guint *more)
{
  Posting *found = NULL;

  *more = 0;
  for (guint i = 0; i < n; i++)
    {
      Posting *other = g_ptr_array_index (list, i);

      if (other->taken || !g_str_equal (other->title, posting->title) || (agree && contradict (other, posting)))
        continue;
      if (found == NULL)
        found = other;
      (*more)++;
    }

  return found;
}

static gboolean
has_note (const Posting *posting, const char *field)
{
  for (guint i = 0; i < posting->notes->len; i++)
    if (g_strcmp0 (((const Note *) g_ptr_array_index (posting->notes, i))->field, field) == 0)
      return TRUE;

  return FALSE;
}

/* What @other has and @posting has not. Its notes count where they are about what is still unknown and was not said
 * yet. */
static gboolean
fill (FootholdPagePostings *self, Posting *posting, Posting *other, GError **error)
{
  foothold_fill_into (&posting->dossier, other->dossier, NULL);
  if (!posting->says_kind && other->says_kind)
    {
      g_set_str (&posting->dossier->opportunity->kind, other->dossier->opportunity->kind);
      posting->says_kind = TRUE;
    }
  foothold_import_dates_join (&posting->dates, &other->dates, posting->dossier->opportunity);
  for (guint i = 0; i < other->notes->len; i++)
    {
      const Note *note = g_ptr_array_index (other->notes, i);
      const FootholdField *field =
        note->field != NULL ? foothold_row_type_find (&foothold_opportunity_row_type, note->field) : NULL;

      if (field == NULL || foothold_row_has_value (posting->dossier->opportunity, field)
          || has_note (posting, note->field))
        continue;
      if (!report (self, posting->dossier->where, note, error))
        return FALSE;
      keep_note (posting->notes, NULL, note->field, note->reason, NULL);
    }

  return TRUE;
}

static gboolean
fill_same (FootholdPagePostings *self, GPtrArray *fresh, GError **error)
{
  const guint n_known = self->postings->len;

  for (guint i = 0; i < n_known; i++)
    ((Posting *) g_ptr_array_index (self->postings, i))->taken = FALSE;
  for (guint pass = 0; pass < 3 && n_known > 0; pass++)
    for (guint i = 0; i < fresh->len; i++)
      {
        Posting *posting = g_ptr_array_index (fresh, i);
        Posting *known;
        guint n, n_fresh;

        if (posting->taken)
          continue;
        if (pass == 2)
          known = n_known == 1 && fresh->len == 1 ? g_ptr_array_index (self->postings, 0) : NULL;
        else
          {
            known = find_called (self->postings, n_known, posting, pass == 0, &n);
            if (pass == 1
                && (n > 1 || find_called (fresh, fresh->len, posting, FALSE, &n_fresh) == NULL || n_fresh > 1))
              known = NULL;
          }
        if (known == NULL)
          continue;
        known->taken = posting->taken = TRUE;
        if (!fill (self, known, posting, error))
          return FALSE;
      }

  return TRUE;
}

/* The ones that are new: a posting as any other. */
static gboolean
add_new (FootholdPagePostings *self, GPtrArray *fresh, GError **error)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      Posting *posting = g_ptr_array_index (fresh, i);

      if (posting->taken || self->postings->len >= FOOTHOLD_LIMIT_POSTINGS)
        continue;
      posting->dossier->where = g_strdup_printf (_ ("Posting %u"), self->postings->len + 1);
      g_ptr_array_index (fresh, i) = NULL;
      g_ptr_array_add (self->postings, posting);
      if (!report_all (self, posting->dossier->where, posting, error))
        return FALSE;
    }

  return TRUE;
}

static void
clear_posting (gpointer data)
{
  g_clear_pointer (&data, posting_free);
}

gboolean
foothold_page_postings_read (FootholdPagePostings *self, FootholdJsonLd *ld, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) objects = foothold_json_ld_find (ld, "JobPosting");
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (clear_posting);
  const gboolean first = self->postings->len == 0;
  const gboolean alone = objects->len == 1 && self->postings->len <= 1;

  if (first && objects->len > FOOTHOLD_LIMIT_POSTINGS
      && !self->sink->problem (self->sink->user_data, NULL, NULL,
                               _ ("The page has too many postings; those after the first 500 were left out."), error))
    return FALSE;

  for (guint i = 0; i < MIN (objects->len, FOOTHOLD_LIMIT_POSTINGS); i++)
    {
      Posting *posting = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_one (self, ld, g_ptr_array_index (objects, i), alone, &posting, error))
        return FALSE;
      if (posting->dossier != NULL)
        {
          g_ptr_array_add (fresh, posting);
          continue;
        }
      /* one without a title in a later way is another half of what is known */
      if (first)
        {
          g_autofree char *where = g_strdup_printf (_ ("Posting %u"), i + 1);
          const gboolean ok = report_all (self, where, posting, error);

          posting_free (posting);
          if (!ok)
            return FALSE;
        }
      else
        posting_free (posting);
    }

  return fill_same (self, fresh, error) && add_new (self, fresh, error);
}

/* One question for the page, whatever number of its postings wait for the answer. */
static gboolean
report_dates (FootholdPagePostings *self, GError **error)
{
  g_auto (FootholdImportDates) dates = foothold_import_dates (self->sink);

  for (guint i = 0; i < self->postings->len; i++)
    {
      const Posting *posting = g_ptr_array_index (self->postings, i);

      foothold_import_dates_join (&dates, &posting->dates, posting->dossier->opportunity);
    }
  return foothold_import_dates_report (&dates, _ ("The page"), self->sink, error);
}

gboolean
foothold_page_postings_give (FootholdPagePostings *self, GBytes *page, const char *file_name, GError **error)
{
  if (!report_dates (self, error))
    return FALSE;
  for (guint i = 0; i < self->postings->len; i++)
    {
      Posting *posting = g_ptr_array_index (self->postings, i);

      foothold_dossier_add_page (posting->dossier, file_name, "text/html", page);
      if (!self->sink->take_dossier (self->sink->user_data, g_steal_pointer (&posting->dossier), error))
        return FALSE;
    }

  return TRUE;
}
