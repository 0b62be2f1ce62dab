/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-opportunity-list"

#include <stdlib.h>
#include <string.h>

#include "sqlite/foothold-ids.h"
#include "store/foothold-filter-hits.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-pay-scan.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"

/*
 * All ids of an answer in its order. Without a search they come from a covering
 * index. With one, the hits (a set of ids) are put in that order in memory: the
 * connection keeps the ordered ids of the list it answered last, until the
 * database changes, so that a key pressed costs the hits alone. What words found in
 * it is kept with it, a bit a place: going back a letter, or typing one that was
 * typed before, costs nothing but the list.
 */

/* The least that is said; as the index has it. */
#define HOURS "coalesce (minutes_min, minutes_max)"
#define VISIBLE_BATCH " AND (batch IS NULL OR batch NOT IN (SELECT id FROM import_batch WHERE state <> 'done'))"

static const char *const show_sql[] = {
  [FOOTHOLD_SHOW_OPEN] = "archived_at IS NULL AND state NOT IN ('dropped', 'expired')",
  [FOOTHOLD_SHOW_STARRED] = "starred = 1 AND archived_at IS NULL AND state NOT IN ('dropped', 'expired')",
  [FOOTHOLD_SHOW_DROPPED] = "archived_at IS NULL AND state IN ('dropped', 'expired')",
  [FOOTHOLD_SHOW_ARCHIVED] = "archived_at IS NOT NULL",
  [FOOTHOLD_SHOW_ALL] = "1",
};

/* Forwards, and the other way round: the same index read from its end, with what is unknown last in both. */
static const char *const order_sql[][2] = {
  [FOOTHOLD_ORDER_NEWEST] = { "created_at DESC, id DESC", "created_at, id" },
  [FOOTHOLD_ORDER_DEADLINE] = { "apply_by NULLS LAST, id", "apply_by DESC, id DESC" },
  [FOOTHOLD_ORDER_TITLE] = { "folded, id", "folded DESC, id DESC" },
};

static const char *const index_sql[] = {
  [FOOTHOLD_ORDER_NEWEST] = "opportunity_newest",
  [FOOTHOLD_ORDER_DEADLINE] = "opportunity_deadline",
  [FOOTHOLD_ORDER_TITLE] = "opportunity_title",
};

typedef struct
{
  gint64 id;
  guint position;
} Place;

/* One list in its order, and where each id stands in it. */
typedef struct
{
  FootholdDbState state;
  FootholdOrder order;
  gboolean reversed;
  FootholdShow show;
  GArray *ids; /* gint64 */
  GArray *places; /* Place, by id; NULL until a search wants it */
  GHashTable *found; /* words → Marks */
} ListCache;

/* At 100,000 rows 12.5 kB each. */
#define FOUND_MOST 128

/* Of a list: a bit for each place in it, in words of 64. */
typedef guint64 Marks;

static const char list_cache_key[] = "foothold-opportunity-list";

static void
list_cache_free (gpointer data)
{
  ListCache *self = data;

  g_array_unref (self->ids);
  g_clear_pointer (&self->places, g_array_unref);
  g_hash_table_unref (self->found);
  g_free (self);
}

/* The statement a list is answered with: static, and for the test that looks at its plan. */
const char *
foothold_opportunity_list_sql (FootholdOrder order, gboolean reversed, FootholdShow show, gboolean some_hidden)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT id FROM opportunity INDEXED BY %s WHERE %s%s ORDER BY %s", index_sql[order],
                     show_sql[show], some_hidden ? VISIBLE_BATCH : "", order_sql[order][reversed ? 1 : 0]);

  return g_intern_string (sql);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

typedef struct
{
  const char *own; /* the person's currency, or NULL */
  gboolean reversed;
} RateOrder;

/*
 * The highest first, or the lowest; what can be said in the person's currency before all others both times: their
 * numbers mean something else.
 */
