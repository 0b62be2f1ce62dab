// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-rows.h"

/*
 * The objects that data leaves and comes back as: one table a kind, with the lists that are nested in it (an
 * opportunity, an application and an engagement have some). Whoever writes, reads, keeps or stores such objects goes by
 * it, so that a new kind and a new list are one line here.
 */

G_BEGIN_DECLS

#define FOOTHOLD_FAMILY_MAX_PARTS 8

/* A list inside the object. Its rows stand in the order of their places, else of their ids. */
typedef struct
{
  const char *key; /* as it is called in the export */
  const FootholdRowType *type; /* NULL: names alone */
  const char *names_sql; /* of names: owner and name of all; what has the columns position and id is t */
} FootholdFamilyPart;

/* What such objects are between a file and the database. */
typedef enum
{
  FOOTHOLD_FAMILY_ROWS, /* a row; the same thing under another id is recognised, and what points at it follows */
  FOOTHOLD_FAMILY_DOSSIERS, /* a dossier, with a verdict of its own in the preview */
  FOOTHOLD_FAMILY_NESTS, /* a nest: left out, with a sentence, where what it belongs to is not there */
} FootholdFamilyForm;

typedef struct
{
  const FootholdRowType *type;
  const char *list; /* of such objects, as it is called in the export */
  FootholdFamilyForm form;
  const char *owner; /* the field of what is nested that says in which object; NULL where nothing is */
  guint n_parts;
  FootholdFamilyPart parts[FOOTHOLD_FAMILY_MAX_PARTS];
} FootholdFamily;

extern const FootholdFamily foothold_opportunity_family;
extern const FootholdFamily foothold_application_family;
extern const FootholdFamily foothold_engagement_family;
extern const FootholdFamily foothold_person_contact_family;
extern const FootholdFamily foothold_person_link_family;
extern const FootholdFamily foothold_conversation_family;
extern const FootholdFamily foothold_outreach_family;
extern const FootholdFamily foothold_story_family;
extern const FootholdFamily foothold_interview_story_family;

/* All of them in the order of the export, ends with NULL: what points at something comes after it, save that
 * opportunities, which most of a file is, come first. */
extern const FootholdFamily *const foothold_families[];

/* The parts of an opportunity, an application and an engagement, in their order. */
enum
{
  FOOTHOLD_PART_OPPORTUNITY_SKILLS,
  FOOTHOLD_PART_OPPORTUNITY_TAGS,
  FOOTHOLD_PART_OPPORTUNITY_DELIVERABLES,
  FOOTHOLD_PART_OPPORTUNITY_FACTS,
  FOOTHOLD_PART_OPPORTUNITY_ANSWERS,
  FOOTHOLD_PART_OPPORTUNITY_HISTORY,
  FOOTHOLD_PART_OPPORTUNITY_ATTACHMENTS,
  FOOTHOLD_N_OPPORTUNITY_PARTS,
};
enum
{
  FOOTHOLD_PART_APPLICATION_HISTORY,
  FOOTHOLD_PART_APPLICATION_ANSWERS,
  FOOTHOLD_PART_APPLICATION_CHECKLIST,
  FOOTHOLD_PART_APPLICATION_INTERVIEWS,
  FOOTHOLD_PART_APPLICATION_FOLLOW_UPS,
  FOOTHOLD_PART_APPLICATION_FILES,
  FOOTHOLD_PART_APPLICATION_HOST_QUESTIONS,
  FOOTHOLD_N_APPLICATION_PARTS,
};
enum
{
  FOOTHOLD_PART_ENGAGEMENT_DELIVERABLES,
  FOOTHOLD_N_ENGAGEMENT_PARTS,
};

/* The family whose objects are a row of @type and nothing else; NULL for what is a nest or a dossier, or in one. */
const FootholdFamily *foothold_family_of_rows (const FootholdRowType *type);

/* Which part has the key that is @length bytes at @key; -1 for none. */
int foothold_family_find (const FootholdFamily *self, const char *key, gsize length);

G_END_DECLS
