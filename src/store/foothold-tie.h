// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/foothold-db.h"

/* What somebody, or an organisation, has to do with: an opportunity, an application, an interview. */

G_BEGIN_DECLS

typedef struct
{
  gint64 link; /* the id of the FootholdPersonLinkRow; 0: the opportunity itself names them */
  gint64 opportunity;
  gint64 application; /* 0: it is the opportunity itself */
  gint64 interview; /* 0: it is none */
  char *title, *organisation; /* of the opportunity */
  char *state; /* of the application, else of the opportunity */
  char *meets_on; /* of the interview, ISO */
} FootholdTie;

/* All that @stmt, whose columns are these, still gives; it is finished. (element-type FootholdTie) */
GPtrArray *foothold_ties_load (FootholdStmt *stmt, GError **error);

G_END_DECLS
