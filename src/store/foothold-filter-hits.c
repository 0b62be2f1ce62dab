/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-filter-hits"

#include "foothold-filter-hits.h"

#include <stdlib.h>

#include "sqlite/foothold-ids.h"
#include "store/foothold-expiry.h"
#include "store/foothold-fold.h"
#include "store/foothold-pay-scan.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"

/*
 * One statement a key; each walks a narrow index once and gives ids in their order, so that the terms of a filter are
 * put together by merging. What a person typed is only ever bound.
 */

#define FACETS "SELECT id FROM opportunity INDEXED BY opportunity_facets WHERE "
#define ONE_OF(column) FACETS column " IN (SELECT value FROM json_each (:values)) ORDER BY id"
#define NONE(condition) FACETS condition " ORDER BY id"
#define BETWEEN(column) FACETS column " BETWEEN :min AND :max ORDER BY id"
/* A name is meant by itself or by the beginning of a word in it. */
#define NAMED(folded) " instr (' ' || " folded ", ' ' || :name) > 0"
/* A place that is called just so, before those that only begin so. */
#define THIS_PLACE \
  FOOTHOLD_SHOWN ("p") \
  " AND (p.folded = :name OR (NOT EXISTS (SELECT 1 FROM place AS e WHERE e.folded = :name) AND" NAMED ("p.folded") ")" \
                                                                                                                   ")"
#define NAMES_PLACE \
  "SELECT o.id FROM place AS p CROSS JOIN opportunity AS o INDEXED BY opportunity_by_place WHERE o.place_id = p.id " \
  "AND "
#define LIES_AT_PLACE \
  "SELECT o.id FROM place AS p CROSS JOIN opportunity AS o INDEXED BY opportunity_by_url WHERE o.place_id IS NULL" \
  " AND " FOOTHOLD_LIES_AT ("o", "p.host") " AND "
#define AT_PLACE NAMES_PLACE THIS_PLACE " UNION " LIES_AT_PLACE THIS_PLACE " ORDER BY 1"
#define AT_NO_PLACE \
  "SELECT id FROM opportunity INDEXED BY opportunity_facets EXCEPT " NAMES_PLACE \
    FOOTHOLD_SHOWN ("p") " EXCEPT " LIES_AT_PLACE FOOTHOLD_SHOWN ("p") " ORDER BY 1"
#define APPLIED(condition) \
  "SELECT DISTINCT opportunity FROM application AS a INDEXED BY application_facets WHERE " condition \
  " AND " FOOTHOLD_SHOWN ("a") " ORDER BY opportunity"
#define APPLICATIONS(condition) \
  "SELECT id FROM application INDEXED BY application_facets WHERE " condition " ORDER BY id"
#define STATED "state IN (SELECT value FROM json_each (:values))"
#define CHANNELLED "channel IN (SELECT value FROM json_each (:values))"
#define ON(column) column " BETWEEN :min AND :max"
/* One that has ended asks for no step any more. */
#define GOES_ON " AND state NOT IN ('accepted', 'declined', 'withdrawn', 'offer-declined')"
#define NOT_APPLIED \
  NONE ("NOT EXISTS (SELECT 1 FROM application AS a WHERE a.opportunity = opportunity.id AND " FOOTHOLD_SHOWN ("a") ")")
#define UNPAID "(pay_kind = 'unpaid')"
#define PAYS "SELECT id FROM opportunity INDEXED BY opportunity_pay WHERE "
#define AMOUNT "coalesce (pay_gross_min, pay_gross_max, pay_net, pay_guaranteed, pay_cap)"
/* An amount says so, whatever its kind; a kind says so without an amount. */
#define PAID \
  PAYS "pay_kind IS NOT 'unpaid' AND (" AMOUNT " > 0 OR (pay_kind IS NOT NULL AND pay_kind <> 'unknown')) ORDER BY id"
#define UNCLEAR \
  FACETS "(minutes_min IS NULL AND minutes_max IS NULL) OR (apply_by IS NULL AND apply_window IS NOT 'rolling') " \
         "UNION " PAYS "pay_kind IS NOT 'unpaid' AND " AMOUNT " IS NULL ORDER BY 1"
/* As foothold_expiry_asks () says it; :day is so many days ago, and :instant the end of that day. */
#define STALE \
  "apply_window = 'rolling' AND archived_at IS NULL AND state IN ('spotted', 'evaluating', 'shortlisted')" \
  " AND CASE WHEN seen_open_on IS NULL THEN created_at < :instant ELSE seen_open_on <= :day END AND origin = 'found'"

