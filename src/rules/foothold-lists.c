// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foothold-lists.h"

/*
 * The lists a person meets in choosers, and the looking up in all of them. The
 * slugs are the schema's (data/sql) and PRODUCT's; the synonyms are what postings,
 * exports of other programs and people write. Countries and currencies are in
 * foothold-lists-world.c.
 */

#define LIST(variable, id) const FootholdList foothold_##variable = { id, variable, G_N_ELEMENTS (variable) }

static const FootholdListEntry areas[] = {
  { "research", N_ ("Research and Competitive Analysis"),
    "research|competitive analysis|market research|marktforschung|user research|desk research" },
  { "data-entry", N_ ("Data Entry and Clean-Up"), "data entry|data cleaning|data clean-up|datenpflege|data cleanup" },
  { "data-analysis", N_ ("Data Analysis"), "analytics|data science|datenanalyse|business intelligence|statistics" },
  { "content", N_ ("Content and Copy"),
    "content|copywriting|writing|editing|text|content marketing|redaktion|journalism" },
  { "marketing", N_ ("Social and Digital Marketing"),
    "marketing|social media|digital marketing|seo|online marketing|public relations" },
  { "sales", N_ ("Sales and Lead Generation"), "sales|lead generation|vertrieb|customer success" },
  { "people", N_ ("HR and Recruiting Support"),
    "hr|human resources|recruiting|recruitment|personal|talent acquisition" },
  { "finance", N_ ("Finance and Accounting"), "finance|accounting|buchhaltung|controlling|finanzen|bookkeeping" },
  { "operations", N_ ("Operations and Process"), "operations|process|logistics|supply chain|project management" },
  { "business-development", N_ ("Business Development"), "business development|strategy|partnerships|consulting" },
  { "software", N_ ("Software and Web"),
    "software|web|programming|software development|web development|engineering|it|information "
    "technology|"
    "softwareentwicklung|entwicklung" },
  { "design", N_ ("Design and Media"), "design|media|graphic design|ux|ui|ux design|video|photography|grafikdesign" },
  { "events", N_ ("Events and Administration"),
    "events|administration|event management|office|verwaltung|veranstaltungen" },
  { "translation", N_ ("Translation and Language"), "translation|language|localisation|localization|übersetzung" },
  { "other", N_ ("Other"), "other|sonstiges|miscellaneous" },
};
LIST (areas, "area");

static const FootholdListEntry industries[] = {
  { "agriculture", N_ ("Agriculture and Food"), "agriculture|food|farming|food and beverage|landwirtschaft" },
  { "arts", N_ ("Arts and Culture"), "arts|culture|museums|performing arts|kultur|music" },
  { "automotive", N_ ("Automotive"), "automotive|automobile|cars|automobil" },
  { "construction", N_ ("Construction and Real Estate"),
    "construction|real estate|architecture|bau|immobilien|civil engineering" },
  { "consulting", N_ ("Consulting and Services"),
    "consulting|professional services|management consulting|business services|unternehmensberatung|legal "
    "services|law" },
  { "education", N_ ("Education"),
    "education|higher education|schools|bildung|e learning|elearning|edtech|university" },
  { "energy", N_ ("Energy and Environment"),
    "energy|environment|renewable energy|renewables|utilities|energie|umwelt|environmental "
    "services|climate" },
  { "finance", N_ ("Finance and Insurance"),
    "finance|financial services|banking|insurance|fintech|banks|versicherung|banken|accounting" },
  { "government", N_ ("Government and Public Sector"),
    "government|public sector|public administration|government "
    "administration|verwaltung|öffentlicher dienst" },
  { "health", N_ ("Health and Care"),
    "health|healthcare|health care|hospital and health "
    "care|hospitals|gesundheit|gesundheitswesen|medical|wellness" },
  { "hospitality", N_ ("Hospitality and Tourism"),
    "hospitality|tourism|hotels|restaurants|travel|leisure travel and "
    "tourism|gastronomie|tourismus" },
  { "logistics", N_ ("Logistics and Transport"),
    "logistics|transport|transportation|logistics and supply "
    "chain|logistik|shipping|warehousing" },
  { "manufacturing", N_ ("Manufacturing"),
    "manufacturing|industry|industrial|machinery|maschinenbau|produktion|chemicals" },
  { "media", N_ ("Media and Communication"),
    "media|communication|publishing|broadcasting|advertising|marketing and "
    "advertising|medien|journalism|newspapers" },
  { "non-profit", N_ ("Non-Profit and Social Work"),
    "non profit|nonprofit|not for profit|charity|ngo|social work|philanthropy|non "
    "profit organization management|verein" },
  { "retail", N_ ("Retail and Consumer Goods"),
    "retail|consumer goods|e "
    "commerce|ecommerce|fashion|handel|einzelhandel|wholesale|apparel and fashion" },
  { "science", N_ ("Science and Biotechnology"),
    "science|biotechnology|research|pharmaceuticals|life "
    "sciences|pharma|biotech|wissenschaft|forschung" },
  { "software", N_ ("Software and IT"),
    "software|it|information technology|computer software|software "
    "publishers|internet|technology|tech|saas|"
    "information technology and services|computer and network security|it "
    "services|informationstechnologie|it & software|"
    "software development|information services" },
  { "sports", N_ ("Sports and Games"), "sports|games|computer games|gaming|fitness|sport|esports" },
  { "telecommunications", N_ ("Telecommunications"), "telecommunications|telecom|telekommunikation|telecommunication" },
  { "other", N_ ("Other"), "other|sonstiges|miscellaneous" },
};
LIST (industries, "industry");

