// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/foothold-mail.h"

#include <adwaita.h>

/*
 * A text that Foothold proposes and a person makes their own before it goes: it is copied, or opens in their mail
 * program. Subclasses write the draft and add what belongs to theirs.
 *
 * In a template: children of the kind "group" (AdwPreferencesGroup) stand above the text, those of the kind "button"
 * below all. Actions, while there is a text: "draft.copy", "draft.mail". Properties: "heading" and "hint" above the
 * text, "label", its name for a screen reader, "text-height" (px, its least).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DRAFT_DIALOG (foothold_draft_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (FootholdDraftDialog, foothold_draft_dialog, FOOTHOLD, DRAFT_DIALOG, AdwDialog)

struct _FootholdDraftDialogClass
{
  AdwDialogClass parent_class;

  /* Whom the mail goes to, an address or NULL, and what it is about. Both (transfer full). */
  void (*address) (FootholdDraftDialog *self, char **to, char **subject);
  /* The mail program has opened with it; whether it was sent is known to the person alone. May be NULL. */
  void (*mail_opened) (FootholdDraftDialog *self);
};

/* Shows @draft, and what can be done with it. Again: in place of what stood there. */
void foothold_draft_dialog_show (FootholdDraftDialog *self, const char *draft);
/* The text has the keys from the start, not what stands above it. */
void foothold_draft_dialog_focus_text (FootholdDraftDialog *self);
/* Shows why there is none, with nothing to be done. @description may be NULL. */
void foothold_draft_dialog_show_status (FootholdDraftDialog *self,
                                        const char *icon_name,
                                        const char *title,
                                        const char *description);
/* The same where one could not be written. @why: one sentence. */
void foothold_draft_dialog_fail (FootholdDraftDialog *self, const char *why);

/* The text as it stands now. (transfer full) */
char *foothold_draft_dialog_dup_text (FootholdDraftDialog *self);
/* Adds @text at its end. */
void foothold_draft_dialog_append (FootholdDraftDialog *self, const char *text);
/* Whether a person changed what was shown last: FALSE too as long as nothing was. */
gboolean foothold_draft_dialog_is_changed (FootholdDraftDialog *self);
/* Says @text (plain) within the dialog. */
void foothold_draft_dialog_say (FootholdDraftDialog *self, const char *text);

G_END_DECLS
