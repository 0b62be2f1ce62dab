// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-field-text.h"
#include "store/foothold-store.h"

/*
 * A small form over one row of any type: somebody, a conversation, a further number. It adds the row, or changes or
 * deletes one that is there; each is one entry of undo.
 *
 * Signals: "saved" (int64 id, boolean added), "deleted".
 */

G_BEGIN_DECLS

typedef struct
{
  const char *field; /* as foothold_field_title () knows it; static */
  const char *column; /* of the row */
  FootholdEntryKind kind;
  const char *wanted; /* the sentence where it is empty and must not be, marked for translation; NULL: it may be */
} FootholdRowDialogField;

/* All texts are marked for translation. */
typedef struct
{
  const FootholdRowDialogField *fields;
  guint n_fields;
  const char *add_title, *edit_title;
  const char *add_label, *edit_label, *delete_label; /* what Undo takes back */
  const char *hint; /* below the fields of a new one; or NULL */
  const char *help; /* the page of the help */
  /* What follows from what stands in the form, in the place of the hint while it is typed; or NULL. What it returns may
   * be NULL too. (transfer full) */
  char *(*note) (gconstpointer row);
} FootholdRowDialogSpec;

#define FOOTHOLD_TYPE_ROW_DIALOG (foothold_row_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdRowDialog, foothold_row_dialog, FOOTHOLD, ROW_DIALOG, AdwDialog)

/* @spec: static. @row: one that is stored, or a new one with what is known of it; a reference is taken. */
AdwDialog *foothold_row_dialog_new (FootholdStore *store, const FootholdRowDialogSpec *spec, gpointer row);

/* Begins to write @after (@before NULL: it is new), one entry of undo called @label, that ends in @callback with
 * foothold_store_write_finish (). */
typedef void (*FootholdRowSaveFunc) (FootholdStore *store,
                                     const char *label,
                                     gpointer before,
                                     gpointer after,
                                     GAsyncReadyCallback callback,
                                     gpointer callback_data,
                                     gpointer user_data);
/* For what belongs to the row and is no field of it: @extra stands below the fields, and is the @user_data of @func. */
void foothold_row_dialog_set_extra (FootholdRowDialog *self, GtkWidget *extra, FootholdRowSaveFunc func);

G_END_DECLS
