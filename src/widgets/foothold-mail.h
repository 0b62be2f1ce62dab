// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* A mail that a person wrote here goes to their own mail program: nothing is ever sent by us. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_MAIL_OPENED,
  FOOTHOLD_MAIL_COPIED, /* no program opened: the text is on the clipboard instead */
  FOOTHOLD_MAIL_DISMISSED, /* the person chose none */
} FootholdMailOutcome;

typedef void (*FootholdMailFunc) (GtkWidget *from, FootholdMailOutcome outcome, gpointer user_data);

/*
 * Opens it from the window around @from. @to: an address, or NULL. Returns whether all of it fits; of one that is
 * too long for an address only the subject goes along, and the text is on the clipboard, to be pasted there. @done may
 * be NULL; it is called once, while @from lives.
 */
gboolean foothold_mail_open (GtkWidget *from,
                             const char *to,
                             const char *subject,
                             const char *body,
                             FootholdMailFunc done,
                             gpointer user_data);

G_END_DECLS