static const FootholdListEntry kinds[] = {
  { "micro-internship", N_ ("Micro-Internship"), "micro internship|microinternship|mikropraktikum|project" },
  { "course-project", N_ ("Course or Team Project"), "course project|team project|class project|capstone" },
  { "simulation", N_ ("Simulation or Case"), "simulation|case|case study|virtual experience|job simulation" },
  { "freelance", N_ ("Freelance Order"), "freelance|freelancer|contractor|contract|order|gig" },
  { "internship", N_ ("Longer Internship"), "internship|intern|praktikum|traineeship|stage|staż|thực tập" },
};
LIST (kinds, "kind");

static const FootholdListEntry found_states[] = {
  { "spotted", N_ ("Spotted"), NULL },         { "evaluating", N_ ("Evaluating"), NULL },
  { "shortlisted", N_ ("Shortlisted"), NULL }, { "applying", N_ ("Applying"), NULL },
  { "dropped", N_ ("Dropped"), NULL },         { "expired", N_ ("Expired"), NULL },
};
LIST (found_states, "state");

static const FootholdListEntry written_states[] = {
  { "draft", N_ ("Draft"), NULL },         { "ready", N_ ("Ready"), NULL },
  { "published", N_ ("Published"), NULL }, { "in-selection", N_ ("In Selection"), NULL },
  { "filled", N_ ("Filled"), NULL },       { "closed", N_ ("Closed"), NULL },
  { "paused", N_ ("Paused"), NULL },       { "expired", N_ ("Expired"), NULL },
  { "cancelled", N_ ("Cancelled"), NULL },
};
LIST (written_states, "written state");

static const FootholdListEntry sources[] = {
  { "portal", N_ ("Job Portal"), "portal|job board|job portal|marketplace|jobbörse|platform|indeed|handshake" },
  { "linkedin", N_ ("LinkedIn"), NULL },
  { "company", N_ ("Company Page"), "company page|company website|careers page|website of the company" },
  { "university", N_ ("University"), "university|university board|school|campus|hochschule" },
  { "professor", N_ ("Professor or Teacher"), "professor|teacher|lecturer|faculty" },
  { "career-service", N_ ("Career Service"), "career service|career services|career centre|career center|adviser" },
  { "event", N_ ("Event or Fair"), "event|fair|career fair|job fair|meetup|messe" },
  { "contact", N_ ("Someone I Know"), "contact|referral|friend|someone i know|network|word of mouth" },
  { "mail", N_ ("Mail or Newsletter"), "mail|email|e mail|newsletter|mailing list" },
  { "web", N_ ("Web Page"), "web|web page|website|internet|search engine" },
  { "import", N_ ("Imported File"), "import|file|imported" },
  { "other", N_ ("Other"), "other|sonstiges" },
};
LIST (sources, "source");

