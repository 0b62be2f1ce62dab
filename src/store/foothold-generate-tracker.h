/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Believable applications for generated opportunities: at every state, with the
 * history that leads there, and what came of those that were accepted. As
 * deterministic as the opportunities: the one for opportunity 1000 is the same
 * however many are asked for.
 */

#pragma once

#include "store/foothold-generate.h"
#include "store/foothold-nest.h"

G_BEGIN_DECLS

typedef struct
{
  FootholdNest *application; /* with ids everywhere; its column and place are the writer's */
  FootholdNest *engagement; /* of an accepted one; else NULL */
  char *person; /* who has to do with it: a name; NULL for nobody */
  FootholdPersonLinkRow *link; /* of the person, which the writer fills in; NULL for nobody */
  FootholdConversationRow *conversation; /* with the person; NULL for none */
  gint64 step_id; /* of the opportunity's own step to "applying" */
} FootholdGeneratedApplication;

/* The application for @dossier, the opportunity that @generator made last. (transfer full) */
FootholdGeneratedApplication *foothold_generator_apply (FootholdGenerator *generator, const FootholdDossier *dossier);
void foothold_generated_application_free (FootholdGeneratedApplication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdGeneratedApplication, foothold_generated_application_free)

G_END_DECLS
