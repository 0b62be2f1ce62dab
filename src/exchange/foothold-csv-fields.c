// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>

#include "exchange/foothold-csv-look.h"

/* What trackers and spreadsheets call their columns, in English and German. */

static const FootholdListEntry fields[] = {
  { "title", N_ ("Title"),
    "role|position|job|job title|jobtitle|job name|position title|role title|job role|job position|opportunity|project|"
    "project title|project name|vacancy|stelle|stellentitel|stellenbezeichnung|titel|jobtitel|bezeichnung|"
    "berufsbezeichnung|tätigkeit|projekt" },
  { "organisation", N_ ("Organisation"),
    "organization|company|company name|employer|employer name|organization name|organisation name|host|client|firm|"
    "firma|unternehmen|arbeitgeber|organisation|firmenname|auftraggeber|betrieb" },
  { "url", N_ ("Address of the posting"),
    "url|link|job url|job link|posting url|posting link|job posting|web address|website|web page|application link|"
    "application url|link to posting|job posting url|adresse|webadresse|webseite|stellenlink|anzeige|"
    "link zur anzeige|link zur stelle" },
  { "location", N_ ("Place"),
    "location|city|job location|office|place|where|town|ort|standort|stadt|arbeitsort|einsatzort" },
  { "country", N_ ("Country"), "country|land" },
  { "state", N_ ("State"),
    "state|status|stage|application status|application stage|current status|current stage|pipeline "
    "stage|progress|column|"
    "list|phase|stand|bewerbungsstatus" },
  { "pay", N_ ("Pay"),
    "pay|salary|compensation|wage|rate|salary range|pay range|hourly rate|pay rate|stipend|fee|remuneration|"
    "expected salary|gehalt|vergütung|lohn|bezahlung|honorar|stundenlohn|entgelt" },
  { "currency", N_ ("Currency"), "currency|salary currency|währung" },
  { "pay_period", N_ ("Paid for"), "pay period|salary period|salary type|pay frequency|per|zeitraum" },
  { "pay_kind", N_ ("Kind of pay"), "pay type|pay kind|compensation type|art der vergütung|vergütungsart" },
  { "hours", N_ ("Hours"),
    "hours|effort|workload|estimated hours|time required|duration|hours required|stunden|aufwand|umfang|dauer" },
  { "apply_by", N_ ("Apply by"),
    "deadline|apply by|application deadline|due|due date|closing date|close date|closes|closes on|valid "
    "through|expires|"
    "expiry date|end of application|frist|bewerbungsfrist|bewerbungsschluss|bewerben bis|einsendeschluss" },
  { "posted_on", N_ ("Posted"),
    "posted|date posted|posted on|posting date|post date|published|publication date|veröffentlicht|"
    "veröffentlicht am|eingestellt am|online seit" },
  { "applied_on", N_ ("Applied on"),
    "applied|date applied|applied on|applied date|application date|date of application|date submitted|submitted|"
    "submitted on|applied at|beworben|beworben am|bewerbungsdatum|bewerbung am" },
  { "saved_on", N_ ("Saved on"),
    "saved|date saved|saved date|saved on|saved at|date added|added|added on|added at|created|created at|created on|"
    "date created|date found|gespeichert|gespeichert am|hinzugefügt am|gefunden am|erstellt am" },
  { "start_on", N_ ("Starts"), "start|starts|start date|starting date|job start|beginn|start am|startdatum|ab wann" },
  { "end_on", N_ ("Ends"), "end|ends|end date|ende|enddatum" },
  { "source", N_ ("Found through"),
    "source|found through|found via|found on|via|channel|platform|job board|portal|where found|referral source|quelle|"
    "gefunden über|fundort|plattform|kanal" },
  { "work_mode", N_ ("Mode of work"),
    "work mode|mode|remote|work type|workplace type|work model|work arrangement|location type|remote status|"
    "arbeitsmodell|arbeitsweise|homeoffice" },
  { "kind", N_ ("Kind"), "kind|type|job type|employment type|contract type|contract|art|vertragsart|anstellungsart" },
  { "area", N_ ("Area"), "area|category|function|department|field|bereich|kategorie|fachbereich|abteilung" },
  { "industry", N_ ("Industry"), "industry|sector|branche" },
  { "description", N_ ("Posting"),
    "description|job description|posting|posting text|jd|details|beschreibung|stellenbeschreibung|ausschreibung" },
  { "notes", N_ ("Notes"),
    "notes|note|comment|comments|remarks|my notes|notizen|notiz|anmerkung|anmerkungen|kommentar|bemerkung" },
  { "contacts", N_ ("Contacts"),
    "contact|contacts|contact person|contact name|recruiter|hiring manager|ansprechpartner|"
    "ansprechperson|kontakt|kontaktperson" },
  { "contact_mail", N_ ("Contact’s E-Mail"),
    "contact email|contact e mail|contact mail|recruiter email|hiring manager email|email|e mail|mail|email address|"
    "e mail adresse|kontakt e mail|ansprechpartner e mail" },
  { "contact_phone", N_ ("Contact’s Phone"),
    "contact phone|contact phone number|recruiter phone|phone|phone number|telephone|telefon|telefonnummer" },
  { "resume_version", N_ ("Version of the Résumé"),
    "resume|résumé|resume name|resume version|cv|cv version|lebenslauf|lebenslauf version" },
  { "questions", N_ ("Questions and Answers"),
    "question and answers|questions and answers|screening questions|fragen und antworten" },
  { "eligibility", N_ ("Eligibility"), "eligibility|requirements|qualifications|anforderungen|voraussetzungen" },
  { "language", N_ ("Language"), "language|languages|sprache|sprachen" },
  { "skills", N_ ("Skills"),
    "skills|skill|skills required|required skills|keywords|fähigkeiten|kenntnisse|kompetenzen" },
  { "deliverables", N_ ("Deliverables"), "deliverable|deliverables|ergebnis|ergebnisse" },
  { "starred", N_ ("Starred"), "starred|star|favorite|favourite|favorit|favourites|favorites" },
  { "extra", N_ ("Keep in the notes"), NULL },
};

const FootholdList foothold_csv_fields = { "column", fields, G_N_ELEMENTS (fields) };

/* What programs write tables in; the first that fits is found by itself. */
const char *const foothold_csv_charsets[] = { "UTF-8",        "UTF-16",     "Windows-1252", "Windows-1250",
                                              "Windows-1251", "ISO-8859-2", "ISO-8859-15",  "Shift_JIS",
                                              "GB18030",      NULL };
