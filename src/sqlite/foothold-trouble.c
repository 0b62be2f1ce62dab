/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-trouble"

#include "foothold-trouble.h"

#include <glib/gi18n-lib.h>

/* Here no file was chosen that could be another one. */
static const char not_ours[] = N_ ("The file where your data should be belongs to another program, or its beginning is "
                                   "damaged. It was left as it is.");

/* In the order of the codes. */
static const FootholdTrouble troubles[] = {
  {
    .code = FOOTHOLD_DB_ERROR_FAILED,
    .kept = FOOTHOLD_KEPT_BEFORE,
    .helps = FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_RESTORE,
    .title = N_ ("Something Went Wrong"),
    .sentence = N_ ("Foothold made a mistake, so nothing was changed. Try again; if it happens again, please report "
                    "it."),
    .opening = N_ ("Foothold made a mistake, so your data could not be opened. Nothing was changed; please report it."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_BUSY,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RETRY,
    .title = N_ ("Your Data Is in Use"),
    .sentence = N_ ("Another program is using the data file. Nothing was changed; try again in a moment."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_CONSTRAINT,
    .kept = FOOTHOLD_KEPT_BEFORE,
    .helps = FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_RESTORE,
    .title = N_ ("The Change Does Not Fit"),
    .sentence = N_ ("This does not fit what is there already, so nothing was changed. Look at what you entered and try "
                    "again."),
    .opening = N_ ("Your data does not fit this Foothold, so it was not opened. It was left as it is."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_CORRUPT,
    .kept = FOOTHOLD_KEPT_UNSURE,
    .helps = FOOTHOLD_HELPS_RESTORE | FOOTHOLD_HELPS_SALVAGE | FOOTHOLD_HELPS_COPY,
    .alerts = TRUE,
    .title = N_ ("Your Data Is Damaged"),
    .sentence = N_ ("The data file is damaged. It is kept as it is; restore a backup to go on working."),
    /* what helps stands below: a backup is not always among it */
    .opening = N_ ("Parts of the data file cannot be read. It is kept as it is."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_FULL,
    .kept = FOOTHOLD_KEPT_BEFORE,
    .helps = FOOTHOLD_HELPS_RETRY,
    .alerts = TRUE,
    .title = N_ ("The Disk Is Full"),
    .sentence = N_ ("The disk is full, so nothing was saved. What was there is kept; free some space and try again."),
    .opening = N_ ("Your data could not be opened. Nothing was lost; free some space and try again."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_NEWER,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RESTORE | FOOTHOLD_HELPS_COPY,
    .title = N_ ("A Newer Version Is Needed"),
    .sentence = N_ ("This data was saved by a newer Foothold. It was left as it is; update Foothold to open it."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_FOREIGN,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RESTORE | FOOTHOLD_HELPS_SALVAGE | FOOTHOLD_HELPS_COPY,
    .title = N_ ("Not a Foothold File"),
    .sentence = N_ ("This file belongs to another program. It was left as it is; choose another file."),
    .opening = not_ours,
  },
  {
    .code = FOOTHOLD_DB_ERROR_NOT_A_DATABASE,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RESTORE | FOOTHOLD_HELPS_SALVAGE | FOOTHOLD_HELPS_COPY,
    .title = N_ ("Not a Foothold File"),
    .sentence = N_ ("This is not a Foothold data file. It was left as it is; choose another file."),
    .opening = not_ours,
  },
  {
    .code = FOOTHOLD_DB_ERROR_READ_ONLY,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RETRY,
    .title = N_ ("Your Data Is Write-Protected"),
    .sentence = N_ ("The data can only be read here, so nothing can be changed. To work on it, move it to a folder you "
                    "may write to."),
    .banner = N_ ("Your data can be read but not changed: its file or folder is write-protected"),
  },
  {
    .code = FOOTHOLD_DB_ERROR_MOVED,
    .kept = FOOTHOLD_KEPT_BEFORE,
    .helps = FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_COPY,
    .title = N_ ("Your Data Was Moved"),
    .sentence = N_ ("The data file was moved, replaced or deleted by another program, so the change was not saved. Put "
                    "the file back, or save a copy of what is shown."),
    .opening = N_ ("The data file was replaced by another program while it was opened. Nothing was changed; try "
                   "again."),
    .banner = N_ ("The file with your data was moved or replaced while it was open, so nothing more can be kept in it"),
  },
  {
    .code = FOOTHOLD_DB_ERROR_IO,
    .kept = FOOTHOLD_KEPT_BEFORE,
    .helps = FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_RESTORE,
    .alerts = TRUE,
    .title = N_ ("The Disk Reports an Error"),
    .sentence = N_ ("The disk reported an error, so the change was not saved. What was saved before is kept; check the "
                    "disk and try again."),
    .opening = N_ ("Your data could not be opened. Nothing was changed; check the disk and try again."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_LOCKED,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RETRY,
    .title = N_ ("Foothold Is Already Open"),
    .sentence = N_ ("Foothold is already open with this data. Close it there, or work in that window."),
    .opening = N_ ("Your data is in use in another window. Close that window, or work in it."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_MEMORY,
    .kept = FOOTHOLD_KEPT_BEFORE,
    .helps = FOOTHOLD_HELPS_RETRY,
    .title = N_ ("Not Enough Memory"),
    .sentence = N_ ("This needs more memory than there is, so nothing was changed. Try a smaller part."),
    .opening = N_ ("Your data could not be opened. Nothing was changed; close other programs and try again."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_NOT_FOUND,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_RESTORE,
    .title = N_ ("The File Is Not There"),
    .sentence = N_ ("The file is not there. Nothing was changed; choose another file."),
    .opening = N_ ("Your data could not be opened. Nothing was changed; put its file back and try again."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_CONFLICT,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_NOTHING,
    .title = N_ ("The Step Does Not Fit"),
    .sentence = N_ ("This step no longer fits what is there now, so nothing was changed."),
  },
  {
    .code = FOOTHOLD_DB_ERROR_BACKUP,
    .kept = FOOTHOLD_KEPT_ALL,
    .helps = FOOTHOLD_HELPS_RETRY,
    .alerts = TRUE,
    .title = N_ ("No Backup Was Kept"),
    .sentence = N_ ("The newest backup could not be kept. Your data and the backups before it are as they were; check "
                    "the disk, then make a new one with “Backups” in the main menu."),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (troubles) == FOOTHOLD_DB_N_ERRORS);

const FootholdTrouble *
foothold_trouble_get (FootholdDbError code)
{
  return &troubles[(guint) code < G_N_ELEMENTS (troubles) ? code : FOOTHOLD_DB_ERROR_FAILED];
}

const FootholdTrouble *
foothold_trouble_of (const GError *error)
{
  return error != NULL && error->domain == FOOTHOLD_DB_ERROR ? foothold_trouble_get ((FootholdDbError) error->code)
                                                             : NULL;
}

const char *
foothold_trouble_get_title (const FootholdTrouble *self)
{
  return _ (self->title);
}

const char *
foothold_trouble_get_sentence (const FootholdTrouble *self)
{
  return _ (self->sentence);
}

const char *
foothold_trouble_get_banner (const FootholdTrouble *self)
{
  return self->banner != NULL ? _ (self->banner) : NULL;
}

/* An error that says more than its row keeps its own words. */
const char *
foothold_trouble_opening (const GError *error)
{
  const FootholdTrouble *self = foothold_trouble_of (error);

  return self != NULL && self->opening != NULL && g_str_equal (error->message, foothold_trouble_get_sentence (self))
           ? _ (self->opening)
           : error->message;
}

void
foothold_trouble_set_newer (GError **error, guint version, guint newest)
{
  g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NEWER,
               _ ("This data was saved by a newer Foothold (data version %u; this program knows up to %u). It was left "
                  "as it is; update Foothold to open it."),
               version, newest);
}
