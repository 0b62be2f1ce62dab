/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "foothold-others.h"

#include <glib/gi18n-lib.h>

/* One list in words, so that the window and the command line say the same. */

guint
foothold_others_sum (const FootholdOthers *self)
{
  guint sum = 0;

  for (guint i = 0; i < FOOTHOLD_N_OTHERS; i++)
    sum += self->n[i];

  return sum;
}

static const char *
plural (FootholdOther which, guint n)
{
  switch (which)
    {
    case FOOTHOLD_OTHER_GOALS:
      return ngettext ("%u goal", "%u goals", n);
    case FOOTHOLD_OTHER_WANTS:
      /* Translators: what a person wants of work: “paid”, “remote” */
      return ngettext ("%u want", "%u wants", n);
    case FOOTHOLD_OTHER_SKILLS:
      return ngettext ("%u skill", "%u skills", n);
    case FOOTHOLD_OTHER_ORGANISATIONS:
      return ngettext ("%u organisation", "%u organisations", n);
    case FOOTHOLD_OTHER_PEOPLE:
      return ngettext ("%u person", "%u people", n);
    case FOOTHOLD_OTHER_KNOWN_PEOPLE:
      /* Translators: people who are there already, of whom an import says something new */
      return ngettext ("more about %u person", "more about %u people", n);
    case FOOTHOLD_OTHER_PLACES:
      /* Translators: where a person looks for opportunities */
      return ngettext ("%u place to look", "%u places to look", n);
    case FOOTHOLD_OTHER_TERMS:
      /* Translators: areas and industries that a person added to the lists */
      return ngettext ("%u area or industry of your own", "%u areas and industries of your own", n);
    case FOOTHOLD_OTHER_SEARCHES:
      return ngettext ("%u saved search", "%u saved searches", n);
    case FOOTHOLD_OTHER_WEIGHTS:
      /* Translators: how much a part of “Is it worth it?” counts */
      return ngettext ("%u weight of what counts", "%u weights of what counts", n);
    case FOOTHOLD_OTHER_RATES:
      return ngettext ("%u rate of exchange", "%u rates of exchange", n);
    case FOOTHOLD_OTHER_APPLICATIONS:
      return ngettext ("%u application", "%u applications", n);
    case FOOTHOLD_OTHER_COLUMNS:
      /* Translators: of the board of applications */
      return ngettext ("%u column", "%u columns", n);
    case FOOTHOLD_OTHER_CHECKLIST:
      /* Translators: what a new application’s checklist begins with */
      return ngettext ("%u line of your checklist", "%u lines of your checklist", n);
    case FOOTHOLD_OTHER_CONVERSATIONS:
      return ngettext ("%u conversation", "%u conversations", n);
    case FOOTHOLD_OTHER_OUTREACH:
      /* Translators: hosts that advertise nothing and are asked all the same */
      return ngettext ("%u host to ask", "%u hosts to ask", n);
    case FOOTHOLD_OTHER_ENGAGEMENTS:
      /* Translators: pieces of work that were agreed */
      return ngettext ("%u engagement", "%u engagements", n);
    case FOOTHOLD_OTHER_STORIES:
      /* Translators: what one tells in an interview, and where it is told */
      return ngettext ("%u story", "%u stories", n);
    case FOOTHOLD_OTHER_PROFILE:
    case FOOTHOLD_N_OTHERS:
    default:
      g_assert_not_reached ();
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* one of the literals above, or its translation */
static char *
count_words (FootholdOther which, guint n)
{
  return g_strdup_printf (plural (which, n), n);
}
#pragma GCC diagnostic pop

static void
add_parts (const FootholdOthers *self, gboolean begins, GPtrArray *parts)
{
  if (self->n[FOOTHOLD_OTHER_PROFILE] > 0)
    g_ptr_array_add (parts, g_strdup (begins ? _ ("Your profile") : C_ ("within a sentence", "your profile")));
  for (guint i = FOOTHOLD_OTHER_PROFILE + 1; i < FOOTHOLD_N_OTHERS; i++)
    if (self->n[i] > 0 && begins && parts->len == 0 && i == FOOTHOLD_OTHER_KNOWN_PEOPLE)
      g_ptr_array_add (parts, g_strdup_printf (ngettext ("More about %u person", "More about %u people", self->n[i]),
                                               self->n[i]));
    else if (self->n[i] > 0)
      g_ptr_array_add (parts, count_words (i, self->n[i]));
}

/* (transfer full): NULL for none. */
static char *
list_parts (const GPtrArray *parts)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *before = g_steal_pointer (&text);

      if (before == NULL)
        text = g_strdup (part);
      else if (i + 1 < parts->len)
        /* Translators: things of a list, one after another: “your profile, 3 goals” */
        text = g_strdup_printf (C_ ("list", "%s, %s"), before, part);
      else
        /* Translators: the last two things of a list: “3 goals and 5 skills” */
        text = g_strdup_printf (C_ ("list", "%s and %s"), before, part);
    }

  return g_steal_pointer (&text);
}

guint
foothold_others_same_people (const FootholdOthers *self)
{
  const guint n_people = self->n[FOOTHOLD_OTHER_PEOPLE] + self->n[FOOTHOLD_OTHER_KNOWN_PEOPLE];

  return n_people > 0 && n_people == foothold_others_sum (self) ? self->n_same : 0;
}

char *
foothold_others_describe (const FootholdOthers *self, gboolean begins)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_parts (self, begins, parts);
  return list_parts (parts);
}

char *
foothold_others_describe_imported (const FootholdOthers *self, gint64 n_opportunities, guint n_applications)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  FootholdOthers others = *self;
  guint n_same;

  others.n[FOOTHOLD_OTHER_APPLICATIONS] += n_applications;
  if (n_opportunities > 0 || foothold_others_sum (&others) == 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", (gulong) n_opportunities),
                                             (guint) n_opportunities));
  add_parts (&others, parts->len == 0, parts);
  list = list_parts (parts);
  n_same = foothold_others_same_people (&others);
  if (n_opportunities == 0 && n_same > 0)
    {
      g_autofree char *same =
        g_strdup_printf (ngettext ("%u is there already", "%u are there already", n_same), n_same);

      /* Translators: what came in, and what did not because it was known: “5 people imported; 2 are there already” */
      return g_strdup_printf (_ ("%s imported; %s"), list, same);
    }
  /* Translators: what came in: “Your profile, 3 goals and 5 skills imported” */
  return g_strdup_printf (_ ("%s imported"), list);
}
