/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-tag-row.h"

#include "store/foothold-dossier.h"
#include "store/foothold-filter-vocabulary.h"
#include "store/foothold-fold.h"
#include "widgets/foothold-completions.h"

#include <string.h>

#define COMPLETIONS_MOST 8
/* What stands between several. */
#define BETWEEN ",;"

struct _FootholdTagRow
{
  AdwEntryRow parent_instance;

  FootholdCompletions *completions; /* NULL until there is a place for them, and from disposal on */
  FootholdFilterVocabulary *vocabulary;
  GPtrArray *given; /* char *: not offered; or NULL */
  GPtrArray *found; /* char *: the rows of the completions */
  GCancellable *loading;
  gboolean several;
  gboolean completing; /* a tag is being put in */
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdTagRow, foothold_tag_row, ADW_TYPE_ENTRY_ROW)

const char *const *
foothold_tag_row_get_tags (FootholdTagRow *self)
{
  static const char *const none[] = { NULL };
  const char *const *tags;

  g_return_val_if_fail (FOOTHOLD_IS_TAG_ROW (self), none);

  tags = foothold_filter_vocabulary_get_names (FOOTHOLD_FILTER_TAG, self->vocabulary);
  return tags != NULL ? tags : none;
}

/* Where the tag at the caret begins in @text and where it ends, without the space around it. */
static void
find_piece (FootholdTagRow *self, const char *text, const char **start, const char **end)
{
  const char *caret = g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self)));

  *start = text;
  *end = text + strlen (text);
  if (self->several)
    {
      for (const char *at = text; at < caret; at++)
        if (strchr (BETWEEN, *at) != NULL)
          *start = at + 1;
      *end = caret + strcspn (caret, BETWEEN);
    }
  while (*start < *end && g_ascii_isspace (**start))
    (*start)++;
  while (*end > *start && g_ascii_isspace ((*end)[-1]))
    (*end)--;
}

/* One with a comma in it would be two where several may stand. */
static gboolean
can_go_on (FootholdTagRow *self, const char *tag, const char *typed)
{
  g_autofree char *folded = foothold_fold_name (tag);
  g_autofree char *later = g_strconcat (" ", typed, NULL);

  return (g_str_has_prefix (folded, typed) || strstr (folded, later) != NULL) && !g_str_equal (folded, typed)
         && !(self->several && strpbrk (tag, BETWEEN) != NULL)
         && !(self->given != NULL && foothold_dossier_names_have (self->given, tag));
}

/* Below the entry, those in use in which a word begins as what is typed does. */
static void
complete (FootholdTagRow *self)
{
  const char *const *tags = foothold_tag_row_get_tags (self);
  const char *start, *end;
  g_autofree char *piece = NULL;
  g_autofree char *folded = NULL;

  if (self->completing || self->completions == NULL)
    return;

  find_piece (self, gtk_editable_get_text (GTK_EDITABLE (self)), &start, &end);
  piece = g_strndup (start, (gsize) (end - start));
  folded = foothold_fold_name (piece);
  foothold_completions_clear (self->completions);
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; *folded != '\0' && tags[i] != NULL && self->found->len < COMPLETIONS_MOST; i++)
    if (can_go_on (self, tags[i], folded))
      {
        foothold_completions_add (self->completions, tags[i], NULL);
        g_ptr_array_add (self->found, g_strdup (tags[i]));
      }
  foothold_completions_open (self->completions);
}

/* The text changes before the caret goes behind what was typed, which may begin another tag. */
static void
caret_moved_cb (FootholdTagRow *self)
{
  if (self->completions != NULL && foothold_completions_is_open (self->completions))
    complete (self);
}

static void
put (FootholdTagRow *self, const char *text, int caret)
{
  self->completing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->completing = FALSE;
  if (self->completions != NULL)
    foothold_completions_close (self->completions);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self), caret);
}

void
foothold_tag_row_put_in (FootholdTagRow *self, const char *tag)
{
  g_return_if_fail (FOOTHOLD_IS_TAG_ROW (self));

  put (self, tag, -1);
}

/* In the place of what was typed of it; those before and after it stay. */
static void
taken_cb (FootholdTagRow *self, guint n)
{
  const char *tag = g_ptr_array_index (self->found, n);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  const char *start, *end;
  GString *with = g_string_new (NULL);
  int caret;

  find_piece (self, text, &start, &end);
  g_string_append_len (with, text, start - text);
  g_string_append (with, tag);
  caret = (int) g_utf8_strlen (with->str, -1);
  g_string_append (with, end);
  put (self, with->str, caret);
  g_string_free (with, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTagRow) self = user_data;
  FootholdFilterVocabulary *vocabulary = foothold_filter_vocabulary_load_finish (FOOTHOLD_STORE (source), result, NULL);

  if (vocabulary == NULL)
    return;

  g_clear_pointer (&self->vocabulary, foothold_filter_vocabulary_free);
  self->vocabulary = vocabulary;
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  complete (self);
}

void
foothold_tag_row_load (FootholdTagRow *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_TAG_ROW (self));
  g_return_if_fail (FOOTHOLD_IS_STORE (store));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_filter_vocabulary_load_async (store, self->loading, loaded_cb, g_object_ref (self));
}

void
foothold_tag_row_set_given (FootholdTagRow *self, GPtrArray *given)
{
  g_return_if_fail (FOOTHOLD_IS_TAG_ROW (self));

  g_clear_pointer (&self->given, g_ptr_array_unref);
  self->given = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < given->len; i++)
    g_ptr_array_add (self->given, g_strdup (g_ptr_array_index (given, i)));
}

void
foothold_tag_row_offer_in (FootholdTagRow *self, GtkWidget *around)
{
  g_return_if_fail (FOOTHOLD_IS_TAG_ROW (self));
  g_return_if_fail (self->completions == NULL);

  self->completions = foothold_completions_new (around, GTK_WIDGET (self));
  g_object_add_weak_pointer (G_OBJECT (self->completions), (gpointer *) &self->completions);
  g_signal_connect_object (self->completions, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
}

static void
foothold_tag_row_dispose (GObject *object)
{
  FootholdTagRow *self = FOOTHOLD_TAG_ROW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_weak_pointer (&self->completions);

  G_OBJECT_CLASS (foothold_tag_row_parent_class)->dispose (object);
}

static void
foothold_tag_row_finalize (GObject *object)
{
  FootholdTagRow *self = FOOTHOLD_TAG_ROW (object);

  g_clear_pointer (&self->vocabulary, foothold_filter_vocabulary_free);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (foothold_tag_row_parent_class)->finalize (object);
}

static void
foothold_tag_row_class_init (FootholdTagRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foothold_tag_row_dispose;
  object_class->finalize = foothold_tag_row_finalize;

  signals[SIGNAL_LOADED] =
    g_signal_new ("loaded", FOOTHOLD_TYPE_TAG_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_tag_row_init (FootholdTagRow *self)
{
  self->vocabulary = foothold_filter_vocabulary_new ();
  self->found = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self, "changed", G_CALLBACK (complete), NULL);
  g_signal_connect (self, "notify::cursor-position", G_CALLBACK (caret_moved_cb), NULL);
}

GtkWidget *
foothold_tag_row_new (const char *title, gboolean several)
{
  FootholdTagRow *self = g_object_new (FOOTHOLD_TYPE_TAG_ROW, "title", title, NULL);

  self->several = several;
  return GTK_WIDGET (self);
}
