/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/foothold-row.h"

/*
 * A row seen from the main thread. Each field of the row's table is a property,
 * read-only: what a person changes goes through FootholdEdit or an action of the
 * store, comes back with the set of changes, and only then shows up here. So no
 * card can disagree with the database.
 *
 * Properties: "id", "loaded", and one for each field ("apply-by" for apply_by).
 * Text, dates and slugs are strings, required flags booleans, all else int64
 * with GINT64_UNKNOWN.
 * Signal: "changed", once for each row that says something new.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RECORD (foothold_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (FootholdRecord, foothold_record, FOOTHOLD, RECORD, GObject)

struct _FootholdRecordClass
{
  GObjectClass parent_class;

  const FootholdRowType *row_type;
  GParamSpec **properties;
};

/* For class_init of each kind of record: makes the properties from the field table. */
void foothold_record_class_install_row_type (FootholdRecordClass *klass, const FootholdRowType *row_type);

gint64 foothold_record_get_id (FootholdRecord *self);
/* FALSE while the record only stands in for a row on its way. */
gboolean foothold_record_get_loaded (FootholdRecord *self);
/* (nullable): the row, valid until the next main loop iteration; NULL while not loaded. */
gconstpointer foothold_record_peek_row (FootholdRecord *self);
/* (nullable) (transfer full): a reference to the row, to hand to the store. */
gpointer foothold_record_dup_row (FootholdRecord *self);
/* @row: (transfer full): what the database says now. For lists and loaders, not for views. */
void foothold_record_take_row (FootholdRecord *self, gpointer row);

G_END_DECLS