static const FootholdListEntry fact_sources[] = {
  { "page", N_ ("Saved Page"), NULL },    { "file", N_ ("Imported File"), NULL },
  { "mail", N_ ("Mail"), NULL },          { "conversation", N_ ("Conversation"), NULL },
  { "guess", N_ ("My Own Guess"), NULL }, { "typed", N_ ("Typed In"), NULL },
};
LIST (fact_sources, "fact source");

static const FootholdListEntry knowledges[] = {
  { "not-looked-at", N_ ("Not looked at"), NULL },
  { "not-said", N_ ("Posting does not say"), NULL },
  { "stated", N_ ("Stated"), NULL },
};
LIST (knowledges, "knowledge");

static const FootholdListEntry work_modes[] = {
  { "remote", N_ ("Remote"),
    "remote|telecommute|work from home|home office|homeoffice|virtual|fully remote|wfh|zdalna|zdalnie|praca "
    "zdalna|télétravail|"
    "à distance|remoto|en remoto|teletrabajo|từ xa|làm việc từ xa" },
  { "hybrid", N_ ("Hybrid"),
    "hybrid|partly remote|partially remote|hybrydowa|hybrydowo|hybride|híbrido|teilweise homeoffice" },
  { "on-site", N_ ("On Site"),
    "on site|onsite|in person|office|in office|vor ort|stacjonarna|stacjonarnie|sur site|présentiel|"
    "presencial|tại văn phòng" },
};
LIST (work_modes, "work mode");

static const FootholdListEntry apply_windows[] = {
  { "date", N_ ("Until a Date"), NULL },
  { "rolling", N_ ("Rolling"), "rolling|open|ongoing|continuous|laufend|en continu|abierto|ciągła|liên tục" },
  { "unknown", N_ ("Unknown"), NULL },
};
LIST (apply_windows, "application window");

static const FootholdListEntry pay_kinds[] = {
  { "fixed", N_ ("Fixed Fee"), "fixed|fixed fee|fixed price|flat fee|lump sum|pauschal|festpreis|per project" },
  { "hourly", N_ ("By the Hour"), "hourly|by the hour|per hour|stundenlohn|hourly rate" },
  { "stipend", N_ ("Stipend"), "stipend|scholarship|allowance|stipendium|bursary" },
  { "results", N_ ("By Results"), "results|results based|commission|performance based|success fee|provision" },
  { "unpaid", N_ ("Unpaid"),
    "unpaid|volunteer|voluntary|no pay|unbezahlt|ehrenamtlich|bezpłatny|"
    "niepłatny|niepłatne|non rémunéré|non rémunérée|bénévole|bénévolat|no remunerado|no remunerada|sin "
    "remuneración|không lương|không có lương" },
  { "unknown", N_ ("Unknown"), "unknown|unbekannt" },
};
LIST (pay_kinds, "pay kind");

static const FootholdListEntry pay_periods[] = {
  { "hour", N_ ("An Hour"),
    "hour|hours|hourly|per hour|hr|hrs|h|std|stunde|stunden|stündlich|godz|godzina|godzinę|giờ|"
    "heure|hora|ora|hur|per_hour|an hour|pro stunde|p h|ph" },
  { "day", N_ ("A Day"), "day|days|daily|per day|tag|tage|täglich|dzień|ngày|jour|día|dia|d|a day|pro tag|diem" },
  { "week", N_ ("A Week"),
    "week|weeks|weekly|per week|wk|woche|wöchentlich|tydzień|tuần|semaine|semana|w|a week|pro woche" },
  { "month", N_ ("A Month"),
    "month|months|monthly|per month|mo|mth|monat|monatlich|mies|miesiąc|miesięcznie|tháng|mois|mes|"
    "mon|a month|pro monat" },
  { "year", N_ ("A Year"),
    "year|years|yearly|annual|annually|annum|per year|yr|jahr|jährlich|rok|rocznie|năm|an|año|ano|pa|"
    "p a|a year|pro jahr|per annum|y" },
  { "project", N_ ("The Whole Project"),
    "project|once|one time|fixed|total|lump sum|projekt|pauschal|dự án|flat|one off|"
    "per project|assignment|gig" },
};
LIST (pay_periods, "pay period");

