// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"
#include "views/board/foothold-field-row.h"

/*
 * The fields of one row on a page that is edited where it stands: their entries, and the edit that what is typed goes
 * into. What is shown comes from the database. The lists that the rows stand in are the page's.
 */

G_BEGIN_DECLS

typedef struct
{
  guint group; /* of the page */
  const char *field; /* as foothold_field_title () knows it; static */
  const char *column; /* of the row */
  FootholdEntryKind kind;
  gboolean whole; /* half of it means nothing: it is not kept while it is typed. Always so of what is no plain text. */
} FootholdRowFormField;

#define FOOTHOLD_TYPE_ROW_FORM (foothold_row_form_get_type ())

G_DECLARE_FINAL_TYPE (FootholdRowForm, foothold_row_form, FOOTHOLD, ROW_FORM, GObject)

/* What the row must be like besides; one sentence in the error. */
typedef gboolean (*FootholdRowFormCheck) (gconstpointer row, GError **error);

/* @page: speaks of what could not be saved; outlives the form. @fields: static. @lists: GtkListBox, one a group, which
 * get the rows. @check: or NULL. */
FootholdRowForm *foothold_row_form_new (GtkWidget *page,
                                        const FootholdRowFormField *fields,
                                        guint n_fields,
                                        GtkListBox *const *lists,
                                        FootholdRowFormCheck check);
/* The row of field @i. (transfer none) */
FootholdFieldRow *foothold_row_form_get_row (FootholdRowForm *self, guint i);

/* Shows @row; entries that are being edited keep their text. Returns whether it is another one than before. */
gboolean foothold_row_form_show (FootholdRowForm *self, FootholdStore *store, gpointer row);
/* What is typed is saved, and nothing is edited any more. */
void foothold_row_form_forget (FootholdRowForm *self);
/* What is typed is saved. @ends: nobody waits for an answer any more. */
void foothold_row_form_flush (FootholdRowForm *self, gboolean ends);

G_END_DECLS