typedef struct
{
  const char *sql;
  const char *unknown_sql; /* NULL where nothing is ever unknown */
  /* Of what an application says itself: the same as sets of applications. */
  const char *application_sql, *application_unknown_sql;
} KeySql;

static const KeySql keys[FOOTHOLD_FILTER_N_KEYS] = {
  [FOOTHOLD_FILTER_AREA] = { ONE_OF ("area"), NONE ("area IS NULL") },
  [FOOTHOLD_FILTER_INDUSTRY] = { ONE_OF ("industry"), NONE ("industry IS NULL") },
  [FOOTHOLD_FILTER_KIND] = { ONE_OF ("kind"), NULL },
  [FOOTHOLD_FILTER_MODE] = { ONE_OF ("work_mode"), NONE ("work_mode IS NULL") },
  [FOOTHOLD_FILTER_PAID] = { ONE_OF ("pay_kind"), NONE ("pay_kind IS NULL OR pay_kind = 'unknown'") },
  [FOOTHOLD_FILTER_SOURCE] = { ONE_OF ("source"), NONE ("source IS NULL") },
  [FOOTHOLD_FILTER_STATE] = { ONE_OF ("state"), NULL },
  [FOOTHOLD_FILTER_COUNTRY] = { ONE_OF ("country"), NONE ("country IS NULL") },
  [FOOTHOLD_FILTER_SKILL] = { "SELECT DISTINCT os.opportunity FROM skill AS s JOIN opportunity_skill AS os ON os.skill "
                              "= s.id WHERE" NAMED ("s.folded") " ORDER BY os.opportunity",
                              "SELECT id FROM opportunity INDEXED BY opportunity_facets WHERE NOT EXISTS"
                              " (SELECT 1 FROM opportunity_skill AS os WHERE os.opportunity = opportunity.id) ORDER BY "
                              "id" },
  [FOOTHOLD_FILTER_TAG] = { "SELECT DISTINCT t.opportunity FROM opportunity_tag AS t WHERE" NAMED (
                              "t.folded") " ORDER BY t.opportunity",
                            "SELECT id FROM opportunity INDEXED BY opportunity_facets WHERE NOT EXISTS (SELECT 1 FROM"
                            " opportunity_tag AS t WHERE t.opportunity = opportunity.id) ORDER BY id" },
  [FOOTHOLD_FILTER_HOST] = { "SELECT o.id FROM organisation AS g JOIN opportunity AS o ON o.organisation_id = g.id "
                             "WHERE" NAMED ("g.folded") " ORDER BY o.id",
                             "SELECT id FROM opportunity WHERE organisation_id IS NULL ORDER BY id" },
  [FOOTHOLD_FILTER_PLACE] = { AT_PLACE, AT_NO_PLACE },
  [FOOTHOLD_FILTER_HOURS] = { FACETS "coalesce (minutes_min, minutes_max) <= :max AND coalesce (minutes_max, "
                                     "minutes_min) >= :min ORDER BY id",
                              NONE ("minutes_min IS NULL AND minutes_max IS NULL") },
  [FOOTHOLD_FILTER_FIT] = { "SELECT opportunity FROM judgement INDEXED BY judgement_fit WHERE fit BETWEEN :min * 10001"
                            " AND :max * 10001 + 10000 ORDER BY opportunity",
                            "SELECT id FROM opportunity INDEXED BY opportunity_facets WHERE NOT EXISTS (SELECT 1 FROM"
                            " judgement AS j WHERE j.opportunity = opportunity.id AND j.fit IS NOT NULL) ORDER BY id" },
  [FOOTHOLD_FILTER_DUE] = { NONE ("apply_window IS NOT 'rolling' AND " ON ("apply_by")),
                            NONE ("apply_by IS NULL AND apply_window IS NOT 'rolling'") },
  [FOOTHOLD_FILTER_POSTED] = { BETWEEN ("posted_on"), NONE ("posted_on IS NULL") },
  [FOOTHOLD_FILTER_STARTS] = { BETWEEN ("start_on"), NONE ("start_on IS NULL") },
  [FOOTHOLD_FILTER_ADDED] = { BETWEEN ("created_at"), NULL },
  [FOOTHOLD_FILTER_APPLICATION] = { APPLIED (STATED), NOT_APPLIED, APPLICATIONS (STATED), NULL },
  [FOOTHOLD_FILTER_CHANNEL] = { APPLIED (CHANNELLED), APPLIED ("channel IS NULL"), APPLICATIONS (CHANNELLED),
                                APPLICATIONS ("channel IS NULL") },
  [FOOTHOLD_FILTER_SENT] = { APPLIED (ON ("sent_on")), APPLIED ("sent_on IS NULL"), APPLICATIONS (ON ("sent_on")),
                             APPLICATIONS ("sent_on IS NULL") },
  [FOOTHOLD_FILTER_NEXT] = { APPLIED (ON ("next_step_on") GOES_ON), APPLIED ("next_step_on IS NULL" GOES_ON),
                             APPLICATIONS (ON ("next_step_on") GOES_ON),
                             APPLICATIONS ("next_step_on IS NULL" GOES_ON) },
};

