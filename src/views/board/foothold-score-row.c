// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-score-row.h"

#include "views/board/foothold-check-row.h"
#include "views/board/foothold-children-groups.h"
#include "views/board/foothold-opportunity-groups.h"
#include "views/board/foothold-page-part.h"
#include "widgets/foothold-range-bar.h"

#include <glib/gi18n.h>

/*
 * Rows stay from one judgement to the next, because somebody may be typing in one.
 * An input that is one fact is the row of that fact; any other has a line of its
 * own, with what it is made of below.
 */

#define N_FIELDS 2
#define SKILLS "skills"

static const struct
{
  const char *name, *about;
} scores[FOOTHOLD_WORTH_N_SCORES] = {
  [FOOTHOLD_WORTH_ALIGNMENT] = { N_ ("Alignment"), N_ ("How near it comes to your goals and wants") },
  [FOOTHOLD_WORTH_LEARNING] = { N_ ("Learning"), N_ ("What you can learn, and with whose help") },
  [FOOTHOLD_WORTH_GROWTH] = { N_ ("Growth"), N_ ("What it may lead to") },
};

static const struct
{
  const char *fields[N_FIELDS]; /* of the opportunity, changed here */
  const char *leads; /* where its own line leads to; NULL: to one's profile */
} specs[FOOTHOLD_WORTH_N_INPUTS] = {
  [FOOTHOLD_WORTH_GOAL_MATCH] = { { "area", "industry" }, NULL },
  [FOOTHOLD_WORTH_WANTED_SKILLS] = { { SKILLS }, SKILLS },
  [FOOTHOLD_WORTH_WANTS_MET] = { { NULL }, "wants" },
  [FOOTHOLD_WORTH_NEWNESS] = { { SKILLS }, SKILLS },
  [FOOTHOLD_WORTH_SUPERVISOR] = { { "supervisor" }, NULL },
  [FOOTHOLD_WORTH_CHECK_INS] = { { "check_ins" }, NULL },
  [FOOTHOLD_WORTH_RESOURCES] = { { "resources" }, NULL },
  [FOOTHOLD_WORTH_FEEDBACK] = { { "feedback" }, NULL },
  [FOOTHOLD_WORTH_CONVERSION] = { { "conversion" }, NULL },
  [FOOTHOLD_WORTH_REFERENCE] = { { "reference", "introduction" }, "reference" },
  [FOOTHOLD_WORTH_SHOWABLE] = { { "showable" }, NULL },
};

typedef struct
{
  GtkWidget *own; /* a line of its own, or NULL */
  GtkWidget *fields[N_FIELDS]; /* FootholdFieldRow, or NULL */
  GtkWidget *skills_row; /* or NULL */
  GtkWidget *bar;
  GtkLabel *counts; /* NULL where the line of its own says it */
} Input;

struct _FootholdScoreRow
{
  AdwExpanderRow parent_instance;

  FootholdWorthScore score;
  GtkWidget *bar;
  Input inputs[FOOTHOLD_WORTH_N_INPUTS];
  GtkWidget *skills; /* FootholdSkillsGroup, or NULL */
  gboolean made;
  FootholdDossier *dossier;
  FootholdWorth worth;
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdScoreRow,
                               foothold_score_row,
                               ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

char *
foothold_worth_known_words (const FootholdRange *range)
{
  return g_strdup_printf (ngettext ("%u of %u fact known", "%u of %u facts known", range->n_asked), range->n_known,
                          range->n_asked);
}

/* Translators: how much one of several things counts: "counts 45 %". (transfer full) */
static char *
counts_words (const FootholdWorthInput *input)
{
  return g_strdup_printf (_ ("counts %.0f\u00a0%%"), input->weight * 100);
}

static GtkWidget *
bar_new (const char *title)
{
  GtkWidget *bar = foothold_range_bar_new (title);

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

/* How much it counts and what it brings, beside the title of its only fact. */
static GtkWidget *
aside_new (Input *input, FootholdWorthInputId id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  input->counts = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (input->counts), "fact-source");
  gtk_widget_add_css_class (GTK_WIDGET (input->counts), "numeric");
  input->bar = bar_new (foothold_worth_input_name (id));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (input->counts));
  gtk_box_append (GTK_BOX (box), input->bar);
  return box;
}

static void
edited_cb (FootholdScoreRow *self, FootholdDossier *changed, const char *label)
{
  g_signal_emit_by_name (self, "edited", changed, label);
}

static GtkWidget *
skills_row_new (FootholdScoreRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();

  self->skills = foothold_skills_list_new ();
  g_signal_connect_object (self->skills, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit_by_name (self, "list-added", self->skills);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->skills);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Skills Asked For"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Skills Asked For"), -1);
  return row;
}

static void
make_fields (FootholdScoreRow *self, FootholdWorthInputId id)
{
  Input *input = &self->inputs[id];

  for (guint n = 0; n < N_FIELDS && specs[id].fields[n] != NULL; n++)
    if (g_str_equal (specs[id].fields[n], SKILLS))
      {
        input->skills_row = skills_row_new (self);
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), input->skills_row);
      }
    else
      {
        FootholdFieldRow *row = foothold_field_group_make_row (foothold_opportunity_groups_find (specs[id].fields[n]));

        input->fields[n] = GTK_WIDGET (row);
        if (input->own == NULL)
          foothold_field_row_set_aside (row, aside_new (input, id));
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
        g_signal_emit_by_name (self, "row-added", row);
      }
}

