// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-facts.h"

#include "views/board/foothold-children-groups.h"
#include "views/board/foothold-opportunity-groups.h"

/*
 * A slice ends after the step that used it up, and the next one waits for the frame
 * that lays out what was made: were there several a frame, it would have to lay out
 * all of them at once and come too late. Where nothing is painted nobody waits.
 */

#define SLICE_US 4000

typedef enum
{
  PART_GROUP,
  PART_FACTS,
  PART_LIST,
  PART_ENTRIES,
} Part;

struct _FootholdOpportunityFacts
{
  GtkBox parent_instance;

  FootholdDossier *dossier; /* NULL: nobody's */
  GPtrArray *groups; /* of facts: FootholdFieldGroup, as many as are made */
  GtkWidget *deliverables;
  GtkWidget *skills;
  GtkWidget *tags;
  guint filled; /* so many groups, with what stands behind them, show dossier */
  guint same; /* so many show dossier or what it was before */
  Part part; /* what comes next of the next one */
  guint slice;
  guint tick;
};

enum
{
  SIGNAL_ROW_ADDED,
  SIGNAL_LIST_ADDED,
  SIGNAL_EDITED,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdOpportunityFacts, foothold_opportunity_facts, GTK_TYPE_BOX)

static void
row_added_cb (FootholdOpportunityFacts *self, FootholdFieldRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ADDED], 0, row);
}

static void
edited_cb (FootholdOpportunityFacts *self, FootholdDossier *changed, const char *label)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, changed, label);
}

static GtkWidget *
add_list (FootholdOpportunityFacts *self, GtkWidget *list)
{
  g_signal_connect_object (list, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), list);
  g_signal_emit (self, signals[SIGNAL_LIST_ADDED], 0, list);
  return list;
}