typedef struct
{
  const char *slug;
  const char *sql;
} MarkSql;

static const MarkSql marks[] = {
  { "starred", NONE ("starred = 1") },
  { "unread", NONE ("unread = 1") },
  { "unclear", UNCLEAR },
  { "paid", PAID },
  { "unpaid", NONE (UNPAID) },
  { "rolling", NONE ("apply_window = 'rolling'") },
  { "stale", NONE (STALE) },
  { "open", NONE ("archived_at IS NULL AND state <> 'dropped' AND state <> 'expired'") },
  { "dropped", NONE ("state = 'dropped'") },
  { "expired", NONE ("state = 'expired'") },
  { "archived", NONE ("archived_at IS NOT NULL") },
};

/* ---- sets of ids, ascending ---- */

static GArray *
collect (FootholdStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

/* @sql: a static statement without parameters. */
static GArray *
all_of (FootholdDb *db, const char *sql, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  return collect (stmt, error);
}

static GArray *
everything (FootholdDb *db, GError **error)
{
  return all_of (db, "SELECT id FROM opportunity INDEXED BY opportunity_facets ORDER BY id", error);
}

/* ---- one term ---- */

/* A list of strings as JSON. */
static char *
values_to_json (char **values)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ",\"" : "\"");
      for (const char *p = values[i]; *p != '\0'; p++)
        {
          if (*p == '"' || *p == '\\')
            g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      g_string_append_c (json, '"');
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

/* The text between which the days of @term lie: ISO dates compare as texts. */
static void
bind_days (FootholdStmt *stmt, const FootholdFilterTerm *term)
{
  const gint64 ends[] = { term->min, term->max };
  static const char *const names[] = { "min", "max" };
  static const char *const open[] = { "0000-01-01", "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char text[16];
      GDate date;

      if (ends[i] == FOOTHOLD_FILTER_LEAST || ends[i] == FOOTHOLD_FILTER_MOST)
        {
          foothold_stmt_bind_text (stmt, names[i], open[i]);
          continue;
        }
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) CLAMP (ends[i], 1, 3652059));
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      foothold_stmt_bind_text (stmt, names[i], text);
    }
}

/* The instant at which a day of the calendar begins where the person is. */
static gint64
day_to_instant (gint64 julian)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (julian, 1, 3652059));
  time =
    g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

/* NULL is bound for G_MININT64, which would match nothing. */
static gint64
least_but_one (gint64 value)
{
  return value == FOOTHOLD_FILTER_LEAST ? G_MININT64 + 1 : value;
}

/*
 * Pay an hour in the currency that was said, else in the person's own, also what a rate of exchange makes of another;
 * without either, as the number stands there.
 * “-pay:>20” leaves in what is not known, as every “-” does.
 */
static GArray *
pay_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *own, GError **error)
{
  const char *currency = term->currency != NULL ? term->currency : own;
  g_autoptr (GArray) rates = foothold_pay_scan_in (db, currency, error);
  GArray *ids;

  if (rates == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rates->len; i++)
    {
      const FootholdPayScan *found = &g_array_index (rates, FootholdPayScan, i);
      const gint64 lo = found->rate.lo != FOOTHOLD_FACT_UNKNOWN ? found->rate.lo : found->rate.hi;
      const gint64 hi = found->rate.hi != FOOTHOLD_FACT_UNKNOWN ? found->rate.hi : found->rate.lo;

      if ((currency == NULL || g_str_equal (found->currency, currency)) && lo <= term->max && hi >= term->min)
        g_array_append_val (ids, found->id);
    }

  return ids;
}

/* All of which no pay an hour is known. */
static GArray *
pay_unknown_hits (FootholdDb *db, GError **error)
{
  g_autoptr (GArray) all = everything (db, error);
  g_autoptr (GArray) known = NULL;
  GArray *rates;

  rates = all != NULL ? foothold_pay_scan (db, error) : NULL;
  if (rates == NULL)
    return NULL;

  known = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rates->len);
  for (guint i = 0; i < rates->len; i++)
    g_array_append_val (known, g_array_index (rates, FootholdPayScan, i).id);

  return foothold_ids_without (all, known);
}