static const FootholdListEntry conversions[] = {
  { "intended", N_ ("A Job Afterwards Is Intended"), NULL },
  { "before", N_ ("The Host Has Hired So Before"), NULL },
  { "excluded", N_ ("Excluded"), NULL },
};
LIST (conversions, "conversion");

static const FootholdListEntry showables[] = {
  { "yes", N_ ("May Be Shown"), NULL },
  { "redacted", N_ ("May Be Shown Redacted"), NULL },
  { "no", N_ ("May Not Be Shown"), NULL },
};
LIST (showables, "showable");

static const FootholdListEntry organisation_types[] = {
  { "company", N_ ("Company"), "company|corporation|business|start up|startup|unternehmen|firma" },
  { "non-profit", N_ ("Non-Profit"), "non profit|nonprofit|ngo|charity|verein|foundation" },
  { "public", N_ ("Public Body"), "public|government|authority|behörde" },
  { "university", N_ ("University or School"), "university|school|college|hochschule|universität" },
  { "person", N_ ("Private Person"), "person|individual|private" },
  { "other", N_ ("Other"), "other" },
};
LIST (organisation_types, "organisation type");

static const FootholdListEntry person_roles[] = {
  { "supervisor", N_ ("Supervisor"), NULL }, { "mentor", N_ ("Mentor"), NULL },
  { "buddy", N_ ("Buddy"), NULL },           { "sponsor", N_ ("Sponsor"), NULL },
  { "recruiter", N_ ("Recruiter"), NULL },   { "adviser", N_ ("Adviser"), "advisor" },
  { "reference", N_ ("Reference"), NULL },   { "peer", N_ ("Peer"), NULL },
};
LIST (person_roles, "person role");

static const FootholdListEntry reference_permissions[] = {
  { "asked", N_ ("Asked, No Answer Yet"), "asked|requested" },
  { "yes", N_ ("Yes"), NULL },
  { "no", N_ ("No"), NULL },
};
LIST (reference_permissions, "reference permission");

static const FootholdListEntry person_contact_kinds[] = {
  { "mail", N_ ("E-Mail"), NULL },      { "phone", N_ ("Phone"), NULL },
  { "url", N_ ("Web Page"), NULL },     { "address", N_ ("Postal Address"), NULL },
  { "message", N_ ("Messages"), NULL }, { "birthday", N_ ("Birthday"), NULL },
  { "other", N_ ("Other"), NULL },
};
LIST (person_contact_kinds, "contact kind");

static const FootholdListEntry conversation_channels[] = {
  { "mail", N_ ("E-Mail"), NULL },      { "message", N_ ("Messages"), NULL },    { "phone", N_ ("Phone"), NULL },
  { "video", N_ ("Video Call"), NULL }, { "in-person", N_ ("In Person"), NULL }, { "other", N_ ("Other"), NULL },
};
LIST (conversation_channels, "conversation channel");

static const FootholdListEntry outreach_states[] = {
  { "idea", N_ ("Idea"), NULL }, { "asked", N_ ("Asked"), NULL }, { "talking", N_ ("Talking"), NULL },
  { "yes", N_ ("Yes"), NULL },   { "no", N_ ("No"), NULL },       { "no-answer", N_ ("No Answer"), "no answer" },
};
LIST (outreach_states, "outreach state");

static const FootholdListEntry place_kinds[] = {
  { "portal", N_ ("Portal"), "job board|jobboard|marketplace|platform|website|jobbörse" },
  { "company", N_ ("Company Page"), "employer|career page|careers|organisation|firma|unternehmen" },
  { "professor", N_ ("Professor"), "faculty|lecturer|chair|lehrstuhl|dozent|dozentin|professorin" },
  { "event", N_ ("Event"), "fair|career fair|meetup|messe|veranstaltung" },
  { "other", N_ ("Other"), "sonstiges" },
};
LIST (place_kinds, "place-kind");

static const FootholdListEntry skill_levels[] = {
  { "0", N_ ("New to Me"), NULL }, { "1", N_ ("Beginner"), NULL },  { "2", N_ ("Can Do with Help"), NULL },
  { "3", N_ ("Can Do"), NULL },    { "4", N_ ("Can Teach"), NULL },
};
LIST (skill_levels, "skill level");

