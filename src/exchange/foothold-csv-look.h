// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import-answers.h"
#include "exchange/foothold-linkedin.h"
#include "rules/foothold-lists.h"

/*
 * A table of opportunities comes in by two steps: a look says what was found and proposes
 * what each column is; a person may change that; the import follows it. Nothing here does I/O.
 */

G_BEGIN_DECLS

/* What a column may be: slugs are fields of an opportunity and a few of our own ("hours", "pay", "extra" …). */
extern const FootholdList foothold_csv_fields;

/*
 * What a word of the column of states may mean: the slugs of the states of an application, and "opportunity" for one
 * that nobody applied for yet, with more of its state behind it ("opportunity-dropped").
 */
extern const FootholdList foothold_csv_stages;
/* Of @stage, one of these: the state of the application, or NULL where it makes none; the state of the opportunity. */
const char *foothold_csv_stage_application (const char *stage);
const char *foothold_csv_stage_opportunity (const char *stage);

/* The characters that may stand between cells, and the sets by which a table may be read (NULL ends them). */
#define FOOTHOLD_CSV_DELIMITERS ",;\t|"
extern const char *const foothold_csv_charsets[];

/* What a person says of a table; what is not said is found by looking. */
typedef struct
{
  const char *charset; /* of foothold_csv_charsets, or NULL */
  char delimiter; /* or 0 */
  int header_line; /* the line with the names of the columns; 0: there is none; -1: not said */
} FootholdCsvHints;

#define FOOTHOLD_CSV_NO_HINTS ((FootholdCsvHints) { NULL, '\0', -1 })

typedef struct
{
  guint line;
  char *text; /* one line, not too long */
} FootholdCsvHead;

typedef struct
{
  char *header; /* as in the file; "" without one */
  const char *field; /* a slug of foothold_csv_fields, static; NULL: left out */
  guint confidence; /* 0 to 100: how sure the proposal is */
  gboolean chosen; /* a person said it, now or when it was remembered */
  FootholdDayOrder order;
  char *either; /* the first date in it that may be two, short; or NULL */
  GPtrArray *values; /* char *: the different words in it; NULL where they are many or long */
} FootholdCsvColumn;

typedef struct
{
  const char *charset; /* static */
  gboolean lossy; /* characters could not be read */
  char delimiter;
  guint header_line; /* 0: there is none */
  guint first_line; /* of the rows */
  guint n_rows;
  guint n_ragged; /* rows with more or fewer cells than columns */
  gboolean own; /* our own export: its columns need no mapping */
  gboolean guarded; /* our own for spreadsheets, which guards texts that would begin a formula */
  const char *linkedin; /* what LinkedIn calls it, where it is a table of its export; or NULL */
  FootholdLinkedinPart part; /* and what we make of it */
  gboolean told_order; /* somebody said what its dates do not tell */
  char *preamble; /* what stands above the table, or NULL */
  GPtrArray *columns; /* FootholdCsvColumn */
  GPtrArray *samples; /* GStrv: the first rows, as long as columns */
  GPtrArray *heads; /* FootholdCsvHead: the first records, one of which may be the row of names */
  GHashTable *stages; /* what a person said of words of the column of states: foothold_csv_look_set_stage () */
  char *signature; /* of the header: under this a mapping is remembered */
} FootholdCsvLook;

/*
 * Looks through the whole table. @hints: what a person says of it, or NULL to find out.
 * NULL with an error where it is no table, or over a cap.
 */
FootholdCsvLook *foothold_csv_look (GBytes *bytes, const FootholdCsvHints *hints, GError **error);
/* The same where nobody looks on: with what was said of all files before (or NULL). */
FootholdCsvLook *foothold_csv_look_told (GBytes *bytes, const FootholdImportAnswers *answers, GError **error);
void foothold_csv_look_free (FootholdCsvLook *self);

/* Whether text (UTF-8, the beginning of a file) is a table rather than prose. */
gboolean foothold_csv_is_table (const char *text, gsize length);

/* Says what a column is; NULL: left out. A field that can be only once is taken from the column that had it. */
void foothold_csv_look_set_field (FootholdCsvLook *self, guint column, const char *field);
/* The same table was looked at once more, told to be read otherwise: what a person said of @before stays, of columns of
 * the same name, else of the same place. */
void foothold_csv_look_carry (FootholdCsvLook *self, const FootholdCsvLook *before);
/* Whether several columns may be this field; they follow each other in it. */
gboolean foothold_csv_field_is_repeatable (const char *field);
/* The column with @field, or -1. */
int foothold_csv_look_find (const FootholdCsvLook *self, const char *field);
/* Whether a column that is a date waits to be told its order. */
gboolean foothold_csv_look_has_question (const FootholdCsvLook *self);

/*
 * Before a table is imported of which nobody was asked: follows what the person said (@sink->answers), or tells @sink
 * what is still to be asked. @name: of the file, or NULL. Nothing without answers. FALSE when the sink fails.
 */
gboolean foothold_csv_look_settle (FootholdCsvLook *self, const char *name, const FootholdSink *sink, GError **error);

/*
 * What a word of the column of states means, as a slug of foothold_csv_stages, and saying so; NULL: nothing that we
 * know, and whether there is a date of applying decides. The words are those the column has, or NULL where there is
 * none or has too many.
 */
const char *foothold_csv_look_get_stage (const FootholdCsvLook *self, const char *word);
void foothold_csv_look_set_stage (FootholdCsvLook *self, const char *word, const char *stage);
GPtrArray *foothold_csv_look_stage_words (const FootholdCsvLook *self);

/*
 * The mapping as one line of text, with what was said of the table (@hints, or NULL); taking one that was
 * remembered, FALSE where it does not fit; and the hints in one. (transfer full)
 */
char *foothold_csv_look_mapping_to_text (const FootholdCsvLook *self, const FootholdCsvHints *hints);
gboolean foothold_csv_look_take_mapping (FootholdCsvLook *self, const char *text);
FootholdCsvHints foothold_csv_hints_from_text (const char *text);

/* @look: as shown and changed; NULL looks and takes what is proposed. */
gboolean foothold_import_csv (GBytes *bytes,
                              const FootholdCsvLook *look,
                              const char *name,
                              const FootholdSink *sink,
                              GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdCsvLook, foothold_csv_look_free)

G_END_DECLS