static int
compare_rates (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RateOrder *wanted = user_data;
  const char *own = wanted->own;
  const FootholdPayScan *left = wanted->reversed ? b : a, *right = wanted->reversed ? a : b;
  const gboolean left_own = own != NULL && g_str_equal (left->currency, own);
  const gboolean right_own = own != NULL && g_str_equal (right->currency, own);
  const int currency = strcmp (left->currency, right->currency);
  const gboolean left_none = *left->currency == '\0', right_none = *right->currency == '\0';
  const gint64 left_rate = left->rate.lo != FOOTHOLD_FACT_UNKNOWN ? left->rate.lo : left->rate.hi;
  const gint64 right_rate = right->rate.lo != FOOTHOLD_FACT_UNKNOWN ? right->rate.lo : right->rate.hi;

  if (left_own != right_own)
    return left_own != wanted->reversed ? -1 : 1;
  /* unpaid, where nobody said which currency is one's own: below all that are paid */
  if (left_none != right_none)
    return right_none ? -1 : 1;
  if (currency != 0)
    return wanted->reversed ? -currency : currency;
  if (left_rate != right_rate)
    return left_rate > right_rate ? -1 : 1;
  return (left->id < right->id) - (left->id > right->id);
}

/* All ids by pay an hour; those of which it is not known come last, the newest first. */
static GArray *
order_by_rate (FootholdDb *db, const char *own, gboolean reversed, GError **error)
{
  g_autoptr (GArray) sorted = foothold_pay_scan_in (db, own, error);
  RateOrder wanted = { own, reversed };
  GArray *ids;

  if (sorted == NULL)
    return NULL;

  g_array_sort_with_data (sorted, compare_rates, &wanted);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), sorted->len);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (ids, g_array_index (sorted, FootholdPayScan, i).id);

  return ids;
}

/* All ids that @sql names. */
static GArray *
order_by_index (FootholdDb *db, const char *sql, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

/* Those of which it is known, from a covering index. For the test that looks at its plan. */
const char *
foothold_opportunity_list_far_sql (FootholdOrder order, gboolean reversed)
{
  if (order == FOOTHOLD_ORDER_FIT)
    return reversed ? "SELECT opportunity FROM judgement INDEXED BY judgement_fit WHERE fit IS NOT NULL"
                      " ORDER BY fit, opportunity DESC"
                    : "SELECT opportunity FROM judgement INDEXED BY judgement_fit WHERE fit IS NOT NULL"
                      " ORDER BY fit DESC, opportunity";

  return reversed ? "SELECT id FROM opportunity INDEXED BY opportunity_hours WHERE " HOURS " IS NOT NULL"
                    " ORDER BY " HOURS " DESC, minutes_max DESC, id DESC"
                  : "SELECT id FROM opportunity INDEXED BY opportunity_hours WHERE " HOURS " IS NOT NULL"
                    " ORDER BY " HOURS ", minutes_max, id";
}

static GArray *
order_far (FootholdDb *db, FootholdOrder order, gboolean reversed, const char *own, GError **error)
{
  switch (order)
    {
    case FOOTHOLD_ORDER_RATE:
      return order_by_rate (db, own, reversed, error);
    case FOOTHOLD_ORDER_HOURS:
    case FOOTHOLD_ORDER_FIT:
      return order_by_index (db, foothold_opportunity_list_far_sql (order, reversed), error);
    case FOOTHOLD_ORDER_NEWEST:
    case FOOTHOLD_ORDER_DEADLINE:
    case FOOTHOLD_ORDER_TITLE:
    default:
      g_return_val_if_reached (NULL);
    }
}

static GArray *list_near (FootholdDb *db, FootholdOrder order, gboolean reversed, FootholdShow show, GError **error);

/*
 * Orders that no index of what is shown has: that order alone, and then what is shown looked up in memory, which costs
 * less than 100,000 looked up in a table. What the order does not name comes last.
 */
static GArray *
list_far (FootholdDb *db, FootholdOrder order, gboolean reversed, FootholdShow show, GError **error)
{
  g_autoptr (GArray) newest = list_near (db, FOOTHOLD_ORDER_NEWEST, FALSE, show, error);
  const FootholdFilterContext *context = newest != NULL ? foothold_filter_load_context (db, error) : NULL;
  g_autoptr (GArray) shown = NULL;
  g_autoptr (GArray) ordered = NULL;
  g_autofree guint8 *taken = NULL;
  GArray *ids;

  if (context == NULL)
    return NULL;
  ordered = order_far (db, order, reversed, context->currency, error);
  if (ordered == NULL)
    return NULL;

  shown = g_array_copy (newest);
  g_array_sort (shown, compare_ids);
  taken = g_new0 (guint8, shown->len);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), shown->len);
  for (guint i = 0; i < ordered->len; i++)
    {
      const gint64 id = g_array_index (ordered, gint64, i);
      guint at;

      if (g_array_binary_search (shown, &id, compare_ids, &at))
        {
          taken[at] = TRUE;
          g_array_append_val (ids, id);
        }
    }
  for (guint i = 0; i < newest->len && ids->len < newest->len; i++)
    {
      const gint64 id = g_array_index (newest, gint64, i);
      guint at;

      if (g_array_binary_search (shown, &id, compare_ids, &at) && !taken[at])
        g_array_append_val (ids, id);
    }

  return ids;
}

