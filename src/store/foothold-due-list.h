// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-due.h"
#include "store/foothold-store.h"

/*
 * What wants something from the person, of everything that is kept: interviews ahead, offers to answer, drafts and
 * what is shortlisted or starred whose deadline is near, what has been silent, next steps, people to keep in touch
 * with, outreach to take up again. What has ended or is archived asks nothing, and neither does a row of an import that
 * is not shown. Derived whenever it is asked for; nothing of it is stored but when to be quiet until.
 */

G_BEGIN_DECLS

/* A deadline is on the list from so many days before. */
#define FOOTHOLD_DUE_APPLY_DAYS 14

/* One line. Immutable, and may cross threads. */
typedef struct
{
  gatomicrefcount ref_count;
  FootholdDueKind kind;
  FootholdDueWhen when;
  /* What it is about; 0 for none. Of an application all three that are there are set; of outreach the person too. */
  gint64 application;
  gint64 opportunity;
  gint64 interview;
  gint64 person;
  gint64 outreach;
  char *title; /* of the opportunity, or NULL */
  char *organisation; /* or NULL */
  char *name; /* the person's, or NULL */
  char *step; /* of a next step: what to do, as the person wrote it, or NULL */
  char *state; /* of the application, the outreach or, where it is about neither, the opportunity; or NULL */
  int silent_days; /* FOLLOW_UP, NO_ANSWER */
} FootholdDueEntry;

FootholdDueEntry *foothold_due_entry_ref (FootholdDueEntry *self);
void foothold_due_entry_unref (FootholdDueEntry *self);
/* A number that no other line has, and that stays the same as long as it is about the same thing. Never 0. */
gint64 foothold_due_entry_get_key (const FootholdDueEntry *self);
/* What to do, in words, as foothold_due_sentence() has it; a next step says its own. (transfer full) */
char *foothold_due_entry_sentence (const FootholdDueEntry *self, const char *day, const char *time);
/* Whom or what it is for: "Logo design, Acme", "Mara Lind", "Mara Lind, Acme". (transfer full) */
char *foothold_due_entry_subject (const FootholdDueEntry *self);

/*
 * All of it in the order of foothold_due_compare(), then by what it is for. @now: UTC milliseconds; @local: where the
 * person is, NULL for this machine's zone. Only an offer is there without a date. Any thread that owns the connection.
 * (element-type FootholdDueEntry) (transfer full): NULL on error.
 */
GPtrArray *foothold_due_list_load (FootholdDb *db, gint64 now, GTimeZone *local, GError **error);

/* Where this machine is. */
void foothold_due_list_load_async (FootholdStore *store,
                                   gint64 now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *foothold_due_list_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/* How many are overdue or of today, for the sidebar: the same list without its words. Finish with
 * foothold_store_count_waiting_finish (). */
gint64 foothold_due_list_count (FootholdDb *db, gint64 now, GTimeZone *local, GError **error);
void foothold_due_list_count_async (FootholdStore *store,
                                    gint64 now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdDueEntry, foothold_due_entry_unref)

G_END_DECLS
