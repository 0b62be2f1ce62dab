// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-due-line.h"

struct _FootholdDueLine
{
  GObject parent_instance;

  FootholdDueEntry *entry; /* NULL: a heading */
  FootholdDueGroup group;
  guint n;
  gboolean folded;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FootholdDueLine, foothold_due_line, G_TYPE_OBJECT)

FootholdDueLine *
foothold_due_line_new (FootholdDueEntry *entry, FootholdDueGroup group)
{
  FootholdDueLine *self = g_object_new (FOOTHOLD_TYPE_DUE_LINE, NULL);

  self->entry = entry != NULL ? foothold_due_entry_ref (entry) : NULL;
  self->group = group;
  return self;
}

const FootholdDueEntry *
foothold_due_line_peek (FootholdDueLine *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self), NULL);

  return self->entry;
}

FootholdDueGroup
foothold_due_line_get_group (FootholdDueLine *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self), FOOTHOLD_DUE_NEVER);

  return self->entry != NULL ? self->entry->when.group : self->group;
}

guint
foothold_due_line_get_n (FootholdDueLine *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self), 0);

  return self->n;
}

gboolean
foothold_due_line_get_folded (FootholdDueLine *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self), FALSE);

  return self->folded;
}

static gboolean
says_the_same (const FootholdDueEntry *a, const FootholdDueEntry *b)
{
  return a->when.group == b->when.group && a->when.days == b->when.days && g_str_equal (a->when.time, b->when.time)
         && a->silent_days == b->silent_days && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->organisation, b->organisation) == 0 && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->step, b->step) == 0 && g_strcmp0 (a->state, b->state) == 0;
}

gboolean
foothold_due_line_set_entry (FootholdDueLine *self, FootholdDueEntry *entry)
{
  g_autoptr (FootholdDueEntry) old = NULL;

  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self) && self->entry != NULL, FALSE);

  old = g_steal_pointer (&self->entry);
  self->entry = foothold_due_entry_ref (entry);
  return !says_the_same (old, entry);
}

gboolean
foothold_due_line_set_n (FootholdDueLine *self, guint n)
{
  const gboolean other = self->n != n;

  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self), FALSE);

  self->n = n;
  return other;
}

gboolean
foothold_due_line_set_folded (FootholdDueLine *self, gboolean folded)
{
  const gboolean other = self->folded != folded;

  g_return_val_if_fail (FOOTHOLD_IS_DUE_LINE (self), FALSE);

  self->folded = folded;
  return other;
}

void
foothold_due_line_tell (FootholdDueLine *self)
{
  g_return_if_fail (FOOTHOLD_IS_DUE_LINE (self));

  g_signal_emit (self, changed_signal, 0);
}

static void
foothold_due_line_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_DUE_LINE (object)->entry, foothold_due_entry_unref);

  G_OBJECT_CLASS (foothold_due_line_parent_class)->finalize (object);
}

static void
foothold_due_line_class_init (FootholdDueLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_due_line_finalize;

  changed_signal =
    g_signal_new ("changed", FOOTHOLD_TYPE_DUE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_due_line_init (FootholdDueLine *self)
{
}