static void
begin_group (FootholdOpportunityFacts *self)
{
  if (self->filled == self->groups->len)
    {
      GtkWidget *group = foothold_field_group_new (&foothold_opportunity_groups[self->filled]);

      g_signal_connect_object (group, "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->groups, group);
      gtk_box_append (GTK_BOX (self), group);
    }
  foothold_field_group_begin (g_ptr_array_index (self->groups, self->filled), self->dossier);
}

/*
 * What is handed over stands after what it is, the skills and the person's
 * own tags after what is asked for.
 */
static void
begin_list_after (FootholdOpportunityFacts *self, guint group)
{
  if (group == FOOTHOLD_GROUP_WHAT_IT_IS)
    {
      if (self->deliverables == NULL)
        self->deliverables = add_list (self, foothold_deliverables_group_new ());
      foothold_deliverables_group_begin (FOOTHOLD_DELIVERABLES_GROUP (self->deliverables), self->dossier);
    }
  if (group == FOOTHOLD_GROUP_REQUIREMENTS)
    {
      if (self->skills == NULL)
        self->skills = add_list (self, foothold_skills_group_new ());
      foothold_skills_group_load (FOOTHOLD_SKILLS_GROUP (self->skills), self->dossier);
    }
  if (group == FOOTHOLD_GROUP_REQUIREMENTS)
    {
      if (self->tags == NULL)
        self->tags = add_list (self, foothold_tags_group_new ());
      foothold_skills_group_load (FOOTHOLD_SKILLS_GROUP (self->tags), self->dossier);
    }
}

static gboolean
continue_list_after (FootholdOpportunityFacts *self, guint group)
{
  return group == FOOTHOLD_GROUP_WHAT_IT_IS
         && foothold_deliverables_group_continue (FOOTHOLD_DELIVERABLES_GROUP (self->deliverables));
}

/* The smallest part of the work; returns whether there is more. */
static gboolean
step (FootholdOpportunityFacts *self)
{
  if (self->filled == foothold_n_opportunity_groups)
    return FALSE;

  switch (self->part)
    {
    case PART_GROUP:
      begin_group (self);
      self->part = PART_FACTS;
      break;
    case PART_FACTS:
      if (!foothold_field_group_continue (g_ptr_array_index (self->groups, self->filled)))
        self->part = PART_LIST;
      break;
    case PART_LIST:
      begin_list_after (self, self->filled);
      self->part = PART_ENTRIES;
      break;
    case PART_ENTRIES:
      if (!continue_list_after (self, self->filled))
        {
          self->part = PART_GROUP;
          self->filled++;
        }
      break;
    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

static gboolean slice_cb (gpointer user_data);

static void
start_slice (FootholdOpportunityFacts *self)
{
  if (self->slice == 0 && self->tick == 0)
    self->slice = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, slice_cb, self, NULL);
}

/* In the frame that lays out the last slice; the next one runs when that is painted. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FootholdOpportunityFacts *self = FOOTHOLD_OPPORTUNITY_FACTS (widget);

  self->tick = 0;
  start_slice (self);
  return G_SOURCE_REMOVE;
}

static gboolean
slice_cb (gpointer user_data)
{
  FootholdOpportunityFacts *self = user_data;
  const gint64 start = g_get_monotonic_time ();

  while (step (self))
    if (g_get_monotonic_time () - start > SLICE_US)
      {
        if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
          return G_SOURCE_CONTINUE;
        self->slice = 0;
        self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
        return G_SOURCE_REMOVE;
      }

  self->slice = 0;
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
  return G_SOURCE_REMOVE;
}

static void
end_slices (FootholdOpportunityFacts *self)
{
  g_clear_handle_id (&self->slice, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->filled = 0;
  self->same = 0;
  self->part = PART_GROUP;
}

void
foothold_opportunity_facts_fill (FootholdOpportunityFacts *self, FootholdDossier *dossier)
{
  FootholdDossier *old;

  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_FACTS (self));
  g_return_if_fail (dossier != NULL);

  old = self->dossier;
  self->same =
    old != NULL && old->opportunity->row.id == dossier->opportunity->row.id ? MAX (self->same, self->filled) : 0;
  self->dossier = foothold_dossier_ref (dossier);
  g_clear_pointer (&old, foothold_dossier_unref);
  self->filled = 0;
  self->part = PART_GROUP;
  start_slice (self);
}

void
foothold_opportunity_facts_stop (FootholdOpportunityFacts *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_FACTS (self));

  end_slices (self);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
}

FootholdFieldRow *
foothold_opportunity_facts_reveal (FootholdOpportunityFacts *self, const char *field)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY_FACTS (self), NULL);

  for (guint i = 0; i < MIN (self->filled, self->groups->len); i++)
    {
      FootholdFieldRow *row = foothold_field_group_reveal (g_ptr_array_index (self->groups, i), field);

      if (row != NULL)
        return row;
    }

  return NULL;
}

void
foothold_opportunity_facts_focus_list (FootholdOpportunityFacts *self, const char *field)
{
  GtkWidget *list;

  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_FACTS (self));

  list = g_str_equal (field, "skills") ? self->skills : self->deliverables;
  if (list != NULL)
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

void
foothold_opportunity_facts_foreach (FootholdOpportunityFacts *self, GFunc func, gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_FACTS (self));

  for (guint i = 0; i < MAX (self->filled, self->same); i++)
    foothold_field_group_foreach (g_ptr_array_index (self->groups, i), func, user_data);
}

void
foothold_opportunity_facts_commit_lists (FootholdOpportunityFacts *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_FACTS (self));

  if (self->deliverables != NULL && self->dossier != NULL)
    foothold_deliverables_group_commit (FOOTHOLD_DELIVERABLES_GROUP (self->deliverables));
}

static void
foothold_opportunity_facts_dispose (GObject *object)
{
  FootholdOpportunityFacts *self = FOOTHOLD_OPPORTUNITY_FACTS (object);

  end_slices (self);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  g_ptr_array_set_size (self->groups, 0);

  G_OBJECT_CLASS (foothold_opportunity_facts_parent_class)->dispose (object);
}

static void
foothold_opportunity_facts_finalize (GObject *object)
{
  FootholdOpportunityFacts *self = FOOTHOLD_OPPORTUNITY_FACTS (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (foothold_opportunity_facts_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name, FOOTHOLD_TYPE_OPPORTUNITY_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_params, first, second);
}

static void
foothold_opportunity_facts_class_init (FootholdOpportunityFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_opportunity_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_opportunity_facts_finalize;

  signals[SIGNAL_ROW_ADDED] = new_signal ("row-added", 1, FOOTHOLD_TYPE_FIELD_ROW, G_TYPE_NONE);
  signals[SIGNAL_LIST_ADDED] = new_signal ("list-added", 1, GTK_TYPE_WIDGET, G_TYPE_NONE);
  signals[SIGNAL_EDITED] = new_signal ("edited", 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[SIGNAL_FILLED] = new_signal ("filled", 0, G_TYPE_NONE, G_TYPE_NONE);
}

static void
foothold_opportunity_facts_init (FootholdOpportunityFacts *self)
{
  self->groups = g_ptr_array_new ();
}