static GArray *
range_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *sql, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  gint64 min = least_but_one (term->min), max = term->max;

  if (foothold_filter_is_day (term->key) && term->key != FOOTHOLD_FILTER_ADDED)
    {
      bind_days (stmt, term);
      return collect (stmt, error);
    }
  if (term->key == FOOTHOLD_FILTER_ADDED)
    {
      min = term->min == FOOTHOLD_FILTER_LEAST ? min : day_to_instant (term->min);
      max = term->max == FOOTHOLD_FILTER_MOST ? max : day_to_instant (term->max + 1) - 1;
    }

  foothold_stmt_bind_int (stmt, "min", min);
  foothold_stmt_bind_int (stmt, "max", max);
  return collect (stmt, error);
}

static GArray *
named_hits (FootholdDb *db, const char *sql, const char *name, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autofree char *folded = foothold_fold_name (name);

  foothold_stmt_bind_text (stmt, "name", folded);
  return collect (stmt, error);
}

static gboolean
bind_stale (FootholdDb *db, FootholdStmt *stmt, GError **error)
{
  const FootholdFilterContext *context = foothold_filter_load_context (db, error);
  char day[16];
  GDate last;

  if (context == NULL)
    return FALSE;

  last = context->today;
  g_date_subtract_days (&last, FOOTHOLD_ROLLING_DAYS);
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &last);
  foothold_stmt_bind_text (stmt, "day", day);
  foothold_stmt_bind_int (stmt, "instant", day_to_instant (g_date_get_julian (&last) + 1));
  return TRUE;
}

static GArray *
mark_hits (FootholdDb *db, const char *slug, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (marks[i].slug, slug))
      {
        g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, marks[i].sql);

        if (g_str_equal (slug, "stale") && !bind_stale (db, stmt, error))
          return NULL;
        return collect (stmt, error);
      }

  g_return_val_if_reached (NULL);
}

/* The alternatives of a term together. */
static GArray *
alternative_hits (FootholdDb *db, const FootholdFilterTerm *term, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; term->values[i] != NULL; i++)
    {
      g_autoptr (GArray) one = term->key == FOOTHOLD_FILTER_IS
                                 ? mark_hits (db, term->values[i], error)
                                 : named_hits (db, keys[term->key].sql, term->values[i], error);
      GArray *both;

      if (one == NULL)
        return NULL;
      both = foothold_ids_unite (all, one);
      g_array_unref (all);
      all = both;
    }

  return g_steal_pointer (&all);
}

static GArray *
listed_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *sql, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autofree char *values = values_to_json (term->values);

  foothold_stmt_bind_text (stmt, "values", values);
  return collect (stmt, error);
}

/* What @term lets through, without regard to its “-”. @own: the person's currency, or NULL. */
static GArray *
term_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *own, GError **error)
{
  if (term->key == FOOTHOLD_FILTER_PAY)
    return term->unknown ? pay_unknown_hits (db, error) : pay_hits (db, term, own, error);
  if (term->unknown)
    {
      if (keys[term->key].unknown_sql == NULL)
        return g_array_new (FALSE, FALSE, sizeof (gint64));
      return all_of (db, keys[term->key].unknown_sql, error);
    }
  if (term->values == NULL)
    return range_hits (db, term, keys[term->key].sql, error);
  if (foothold_filter_key_list (term->key) == NULL || term->key == FOOTHOLD_FILTER_IS)
    return alternative_hits (db, term, error);

  return listed_hits (db, term, keys[term->key].sql, error);
}

/* ---- kept with the connection ---- */

typedef struct
{
  FootholdDbState state;
  GHashTable *sets; /* what a term asks → GArray */
} Cache;

static void
cache_free (gpointer data)
{
  Cache *self = data;

  g_hash_table_unref (self->sets);
  g_free (self);
}

static Cache *
get_cache (FootholdDb *db, GError **error)
{
  static const char key[] = "foothold-filter-hits";
  Cache *cache = foothold_db_get_data (db, key);
  FootholdDbState state;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (cache != NULL && foothold_db_state_equal (&cache->state, &state))
    return cache;

  cache = g_new0 (Cache, 1);
  cache->state = state;
  cache->sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  foothold_db_set_data (db, key, cache, cache_free);
  return cache;
}

