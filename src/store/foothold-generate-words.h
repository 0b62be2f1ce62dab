/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that generated opportunities are made of, kept apart from how they are put together. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One country: its language, its places, its money. In sentences {t} is the topic, {o} the host, {c} the place. */
typedef struct
{
  const char *country;
  const char *currency;
  guint hourly; /* an ordinary fee an hour, minor units */
  const char *language; /* what the work asks for, as a posting says it */
  const char *const *cities;
  const char *const *hosts; /* beginnings of names */
  const char *const *forms; /* ends of names */
  const char *const *names; /* of people */
  const char *const *sentences;
  const char *const *deliverables;
} FootholdGenerateLand;

/* One area of work. */
typedef struct
{
  const char *area; /* slug */
  const char *industry; /* slug of where it is mostly found */
  const char *const *titles; /* in the order of the lands; {t} is the topic */
  const char *const *skills;
} FootholdGenerateWork;

/* What applications in that country say. */
typedef struct
{
  const char *zone; /* IANA */
  const char *const *statements;
  const char *const *questions;
  const char *const *answers; /* as many as questions, in their order */
  const char *follow_up;
  const char *const *steps; /* what comes next */
  const char *const *checklist;
  const char *const *talks; /* what was said */
} FootholdGenerateLetters;

/* In the order of the lands. */
extern const FootholdGenerateLetters foothold_generate_letters[];

extern const FootholdGenerateLand foothold_generate_lands[];
extern const guint foothold_generate_n_lands;
extern const FootholdGenerateWork foothold_generate_works[];
extern const guint foothold_generate_n_works;
/* What the work is about; in English in every land, as such things are. */
extern const char *const foothold_generate_topics[];

G_END_DECLS
