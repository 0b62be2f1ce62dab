// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-application-list"

#include "store/foothold-application-list.h"

#include "sqlite/foothold-ids.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-filter-hits.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"
#include "store/foothold-silence-sql.h"

/*
 * A column is one range of a covering index. All columns of a board ask with the same text: what it finds is kept with
 * the connection, so that five columns cost one search; and so are the lists without any text, until something changes,
 * so that a key pressed costs what it finds and no list.
 */

#define FROM "SELECT a.id FROM application AS a "
#define WITH_OPPORTUNITY "JOIN opportunity AS o ON o.id = a.opportunity "
#define WITH_ORGANISATION WITH_OPPORTUNITY "LEFT JOIN organisation AS g ON g.id = o.organisation_id "
#define SHOWN \
  "WHERE " FOOTHOLD_SHOWN ("a") " AND (:show = 'all' OR (a.archived_at IS NOT NULL) = (:show = 'archived')) AND " \
                                "(:stage = 0 OR a.stage = :stage)"

/* An interview counts as one to come until its day has passed. A zone of its own moves that by hours, and an order by
 * days does without it. */
#define HELD "i.meets_on < date ('now', 'localtime')"
/* Since when it waits for its host's word, as foothold_application_look() says it; unknown where it does not wait, as
 * while an interview is ahead. One that was held is a word of theirs. */
#define SENT "coalesce (a.sent_on, date ((" FOOTHOLD_NOTED_AT ("a") ") / 1000, 'unixepoch', 'localtime'))"
#define SILENT_SINCE \
  "CASE WHEN a.state IN ('submitted', 'acknowledged', 'under-review', 'shortlisted', 'interview') AND NOT EXISTS " \
  "(SELECT 1 FROM interview AS i WHERE i.application = a.id AND NOT (" HELD ")) " \
  "THEN max (" SENT ", coalesce (a.heard_on, ''), coalesce ((SELECT max (i.meets_on) FROM interview AS i WHERE " \
  "i.application = a.id AND " HELD "), '')) END"
/* What has passed is no deadline any more: that of a posting counts until the application is sent. */
#define DEADLINE \
  "CASE a.state WHEN 'draft' THEN (SELECT o.apply_by FROM opportunity AS o WHERE o.id = a.opportunity AND " \
  "o.apply_window IS NOT 'rolling') WHEN 'offer' " \
  "THEN a.offer_by END"
/* In the order of foothold_application_states. */
#define STATE_RANK \
  "instr (',draft,submitted,acknowledged,under-review,shortlisted,interview,offer,accepted,declined,withdrawn," \
  "offer-declined,no-answer,', ',' || a.state || ',')"

/* Forwards, and the other way round with what is unknown last all the same. */
static const char *const list_sql[][2] = {
  [FOOTHOLD_APPLICATION_ORDER_BOARD] = {
    FROM "JOIN stage AS s ON s.id = a.stage " SHOWN " ORDER BY s.position, a.position, a.id",
    FROM "JOIN stage AS s ON s.id = a.stage " SHOWN " ORDER BY s.position DESC, a.position DESC, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_ORGANISATION] = {
    FROM WITH_ORGANISATION SHOWN " ORDER BY g.folded NULLS LAST, o.folded, a.id",
    FROM WITH_ORGANISATION SHOWN " ORDER BY g.folded DESC NULLS LAST, o.folded DESC, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_TITLE] = {
    FROM WITH_OPPORTUNITY SHOWN " ORDER BY o.folded, a.id",
    FROM WITH_OPPORTUNITY SHOWN " ORDER BY o.folded DESC, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_SENT] = {
    FROM SHOWN " ORDER BY a.sent_on DESC NULLS LAST, a.id DESC",
    FROM SHOWN " ORDER BY a.sent_on NULLS LAST, a.id",
  },
  [FOOTHOLD_APPLICATION_ORDER_SILENCE] = {
    FROM SHOWN " ORDER BY " SILENT_SINCE " NULLS LAST, a.id",
    FROM SHOWN " ORDER BY " SILENT_SINCE " DESC NULLS LAST, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_NEXT] = {
    FROM SHOWN " ORDER BY a.next_step_on NULLS LAST, a.id",
    FROM SHOWN " ORDER BY a.next_step_on DESC NULLS LAST, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_DEADLINE] = {
    FROM SHOWN " ORDER BY " DEADLINE " NULLS LAST, a.id",
    FROM SHOWN " ORDER BY " DEADLINE " DESC NULLS LAST, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_STATE] = {
    FROM SHOWN " ORDER BY " STATE_RANK ", a.id",
    FROM SHOWN " ORDER BY " STATE_RANK " DESC, a.id DESC",
  },
  [FOOTHOLD_APPLICATION_ORDER_NEWEST] = {
    FROM SHOWN " ORDER BY a.created_at DESC, a.id DESC",
    FROM SHOWN " ORDER BY a.created_at, a.id",
  },
};

/* One column, by its index alone. */
static const char column_sql[] = "SELECT id FROM application INDEXED BY application_by_stage WHERE stage = :stage AND "
                                 "(:show = 'all' OR (archived_at IS NOT NULL) = (:show = 'archived')) "
                                 "AND " FOOTHOLD_SHOWN ("application") " ORDER BY position, id";