static const FootholdListEntry profile_roles[] = {
  { "student", N_ ("I Look for Projects"), NULL },
  { "manager", N_ ("I Offer Projects"), NULL },
  { "both", N_ ("Both"), NULL },
};
LIST (profile_roles, "role");

const FootholdListEntry *
foothold_list_find (const FootholdList *list, const char *slug)
{
  if (slug == NULL)
    return NULL;

  for (guint i = 0; i < list->n_entries; i++)
    if (strcmp (list->entries[i].slug, slug) == 0)
      return &list->entries[i];

  return NULL;
}

/*
 * What two spellings of one word have in common: lower case, no accents, only
 * letters, digits and single spaces. Symbols stay ("€" is a synonym).
 */
static char *
fold (const char *text, gssize length)
{
  g_autofree char *decomposed = g_utf8_normalize (text, length, G_NORMALIZE_ALL);
  g_autofree char *lower = NULL;
  GString *folded;
  gboolean gap = FALSE;

  if (decomposed == NULL)
    return NULL;

  lower = g_utf8_casefold (decomposed, -1);
  folded = g_string_sized_new (strlen (lower));
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isspace (c) || strchr ("-_./,()'&", c < 128 ? (int) c : '\1') != NULL)
        {
          gap = folded->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (folded, ' ');
      gap = FALSE;
      g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

char *
foothold_list_fold (const char *text)
{
  return text != NULL ? fold (text, -1) : NULL;
}

/* Makes @words (@length bytes) mean @entry, unless an earlier entry has them. */
static void
teach (GHashTable *index, const char *words, gssize length, const FootholdListEntry *entry)
{
  char *folded = fold (words, length);

  if (folded == NULL || *folded == '\0' || g_hash_table_contains (index, folded))
    g_free (folded);
  else
    g_hash_table_insert (index, folded, (gpointer) entry);
}

/* Slugs and names come before synonyms, so that no synonym of one entry hides the name of another. */
static GHashTable *
build_index (const FootholdList *list)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->n_entries; i++)
    {
      teach (index, list->entries[i].slug, -1, &list->entries[i]);
      teach (index, list->entries[i].name, -1, &list->entries[i]);
      teach (index, foothold_list_entry_name (&list->entries[i]), -1, &list->entries[i]);
    }
  for (guint i = 0; i < list->n_entries; i++)
    for (const char *at = list->entries[i].synonyms; at != NULL && *at != '\0';)
      {
        const char *end = strchrnul (at, '|');

        teach (index, at, end - at, &list->entries[i]);
        at = *end == '|' ? end + 1 : end;
      }

  return index;
}

/* The index of a list, made when it is first asked for and kept: lists are few, imports have many rows. */
static GHashTable *
get_index (const FootholdList *list)
{
  static GMutex mutex;
  static GHashTable *indexes;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GHashTable *index;

  if (indexes == NULL)
    indexes = g_hash_table_new (NULL, NULL);
  index = g_hash_table_lookup (indexes, list);
  if (index == NULL)
    {
      index = build_index (list);
      g_hash_table_insert (indexes, (gpointer) list, index);
    }

  return index;
}

const FootholdListEntry *
foothold_list_lookup (const FootholdList *list, const char *text)
{
  const FootholdListEntry *exact = foothold_list_find (list, text);
  g_autofree char *wanted = NULL;

  if (exact != NULL || text == NULL || strlen (text) > 200)
    return exact;

  wanted = fold (text, -1);
  return wanted != NULL ? g_hash_table_lookup (get_index (list), wanted) : NULL;
}

const char *
foothold_list_entry_name (const FootholdListEntry *entry)
{
  return _ (entry->name);
}

const char *
foothold_list_name (const FootholdList *list, const char *slug)
{
  const FootholdListEntry *entry = foothold_list_find (list, slug);

  return entry != NULL ? foothold_list_entry_name (entry) : slug;
}

char *
foothold_list_slugs (const FootholdList *list)
{
  GString *slugs = g_string_new (NULL);

  for (guint i = 0; i < list->n_entries; i++)
    g_string_append_printf (slugs, "%s%s", i > 0 ? ", " : "", list->entries[i].slug);

  return g_string_free (slugs, FALSE);
}
