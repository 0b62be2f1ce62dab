// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-csv-look.h"
#include "rules/foothold-application-states.h"

/*
 * What trackers call the stages, and what each word means here: a state of an application, or an opportunity alone.
 * The slugs of applications are those of their states.
 */

#define ONLY "opportunity"

static const FootholdListEntry stages[] = {
  { ONLY, N_ ("Only an Opportunity"),
    "spotted|saved|wishlist|wish list|wished|bookmarked|bookmark|interested|new|to apply|not applied|not yet applied|"
    "todo|to do|open|backlog|watching|gemerkt|merkliste|vorgemerkt|gespeichert|neu|offen|interessant|nicht beworben|"
    "noch nicht beworben|enregistré|à postuler|guardado|guardada|pendiente de enviar|wunschliste|geplant|"
    "planned|did not apply|zapisane|zapisana|do wysłania" },
  { ONLY "-evaluating", N_ ("Opportunity: Evaluating"),
    "evaluating|researching|considering|reviewing|prüfen|überlegen|en réflexion" },
  { ONLY "-shortlisted", N_ ("Opportunity: Shortlisted"), "shortlist|favourite|favorite|favorit|engere wahl" },
  { ONLY "-dropped", N_ ("Opportunity: Dropped"),
    "dropped|not interested|archived|closed|passed|skipped|verworfen|archiviert|kein interesse" },
  { ONLY "-expired", N_ ("Opportunity: Expired"), "expired|abgelaufen|expiré|expirada" },
  { "draft", N_ ("Draft"),
    "applying|preparing|drafting|in preparation|application in preparation|entwurf|in vorbereitung|bewerben|brouillon|"
    "borrador" },
  { "submitted", N_ ("Submitted"),
    "applied|sent|application sent|application submitted|applied online|pending|waiting|awaiting reply|"
    "awaiting response|beworben|gesendet|verschickt|abgeschickt|eingereicht|bewerbung gesendet|bewerbung verschickt|"
    "bewerbung abgeschickt|ausstehend|wartet|warte auf antwort|postulé|candidature envoyée|envoyé|envoyée|enviado|"
    "enviada|solicitado|candidatura enviada|wysłane|wysłana|wysłano|aplikowano|đã nộp|đã ứng tuyển" },
  { "acknowledged", N_ ("Acknowledged"),
    "received|application received|receipt|confirmed|bestätigt|eingegangen|eingangsbestätigung|accusé de réception|"
    "recibida" },
  { "under-review", N_ ("Under Review"),
    "in review|under consideration|screening|in progress|in process|in prüfung|in bearbeitung|wird geprüft|en cours|"
    "en proceso" },
  { "shortlisted", N_ ("Shortlisted"), "long list|in der auswahl|in der engeren wahl|présélectionné|preseleccionado" },
  { "interview", N_ ("Interview"),
    "interviewing|interviewed|interviews|interview scheduled|first interview|second interview|final interview|"
    "phone screen|phone interview|video interview|technical interview|on site|onsite|assessment|call|meeting|"
    "vorstellungsgespräch|bewerbungsgespräch|gespräch|telefoninterview|telefongespräch|erstgespräch|zweitgespräch|"
    "eingeladen|einladung|entretien|entrevista" },
  { "offer", N_ ("Offer"), "offered|offer received|angebot|angebot erhalten|zugesagt|offre|oferta" },
  { "accepted", N_ ("Offer Accepted"),
    "accepted|hired|won|signed|got it|zusage|angenommen|eingestellt|unterschrieben|accepté|embauché|aceptado|"
    "contratado" },
  { "declined", N_ ("Declined by Host"),
    "declined|rejected|rejection|refused|turned down by host|no|absage|absage erhalten|abgelehnt|abgesagt|not selected|"
    "rejected after interview|odrzucone|odrzucona|odmowa|refusé|rejeté|rechazado|"
    "rechazada" },
  { "withdrawn", N_ ("Withdrawn"),
    "withdrew|cancelled|canceled|zurückgezogen|zurückgenommen|selbst abgesagt|retiré|retirée|retirado|retirada" },
  { "offer-declined", N_ ("Offer Declined"),
    "declined offer|turned down|rejected offer|angebot abgelehnt|offre refusée|oferta rechazada" },
  { "no-answer", N_ ("No Answer"),
    "no response|no reply|ghosted|silence|keine antwort|keine rückmeldung|sans réponse|pas de réponse|sin respuesta" },
};

const FootholdList foothold_csv_stages = { "stage", stages, G_N_ELEMENTS (stages) };

const char *
foothold_csv_stage_application (const char *stage)
{
  const FootholdListEntry *entry = foothold_list_find (&foothold_application_states, stage);

  return entry != NULL ? entry->slug : NULL;
}

const char *
foothold_csv_stage_opportunity (const char *stage)
{
  if (!g_str_has_prefix (stage, ONLY))
    return "applying";

  return stage[strlen (ONLY)] == '-' ? stage + strlen (ONLY "-") : "spotted";
}

const char *
foothold_csv_look_get_stage (const FootholdCsvLook *self, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gpointer slug;
  const FootholdListEntry *entry;

  if (g_hash_table_lookup_extended (self->stages, folded, NULL, &slug))
    return slug;
  entry = foothold_list_lookup (&foothold_csv_stages, word);
  return entry != NULL ? entry->slug : NULL;
}

void
foothold_csv_look_set_stage (FootholdCsvLook *self, const char *word, const char *stage)
{
  const FootholdListEntry *entry = stage != NULL ? foothold_list_find (&foothold_csv_stages, stage) : NULL;

  g_return_if_fail (stage == NULL || entry != NULL);

  g_hash_table_replace (self->stages, g_utf8_casefold (word, -1), entry != NULL ? (gpointer) entry->slug : NULL);
}

GPtrArray *
foothold_csv_look_stage_words (const FootholdCsvLook *self)
{
  const int column = foothold_csv_look_find (self, "state");

  return column >= 0 ? ((FootholdCsvColumn *) g_ptr_array_index (self->columns, (guint) column))->values : NULL;
}