static void
make_input (FootholdScoreRow *self, FootholdWorthInputId id)
{
  const gboolean is_fact =
    specs[id].fields[0] != NULL && specs[id].fields[1] == NULL && !g_str_equal (specs[id].fields[0], SKILLS);
  Input *input = &self->inputs[id];

  if (!is_fact)
    {
      input->own =
        foothold_check_row_new (foothold_worth_input_name (id), NULL, FOOTHOLD_FACT_NOT_LOOKED_AT, specs[id].leads);
      input->bar = bar_new (foothold_worth_input_name (id));
      /* Their arrow has this before it, and this one not: the numbers stand below each other. */
      gtk_widget_set_margin_end (input->bar, 3);
      foothold_check_row_add (input->own, input->bar);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), input->own);
    }
  make_fields (self, id);
}

/* An input that does not count is not shown. */
static void
show_input (Input *input, const FootholdWorthInput *judged)
{
  g_autofree char *counts = judged != NULL ? counts_words (judged) : NULL;

  for (guint n = 0; n < N_FIELDS; n++)
    if (input->fields[n] != NULL)
      gtk_widget_set_visible (input->fields[n], judged != NULL);
  if (input->skills_row != NULL)
    gtk_widget_set_visible (input->skills_row, judged != NULL);
  if (input->own != NULL)
    gtk_widget_set_visible (input->own, judged != NULL);
  if (judged == NULL)
    return;

  foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (input->bar), judged->value.lo, judged->value.hi);
  if (input->own != NULL)
    foothold_check_row_say (input->own, counts,
                            judged->known      ? FOOTHOLD_FACT_STATED
                            : judged->not_said ? FOOTHOLD_FACT_NOT_SAID
                                               : FOOTHOLD_FACT_NOT_LOOKED_AT);
  else
    gtk_label_set_text (input->counts, counts);
}

static void
show_inputs (FootholdScoreRow *self)
{
  const FootholdWorthInput *judged[FOOTHOLD_WORTH_N_INPUTS] = { NULL };

  for (guint i = 0; i < self->worth.n_inputs; i++)
    judged[self->worth.inputs[i].id] = &self->worth.inputs[i];
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    if (foothold_worth_input_score (id) == self->score)
      show_input (&self->inputs[id], judged[id]);
}

static void
load_fields (FootholdScoreRow *self)
{
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    for (guint n = 0; n < N_FIELDS; n++)
      if (self->inputs[id].fields[n] != NULL)
        foothold_field_group_load_row (FOOTHOLD_FIELD_ROW (self->inputs[id].fields[n]), self->dossier);
  if (self->skills != NULL)
    foothold_skills_group_load (FOOTHOLD_SKILLS_GROUP (self->skills), self->dossier);
}

static void
expanded_cb (FootholdScoreRow *self)
{
  if (self->made || self->dossier == NULL)
    return;

  self->made = TRUE;
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    if (foothold_worth_input_score (id) == self->score)
      make_input (self, id);
  load_fields (self);
  show_inputs (self);
}

static void
load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdScoreRow *self = FOOTHOLD_SCORE_ROW (part);
  FootholdDossier *old = self->dossier;

  self->dossier = foothold_dossier_ref (dossier);
  g_clear_pointer (&old, foothold_dossier_unref);
  if (self->made)
    load_fields (self);
}

static void
judge (FootholdPagePart *part, const FootholdAppraisal *appraisal)
{
  FootholdScoreRow *self = FOOTHOLD_SCORE_ROW (part);
  const FootholdRange *range = &appraisal->judgement.worth.scores[self->score];
  g_autofree char *known = foothold_worth_known_words (range);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", _ (scores[self->score].about), known);

  self->worth = appraisal->judgement.worth;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (self->bar), range->lo, range->hi);
  if (self->made)
    show_inputs (self);
}

static void
foreach_row (FootholdPagePart *part, GFunc func, gpointer user_data)
{
  FootholdScoreRow *self = FOOTHOLD_SCORE_ROW (part);

  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    for (guint n = 0; n < N_FIELDS; n++)
      if (self->inputs[id].fields[n] != NULL)
        func (self->inputs[id].fields[n], user_data);
}

static gboolean
has_field (FootholdScoreRow *self, const char *field)
{
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    for (guint n = 0; n < N_FIELDS && foothold_worth_input_score (id) == self->score; n++)
      if (g_strcmp0 (specs[id].fields[n], field) == 0)
        return TRUE;

  return FALSE;
}

static gboolean
reveal (FootholdPagePart *part, const char *field)
{
  FootholdScoreRow *self = FOOTHOLD_SCORE_ROW (part);

  if (self->dossier == NULL || !has_field (self, field))
    return FALSE;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (g_str_equal (field, SKILLS))
    {
      foothold_skills_group_edit (FOOTHOLD_SKILLS_GROUP (self->skills));
      return TRUE;
    }
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    for (guint n = 0; n < N_FIELDS; n++)
      if (self->inputs[id].fields[n] != NULL && g_str_equal (specs[id].fields[n], field))
        foothold_field_row_edit (FOOTHOLD_FIELD_ROW (self->inputs[id].fields[n]));
  return TRUE;
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = load;
  iface->judge = judge;
  iface->foreach = foreach_row;
  iface->reveal = reveal;
}

static void
foothold_score_row_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_SCORE_ROW (object)->dossier, foothold_dossier_unref);

  G_OBJECT_CLASS (foothold_score_row_parent_class)->finalize (object);
}

static void
foothold_score_row_class_init (FootholdScoreRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_score_row_finalize;
}

static void
foothold_score_row_init (FootholdScoreRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
foothold_score_row_new (FootholdWorthScore score)
{
  FootholdScoreRow *self = g_object_new (FOOTHOLD_TYPE_SCORE_ROW, NULL);
  const char *name = _ (scores[score].name);

  self->score = score;
  self->bar = bar_new (name);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->bar);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
