/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What can go wrong with kept data, as rows of one table (R23): what it is
 * called, the sentence that says what happened, what was kept and what to do, and
 * what helps. The window, the command line and the errors themselves read it here.
 */

#pragma once

#include "sqlite/foothold-db-error.h"

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_HELPS_NOTHING = 0, /* of what we can offer */
  FOOTHOLD_HELPS_RETRY = 1 << 0,
  FOOTHOLD_HELPS_RESTORE = 1 << 1,
  FOOTHOLD_HELPS_SALVAGE = 1 << 2,
  FOOTHOLD_HELPS_COPY = 1 << 3, /* of the file as it is, or of what is shown */
} FootholdHelps;

typedef enum
{
  FOOTHOLD_KEPT_ALL, /* nothing was to be changed */
  FOOTHOLD_KEPT_BEFORE, /* everything but this change */
  FOOTHOLD_KEPT_UNSURE, /* the file is as it was found, and is not sound */
} FootholdKept;

typedef struct
{
  FootholdDbError code;
  FootholdKept kept;
  FootholdHelps helps;
  gboolean alerts; /* concerns the data as a whole: the window says it once, whichever view asked */
  const char *title; /* all texts untranslated */
  const char *sentence; /* at most two sentences */
  const char *opening; /* instead of it, where one's own data does not open; or NULL */
  const char *banner; /* while it lasts; or NULL */
} FootholdTrouble;

/* The row of @code; that of FOOTHOLD_DB_ERROR_FAILED for a code that is none. */
const FootholdTrouble *foothold_trouble_get (FootholdDbError code);
/* The row of @error, or NULL where it is no FOOTHOLD_DB_ERROR. */
const FootholdTrouble *foothold_trouble_of (const GError *error);

/* Translated; the strings are static. */
const char *foothold_trouble_get_title (const FootholdTrouble *self);
const char *foothold_trouble_get_sentence (const FootholdTrouble *self);
const char *foothold_trouble_get_banner (const FootholdTrouble *self);
/* What to say where one's own data did not open with @error. */
const char *foothold_trouble_opening (const GError *error);

/* FOOTHOLD_DB_ERROR_NEWER, with both versions. */
void foothold_trouble_set_newer (GError **error, guint version, guint newest);

G_END_DECLS
