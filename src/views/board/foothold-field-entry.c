// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-field-entry.h"

#include "model/foothold-zones.h"
#include "store/foothold-rows.h"
#include "views/board/foothold-field-choice.h"
#include "widgets/foothold-completions.h"
#include "widgets/foothold-typing.h"
#include "widgets/foothold-wrapped-entry.h"

#define COMPLETIONS_MOST 6

struct _FootholdFieldEntry
{
  AdwBin parent_instance;

  const char *field;
  FootholdEntryKind kind;
  GtkWidget *inner; /* FootholdWrappedEntry or GtkDropDown */
  FootholdCompletions *completions; /* of a time zone, once one is typed */
  GPtrArray *found; /* what they are */
  FootholdRow *word; /* a new one of the person's, that what is committed next refers to */
  char *loaded;
  gboolean loading;
  gboolean committed; /* since the last key */
};

enum
{
  SIGNAL_TYPED,
  SIGNAL_COMMITTED,
  SIGNAL_WORD_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdFieldEntry, foothold_field_entry, ADW_TYPE_BIN)

char *
foothold_field_entry_dup_text (FootholdFieldEntry *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self), NULL);

  if (GTK_IS_DROP_DOWN (self->inner))
    {
      g_autofree char *slug = foothold_field_choice_dup_slug (GTK_DROP_DOWN (self->inner));

      return g_strdup (slug != NULL ? slug : self->loaded);
    }

  return foothold_wrapped_entry_dup_text (FOOTHOLD_WRAPPED_ENTRY (self->inner));
}

gboolean
foothold_field_entry_is_dirty (FootholdFieldEntry *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self), FALSE);

  text = foothold_field_entry_dup_text (self);
  return g_strcmp0 (text, self->loaded) != 0;
}

/* ---- what it may go on with ---- */

static void
taken_cb (FootholdFieldEntry *self, guint n)
{
  g_autofree char *zone = g_strdup (g_ptr_array_index (self->found, n));

  foothold_completions_close (self->completions);
  gtk_widget_grab_focus (self->inner);
  foothold_field_entry_put_text (self, zone);
}

/* The names of zones are known to few, the names of cities to all. */
static void
complete_zone (FootholdFieldEntry *self)
{
  g_autofree char *typed = foothold_field_entry_dup_text (self);

  if (self->completions == NULL)
    {
      self->completions = foothold_completions_new (GTK_WIDGET (self), self->inner);
      g_object_add_weak_pointer (G_OBJECT (self->completions), (gpointer *) &self->completions);
      g_signal_connect_object (self->completions, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
    }
  foothold_completions_clear (self->completions);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = foothold_zones_complete (typed, COMPLETIONS_MOST);
  for (guint i = 0; i < self->found->len; i++)
    foothold_completions_add (self->completions, g_ptr_array_index (self->found, i), NULL);
  foothold_completions_open (self->completions);
}

gboolean
foothold_field_entry_is_completing (FootholdFieldEntry *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self), FALSE);

  return self->completions != NULL && foothold_completions_is_chosen (self->completions);
}

/* ---- typing ---- */

static void
typed_cb (FootholdFieldEntry *self)
{
  if (self->loading)
    return;

  self->committed = FALSE;
  if (self->kind == FOOTHOLD_ENTRY_ZONE)
    complete_zone (self);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

/*
 * What is being typed is the entry's own to undo and to do again. Once it is kept it is the window's: the entry forgets
 * it, and the keys go on to the window by themselves.
 */
void
foothold_field_entry_commit (FootholdFieldEntry *self)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));

  if (self->loading || !foothold_field_entry_is_dirty (self))
    return;

  if (FOOTHOLD_IS_WRAPPED_ENTRY (self->inner))
    foothold_typing_forget (self->inner);
  self->committed = TRUE;
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0);
}

static void
set_text (FootholdFieldEntry *self, const char *text)
{
  if (GTK_IS_DROP_DOWN (self->inner))
    foothold_field_choice_set_slug (GTK_DROP_DOWN (self->inner), text);
  else
    foothold_wrapped_entry_set_text (FOOTHOLD_WRAPPED_ENTRY (self->inner), text);
}

void
foothold_field_entry_put_text (FootholdFieldEntry *self, const char *text)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));

  set_text (self, text);
}

/* Escape takes back what was typed; a second one goes where it always goes. */
static gboolean
key_cb (FootholdFieldEntry *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Escape || !foothold_field_entry_is_dirty (self))
    return GDK_EVENT_PROPAGATE;

  set_text (self, self->loaded);
  return GDK_EVENT_STOP;
}

/* The last choice of a list that may be extended is no value: it asks for one. */
static void
selected_cb (FootholdFieldEntry *self)
{
  g_autofree char *slug = foothold_field_choice_dup_slug (GTK_DROP_DOWN (self->inner));

  if (slug != NULL)
    {
      foothold_field_entry_commit (self);
      return;
    }
  if (self->loading)
    return;
  foothold_field_choice_set_slug (GTK_DROP_DOWN (self->inner), self->loaded);
  g_signal_emit (self, signals[SIGNAL_WORD_ASKED], 0);
}