static GArray *
list_all (FootholdDb *db, FootholdOrder order, gboolean reversed, FootholdShow show, GError **error)
{
  return order < G_N_ELEMENTS (index_sql) ? list_near (db, order, reversed, show, error)
                                          : list_far (db, order, reversed, show, error);
}

static GArray *
list_near (FootholdDb *db, FootholdOrder order, gboolean reversed, FootholdShow show, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n_hidden;

  if (!foothold_db_query_int (db, "SELECT count (*) FROM import_batch WHERE state <> 'done'", &n_hidden, error))
    return NULL;

  {
    g_autoptr (FootholdStmt) stmt =
      foothold_db_stmt (db, foothold_opportunity_list_sql (order, reversed, show, n_hidden > 0));

    while (foothold_stmt_next (stmt))
      {
        const gint64 id = foothold_stmt_int (stmt, 0);

        g_array_append_val (ids, id);
      }
    return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
  }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  return (left->id > right->id) - (left->id < right->id);
}

/* (transfer none): the list, from memory when nothing has changed since. */
static ListCache *
get_list (FootholdDb *db, FootholdOrder order, gboolean reversed, FootholdShow show, GError **error)
{
  ListCache *cache = foothold_db_get_data (db, list_cache_key);
  FootholdDbState state;
  GArray *ids;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (cache != NULL && foothold_db_state_equal (&cache->state, &state) && cache->order == order
      && cache->reversed == reversed && cache->show == show)
    return cache;

  ids = list_all (db, order, reversed, show, error);
  if (ids == NULL)
    return NULL;
  cache = g_new0 (ListCache, 1);
  cache->state = state;
  cache->order = order;
  cache->reversed = reversed;
  cache->show = show;
  cache->ids = ids;
  cache->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  foothold_db_set_data (db, list_cache_key, cache, list_cache_free);
  return cache;
}

/* The same in whatever order there is. */
static ListCache *
get_any_list (FootholdDb *db, FootholdShow show, GError **error)
{
  const ListCache *cache = foothold_db_get_data (db, list_cache_key);

  if (cache != NULL && cache->show == show)
    return get_list (db, cache->order, cache->reversed, show, error);
  return get_list (db, FOOTHOLD_ORDER_NEWEST, FALSE, show, error);
}

static void
ensure_places (ListCache *self)
{
  if (self->places != NULL)
    return;

  self->places = g_array_sized_new (FALSE, FALSE, sizeof (Place), self->ids->len);
  for (guint i = 0; i < self->ids->len; i++)
    {
      const Place place = { g_array_index (self->ids, gint64, i), i };

      g_array_append_val (self->places, place);
    }
  /* the newest first are nearly in the order of their ids, backwards: qsort likes neither, but it is done once a commit
   */
  if (self->places->len > 0)
    qsort (self->places->data, self->places->len, sizeof (Place), compare_places);
}