/* (transfer none) */
static GArray *
cached_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *own, GError **error)
{
  Cache *cache = get_cache (db, error);
  g_autofree char *values = term->values != NULL ? g_strjoinv ("\n", term->values) : NULL;
  g_autofree char *asked = NULL;
  const FootholdFilterContext *context;
  GArray *ids;

  if (cache == NULL)
    return NULL;
  context = foothold_filter_load_context (db, error);
  if (context == NULL)
    return NULL;
  asked = g_strdup_printf ("%u %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s",
                           g_date_get_julian (&context->today), (int) term->key, term->unknown, term->min, term->max,
                           term->currency != NULL ? term->currency : "", values != NULL ? values : "");
  ids = g_hash_table_lookup (cache->sets, asked);
  if (ids == NULL)
    {
      ids = term_hits (db, term, own, error);
      if (ids != NULL)
        g_hash_table_insert (cache->sets, g_steal_pointer (&asked), ids);
    }

  return ids;
}

typedef GArray *(*TermHits) (FootholdDb *db, const FootholdFilterTerm *term, const char *own, GError **error);
typedef GArray *(*Everything) (FootholdDb *db, GError **error);

static gboolean
put_together (FootholdDb *db,
              const FootholdFilter *filter,
              const char *own,
              TermHits term_hits_of,
              Everything everything_of,
              GArray **ids,
              GError **error)
{
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < filter->terms->len; i++)
    {
      const FootholdFilterTerm *term = g_ptr_array_index (filter->terms, i);
      g_autoptr (GArray) hits = term_hits_of (db, term, own, error);
      GArray *both;

      if (hits == NULL)
        return FALSE;
      if (all == NULL && !term->negated)
        {
          all = g_steal_pointer (&hits);
          continue;
        }
      if (all == NULL)
        all = everything_of (db, error);
      if (all == NULL)
        return FALSE;
      both = term->negated ? foothold_ids_without (all, hits) : foothold_ids_intersect (all, hits);
      g_array_unref (all);
      all = both;
    }

  *ids = g_steal_pointer (&all);
  return TRUE;
}

static GArray *
opportunity_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *own, GError **error)
{
  GArray *hits = cached_hits (db, term, own, error);

  return hits != NULL ? g_array_ref (hits) : NULL;
}

gboolean
foothold_filter_hits (FootholdDb *db, const FootholdFilter *filter, const char *own, GArray **ids, GError **error)
{
  return put_together (db, filter, own, opportunity_hits, everything, ids, error);
}

/* ---- of applications ---- */

static GArray *
every_application (FootholdDb *db, GError **error)
{
  return all_of (db, "SELECT id FROM application INDEXED BY application_facets ORDER BY id", error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* The applications for @opportunities (ascending). */
static GArray *
applications_for (FootholdDb *db, GArray *opportunities, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT id, opportunity FROM application INDEXED BY application_facets ORDER BY id");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0), opportunity = foothold_stmt_int (stmt, 1);

      if (g_array_binary_search (opportunities, &opportunity, compare_ids, NULL))
        g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

static GArray *
application_hits (FootholdDb *db, const FootholdFilterTerm *term, const char *own, GError **error)
{
  const KeySql *key = &keys[term->key];
  GArray *opportunities;

  if (key->application_sql != NULL && term->unknown)
    return key->application_unknown_sql != NULL ? all_of (db, key->application_unknown_sql, error)
                                                : g_array_new (FALSE, FALSE, sizeof (gint64));
  if (key->application_sql != NULL)
    return term->values != NULL ? listed_hits (db, term, key->application_sql, error)
                                : range_hits (db, term, key->application_sql, error);

  opportunities = cached_hits (db, term, own, error);
  return opportunities != NULL ? applications_for (db, opportunities, error) : NULL;
}

gboolean
foothold_filter_application_hits (FootholdDb *db,
                                  const FootholdFilter *filter,
                                  const char *own,
                                  GArray **ids,
                                  GError **error)
{
  return put_together (db, filter, own, application_hits, every_application, ids, error);
}

gboolean
foothold_filter_wants_all (const FootholdFilter *filter)
{
  static const char *const hidden[] = { "dropped", "expired", "archived", NULL };

  for (guint i = 0; i < filter->terms->len; i++)
    {
      const FootholdFilterTerm *term = g_ptr_array_index (filter->terms, i);

      if (term->negated || (term->key != FOOTHOLD_FILTER_IS && term->key != FOOTHOLD_FILTER_STATE))
        continue;
      for (guint v = 0; term->values[v] != NULL; v++)
        if (g_strv_contains (hidden, term->values[v]))
          return TRUE;
    }

  return FALSE;
}