static const char *
show_word (FootholdShow show)
{
  switch (show)
    {
    case FOOTHOLD_SHOW_ALL:
      return "all";
    case FOOTHOLD_SHOW_ARCHIVED:
      return "archived";
    case FOOTHOLD_SHOW_OPEN:
    case FOOTHOLD_SHOW_STARRED:
    case FOOTHOLD_SHOW_DROPPED:
    default:
      return "open";
    }
}

static GArray *
read_list (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  const gboolean column = query->stage != 0 && query->application_order == FOOTHOLD_APPLICATION_ORDER_BOARD;
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, column ? column_sql : list_sql[query->application_order][query->reversed ? 1 : 0]);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  foothold_stmt_bind_int (stmt, "stage", query->stage);
  foothold_stmt_bind_text (stmt, "show", show_word (query->show));
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

/* ---- what a text finds ---- */

typedef struct
{
  FootholdDbState state;
  guint32 day; /* Julian */
  char *text;
  GArray *hits; /* ascending; NULL: everything */
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_free (self->text);
  g_clear_pointer (&self->hits, g_array_unref);
  g_free (self);
}

/* Words are beginnings of words; the index answers one and two letters by its prefixes. */
static GArray *
word_hits (FootholdDb *db, const FootholdSearch *search, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT foothold_ids (rowid) FROM application_search WHERE application_search MATCH :match");

  /* what finds beginnings; of few letters it is the names' */
  foothold_stmt_bind_text (stmt, "match", search->names != NULL ? search->names : search->text);
  return foothold_stmt_ids (stmt, error);
}

static gboolean
find_hits (FootholdDb *db, const FootholdFilter *filter, const char *own, GArray **hits, GError **error)
{
  g_autoptr (FootholdSearch) search = foothold_search_parse (filter->text);
  g_autoptr (GArray) filtered = NULL;
  g_autoptr (GArray) found = NULL;

  if (!foothold_filter_application_hits (db, filter, own, &filtered, error))
    return FALSE;
  if (search != NULL)
    {
      found = word_hits (db, search, error);
      if (found == NULL)
        return FALSE;
    }

  if (found != NULL && filtered != NULL)
    *hits = foothold_ids_intersect (found, filtered);
  else
    *hits = found != NULL ? g_steal_pointer (&found) : g_steal_pointer (&filtered);
  return TRUE;
}

/* (transfer none), NULL with an error; kept until something changes. */
static const Found *
get_found (FootholdDb *db, const char *asked, GError **error)
{
  static const char key[] = "foothold-application-found";
  const FootholdFilterContext *known = foothold_filter_load_context (db, error);
  Found *self = foothold_db_get_data (db, key);
  g_autofree char *text = g_utf8_make_valid (asked != NULL ? asked : "", -1);
  g_autoptr (FootholdFilter) filter = NULL;
  FootholdFilterContext context;
  FootholdDbState state;

  if (known == NULL || !foothold_db_get_state (db, &state, error))
    return NULL;
  if (self != NULL && foothold_db_state_equal (&self->state, &state) && g_str_equal (self->text, text)
      && self->day == g_date_get_julian (&known->today))
    return self;

  context = *known;
  context.of_applications = TRUE;
  filter = foothold_filter_parse (text, &context);
  self = g_new0 (Found, 1);
  self->state = state;
  self->day = g_date_get_julian (&known->today);
  self->text = g_steal_pointer (&text);
  if (!find_hits (db, filter, known->currency, &self->hits, error))
    {
      found_free (self);
      return NULL;
    }
  foothold_db_set_data (db, key, self, found_free);
  return self;
}

/* ---- the lists themselves ---- */

/* Those of one state of the database and one day, which some orders depend on. */
typedef struct
{
  FootholdDbState state;
  guint32 day; /* Julian */
  GHashTable *lists; /* what is asked but for the text → GArray */
} Lists;

static void
lists_free (gpointer data)
{
  Lists *self = data;

  g_hash_table_unref (self->lists);
  g_free (self);
}

/* (transfer none), NULL with an error. @found: of this moment. */
static GArray *
get_list (FootholdDb *db, const FootholdQuery *query, const Found *found, GError **error)
{
  static const char key[] = "foothold-application-lists";
  Lists *self = foothold_db_get_data (db, key);
  g_autofree char *asked = g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %d", query->stage, (int) query->show,
                                            (int) query->application_order, query->reversed);
  GArray *ids;

  if (self == NULL || !foothold_db_state_equal (&self->state, &found->state) || self->day != found->day)
    {
      self = g_new0 (Lists, 1);
      self->state = found->state;
      self->day = found->day;
      self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
      foothold_db_set_data (db, key, self, lists_free);
    }
  ids = g_hash_table_lookup (self->lists, asked);
  if (ids != NULL)
    return ids;

  ids = read_list (db, query, error);
  if (ids != NULL)
    g_hash_table_insert (self->lists, g_steal_pointer (&asked), ids);
  return ids;
}

GArray *
foothold_application_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  const Found *found = get_found (db, query->text, error);
  GArray *ids = found != NULL ? get_list (db, query, found, error) : NULL;

  if (ids == NULL)
    return NULL;
  return found->hits != NULL ? foothold_ids_keep (ids, found->hits) : g_array_copy (ids);
}

GPtrArray *
foothold_application_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
  return foothold_row_load_in_order (db, &foothold_application_row_type, ids, error);
}