/* The first place at or after @from whose id is not less than @id, by steps that double. */
static guint
find_place (const Place *places, guint n, guint from, gint64 id)
{
  guint step = 1, low = from, high;

  while (low + step < n && places[low + step].id < id)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, n);
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (places[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gsize
count_words (const ListCache *self)
{
  /* never none, so that NULL says something else */
  return (gsize) self->ids->len / 64 + 1;
}

/* Those of @hits (ascending) that are in the list. (transfer full) */
static Marks *
mark (ListCache *self, GArray *hits)
{
  const guint n = self->ids->len;
  Marks *marks = g_new0 (Marks, count_words (self));
  const Place *places;
  guint at = 0;

  ensure_places (self);
  places = (const Place *) (gpointer) self->places->data;
  for (guint i = 0; i < hits->len && at < n; i++)
    {
      const gint64 id = g_array_index (hits, gint64, i);

      at = find_place (places, n, at, id);
      if (at < n && places[at].id == id)
        marks[places[at].position / 64] |= G_GUINT64_CONSTANT (1) << (places[at].position % 64);
    }

  return marks;
}

static guint
count_marks (const ListCache *self, const Marks *marks)
{
  guint n = 0;

  for (gsize word = 0; word < count_words (self); word++)
    n += (guint) __builtin_popcountll (marks[word]);

  return n;
}

/* In the order of the list. */
static GArray *
ids_of_marks (const ListCache *self, const Marks *marks)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), count_marks (self, marks));

  for (gsize word = 0; word < count_words (self); word++)
    for (Marks left = marks[word]; left != 0; left &= left - 1)
      g_array_append_val (ids, g_array_index (self->ids, gint64, word * 64 + (guint) __builtin_ctzll (left)));

  return ids;
}

/* What the words of @text find in the list. (transfer none): until the list goes, or other words are looked for. */
static const Marks *
find_words (FootholdDb *db, ListCache *self, const char *text, const FootholdSearch *search, GError **error)
{
  Marks *marks = g_hash_table_lookup (self->found, text);
  g_autoptr (GArray) hits = NULL;

  if (marks != NULL)
    return marks;
  hits = foothold_search_hits (db, search, error);
  if (hits == NULL)
    return NULL;

  if (g_hash_table_size (self->found) >= FOUND_MOST)
    g_hash_table_remove_all (self->found);
  marks = mark (self, hits);
  g_hash_table_insert (self->found, g_strdup (text), marks);
  return marks;
}

/* What both the words and the filters let through; *@marks NULL: everything. @own: the person's currency. */
static gboolean
find_marks (FootholdDb *db,
            ListCache *self,
            const FootholdFilter *filter,
            const char *own,
            Marks **marks,
            GError **error)
{
  g_autoptr (FootholdSearch) search = foothold_search_parse (filter->text);
  g_autoptr (GArray) filtered = NULL;
  const Marks *found = NULL;

  *marks = NULL;
  if (!foothold_filter_hits (db, filter, own, &filtered, error))
    return FALSE;
  if (search != NULL)
    {
      found = find_words (db, self, filter->text, search, error);
      if (found == NULL)
        return FALSE;
    }

  if (filtered != NULL)
    *marks = mark (self, filtered);
  else if (found != NULL)
    *marks = g_memdup2 (found, count_words (self) * sizeof (Marks));
  for (gsize word = 0; found != NULL && filtered != NULL && word < count_words (self); word++)
    (*marks)[word] &= found[word];
  return TRUE;
}

GArray *
foothold_opportunity_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  const FootholdFilterContext *context = foothold_filter_load_context (db, error);
  g_autofree char *text = g_utf8_make_valid (query->text != NULL ? query->text : "", -1);
  g_autoptr (FootholdFilter) filter = NULL;
  g_autofree Marks *marks = NULL;
  ListCache *list;

  if (context == NULL)
    return NULL;
  filter = foothold_filter_parse (text, context);
  list = get_list (db, query->order, query->reversed,
                   foothold_filter_wants_all (filter) ? FOOTHOLD_SHOW_ALL : query->show, error);
  if (list == NULL || !find_marks (db, list, filter, context->currency, &marks, error))
    return NULL;

  return marks != NULL ? ids_of_marks (list, marks) : g_array_copy (list->ids);
}

gboolean
foothold_opportunity_list_count (FootholdDb *db, const char *text, FootholdShow show, guint *n, GError **error)
{
  const FootholdFilterContext *context = foothold_filter_load_context (db, error);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (FootholdFilter) filter = NULL;
  g_autofree Marks *marks = NULL;
  ListCache *list;

  if (context == NULL)
    return FALSE;
  filter = foothold_filter_parse (valid, context);
  if (foothold_filter_wants_all (filter))
    show = FOOTHOLD_SHOW_ALL;
  list = get_any_list (db, show, error);
  if (list == NULL || !find_marks (db, list, filter, context->currency, &marks, error))
    return FALSE;

  *n = marks != NULL ? count_marks (list, marks) : list->ids->len;
  return TRUE;
}

GPtrArray *
foothold_opportunity_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
  return foothold_row_load_in_order (db, &foothold_opportunity_row_type, ids, error);
}