static void
make_line (FootholdFieldEntry *self, gboolean lines)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->inner = foothold_wrapped_entry_new (lines);
  g_signal_connect_object (self->inner, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "activate", G_CALLBACK (foothold_field_entry_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (foothold_field_entry_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->inner, focus);
  gtk_widget_add_controller (self->inner, keys);
}

static void
make_choice (FootholdFieldEntry *self, FootholdEntryKind kind)
{
  self->inner = foothold_field_choice_new (self->field, kind);
  g_signal_connect_object (self->inner, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

void
foothold_field_entry_setup (FootholdFieldEntry *self, const char *field, FootholdEntryKind kind)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));
  g_return_if_fail (self->inner == NULL);

  self->field = field;
  self->kind = kind;
  if (kind == FOOTHOLD_ENTRY_CHOICE || kind == FOOTHOLD_ENTRY_FLAG)
    make_choice (self, kind);
  else
    make_line (self, kind == FOOTHOLD_ENTRY_LINES);
  adw_bin_set_child (ADW_BIN (self), self->inner);
}

GtkWidget *
foothold_field_entry_get_inner (FootholdFieldEntry *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self), NULL);

  return self->inner;
}

/* A drop-down takes its name from a relation alone, see FootholdSwitcher. */
void
foothold_field_entry_set_label (FootholdFieldEntry *self, GtkLabel *label)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));

  if (GTK_IS_DROP_DOWN (self->inner))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (label), -1);
}

void
foothold_field_entry_set_invalid (FootholdFieldEntry *self, gboolean invalid)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->inner), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
foothold_field_entry_set_placeholder (FootholdFieldEntry *self, const char *words)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));

  if (FOOTHOLD_IS_WRAPPED_ENTRY (self->inner))
    foothold_wrapped_entry_set_placeholder (FOOTHOLD_WRAPPED_ENTRY (self->inner), words);
}

void
foothold_field_entry_set_unknown (FootholdFieldEntry *self, const char *words)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));

  if (!GTK_IS_DROP_DOWN (self->inner))
    return;

  self->loading = TRUE;
  foothold_field_choice_set_unknown (GTK_DROP_DOWN (self->inner), words);
  self->loading = FALSE;
}

gboolean
foothold_field_entry_load (FootholdFieldEntry *self, const char *text)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (self->loaded != NULL && !self->committed
      && (gtk_widget_get_state_flags (self->inner) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
      && foothold_field_entry_is_dirty (self))
    return FALSE;

  self->loading = TRUE;
  g_set_str (&self->loaded, text);
  set_text (self, text);
  self->loading = FALSE;
  return TRUE;
}

void
foothold_field_entry_set_own_words (FootholdFieldEntry *self, const char *const *slugs, const char *const *names)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (self->inner));

  self->loading = TRUE;
  foothold_field_choice_set_own (GTK_DROP_DOWN (self->inner), slugs, names);
  self->loading = FALSE;
}

void
foothold_field_entry_put_word (FootholdFieldEntry *self, const char *name)
{
  g_autofree char *slug = NULL;
  FootholdTermRow *term;

  g_return_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (self->inner));

  slug = g_strdup (foothold_field_choice_find (GTK_DROP_DOWN (self->inner), name));
  if (slug == NULL && g_str_equal (self->field, "place"))
    {
      /* Saving makes the place of this name. */
      slug = g_strdup (name);
    }
  else if (slug == NULL)
    {
      /* The slug is the word itself, so that it reads well anywhere. */
      term = (FootholdTermRow *) foothold_row_new (&foothold_term_row_type);
      term->list = g_strdup (self->field);
      term->slug = g_strdup (name);
      term->name = g_strdup (name);
      g_clear_pointer (&self->word, foothold_row_unref);
      self->word = &term->row;
      slug = g_strdup (name);
    }
  set_text (self, slug);
}

gpointer
foothold_field_entry_steal_word (FootholdFieldEntry *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ENTRY (self), NULL);

  return g_steal_pointer (&self->word);
}

static void
foothold_field_entry_dispose (GObject *object)
{
  g_clear_weak_pointer (&FOOTHOLD_FIELD_ENTRY (object)->completions);

  G_OBJECT_CLASS (foothold_field_entry_parent_class)->dispose (object);
}

static void
foothold_field_entry_finalize (GObject *object)
{
  FootholdFieldEntry *self = FOOTHOLD_FIELD_ENTRY (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->word, foothold_row_unref);
  g_clear_pointer (&self->loaded, g_free);

  G_OBJECT_CLASS (foothold_field_entry_parent_class)->finalize (object);
}

static void
foothold_field_entry_class_init (FootholdFieldEntryClass *klass)
{
  static const char *const names[] = { "typed", "committed", "word-asked" };

  G_OBJECT_CLASS (klass)->dispose = foothold_field_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_field_entry_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] =
      g_signal_new (names[i], FOOTHOLD_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_field_entry_init (FootholdFieldEntry *self)
{
}
