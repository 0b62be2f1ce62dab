// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-rows.h"

/*
 * What is nested in what where data leaves and comes back: an opportunity, an application or an engagement is one
 * object with lists of its own inside. One table a kind of object; whoever writes, reads, keeps or stores such objects
 * goes by it, so that a new list is one line here.
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

typedef struct
{
  const FootholdRowType *type;
  const char *list; /* of such objects, as it is called in the export */
  const char *owner; /* the field of what is nested that says in which object; NULL where nothing is */
  guint n_parts;
  FootholdFamilyPart parts[FOOTHOLD_FAMILY_MAX_PARTS];
} FootholdFamily;

extern const FootholdFamily foothold_opportunity_family;
extern const FootholdFamily foothold_application_family;
extern const FootholdFamily foothold_engagement_family;

/* The parts of an application and of an engagement, in their order. */
enum
{
  FOOTHOLD_APPLICATION_HISTORY,
  FOOTHOLD_APPLICATION_ANSWERS,
  FOOTHOLD_APPLICATION_CHECKLIST,
  FOOTHOLD_APPLICATION_INTERVIEWS,
  FOOTHOLD_APPLICATION_FOLLOW_UPS,
  FOOTHOLD_APPLICATION_FILES,
};
enum
{
  FOOTHOLD_ENGAGEMENT_DELIVERABLES,
};

/* Which part has the key that is @length bytes at @key; -1 for none. */
int foothold_family_find (const FootholdFamily *self, const char *key, gsize length);

G_END_DECLS
