// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>

#include "exchange/foothold-csv-look.h"

/* What trackers and spreadsheets call their columns, in English, German, French, Spanish, Polish and (together with
 * foothold-text-names.c) Vietnamese. */

static const FootholdListEntry fields[] = {
  { "title", N_ ("Title"),
    "role|position|job|job title|jobtitle|job name|position title|role title|job role|job position|opportunity|project|"
    "project title|project name|vacancy|stelle|stellentitel|stellenbezeichnung|titel|jobtitel|bezeichnung|"
    "berufsbezeichnung|tätigkeit|projekt|poste|intitulé|intitulé du poste|offre|puesto|puesto de "
    "trabajo|cargo|título|stanowisko|nazwa stanowiska|tytuł|ogłoszenie" },
  { "organisation", N_ ("Organisation"),
    "organization|company|company name|employer|employer name|organization name|organisation name|host|client|firm|"
    "firma|unternehmen|arbeitgeber|organisation|firmenname|auftraggeber|betrieb|entreprise|société|employeur|organisme|"
    "empresa|empleador|organización|pracodawca|nazwa firmy|organizacja|przedsiębiorstwo" },
  { "url", N_ ("Address of the posting"),
    "url|link|job url|job link|posting url|posting link|job posting|web address|website|web page|application link|"
    "application url|link to posting|job posting url|adresse|webadresse|webseite|stellenlink|anzeige|"
    "link zur anzeige|link zur stelle|lien|lien de l’offre|lien de l'offre|adresse web|enlace|enlace a la "
    "oferta|dirección web|odnośnik|link do oferty|link do ogłoszenia|liên kết|đường dẫn" },
  { "location", N_ ("Place"),
    "location|city|job location|office|place|where|town|ort|standort|stadt|arbeitsort|einsatzort|lieu|ville|lieu de "
    "travail|lugar|ciudad|ubicación|miejsce|miasto|lokalizacja|miejsce pracy" },
  { "country", N_ ("Country"), "country|land|pays|país|kraj|quốc gia|nước" },
  { "state", N_ ("State"),
    "state|status|stage|application status|application stage|current status|current stage|pipeline "
    "stage|progress|column|"
    "list|phase|stand|bewerbungsstatus|statut|état|étape|estado|etapa|fase|stan|etap|trạng thái|tình trạng|giai đoạn" },
  { "pay", N_ ("Fee"),
    "pay|salary|compensation|wage|rate|salary range|pay range|hourly rate|pay rate|stipend|fee|remuneration|"
    "expected "
    "salary|gehalt|vergütung|lohn|bezahlung|honorar|stundenlohn|entgelt|salaire|rémunération|gratification|taux "
    "horaire|salario|sueldo|remuneración|wynagrodzenie|stawka|płaca|pensja|stawka godzinowa" },
  { "currency", N_ ("Currency"),
    "currency|salary currency|währung|devise|monnaie|moneda|divisa|waluta|tiền tệ|đơn vị tiền tệ" },
  { "pay_period", N_ ("Paid for"),
    "pay period|salary period|salary type|pay frequency|per|zeitraum|période|periodo|okres|kỳ trả lương" },
  { "pay_kind", N_ ("Kind of pay"), "pay type|pay kind|compensation type|art der vergütung|vergütungsart" },
  { "hours", N_ ("Hours"),
    "hours|effort|workload|estimated hours|time required|duration|hours "
    "required|stunden|aufwand|umfang|dauer|heures|nombre d’heures|nombre d'heures|durée|charge de "
    "travail|horas|duración|dedicación|godziny|liczba godzin|czas trwania|wymiar godzin" },
  { "apply_by", N_ ("Apply by"),
    "deadline|apply by|application deadline|due|due date|closing date|close date|closes|closes on|valid "
    "through|expires|"
    "expiry date|end of application|frist|bewerbungsfrist|bewerbungsschluss|bewerben bis|einsendeschluss|date "
    "limite|date limite de candidature|échéance|clôture|fecha límite|plazo|fecha de cierre|termin zgłoszeń|termin "
    "składania|termin składania aplikacji|aplikuj do|ważne do" },
  { "posted_on", N_ ("Posted"),
    "posted|date posted|posted on|posting date|post date|published|publication date|veröffentlicht|"
    "veröffentlicht am|eingestellt am|online seit|publié le|date de publication|publicado|publicado el|fecha de "
    "publicación|opublikowano|data publikacji" },
  { "applied_on", N_ ("Applied on"),
    "applied|date applied|applied on|applied date|application date|date of application|date submitted|submitted|"
    "submitted on|applied at|beworben|beworben am|bewerbungsdatum|bewerbung am|candidature envoyée le|postulé le|date "
    "de candidature|fecha de solicitud|fecha de candidatura|postulado el|data aplikacji|data "
    "zgłoszenia|wysłano|aplikowano|ngày nộp|ngày ứng tuyển" },
  { "saved_on", N_ ("Saved on"),
    "saved|date saved|saved date|saved on|saved at|date added|added|added on|added at|created|created at|created on|"
    "date created|date found|gespeichert|gespeichert am|hinzugefügt am|gefunden am|erstellt am|enregistré le|ajouté "
    "le|guardado el|añadido el|zapisano|dodano|ngày lưu|ngày thêm" },
  { "start_on", N_ ("Starts"),
    "start|starts|start date|starting date|job start|beginn|start am|startdatum|ab wann|début|date de "
    "début|inicio|fecha de inicio|rozpoczęcie|data rozpoczęcia|początek" },
  { "end_on", N_ ("Ends"),
    "end|ends|end date|ende|enddatum|fin|date de fin|fecha de fin|fecha de finalización|zakończenie|data "
    "zakończenia|koniec" },
  { "source", N_ ("Found through"),
    "source|found through|found via|found on|via|channel|platform|job board|portal|where found|referral source|quelle|"
    "gefunden über|fundort|plattform|kanal|trouvé via|plateforme|fuente|plataforma|źródło|serwis|nguồn|kênh" },
  { "work_mode", N_ ("Mode of work"),
    "work mode|mode|remote|work type|workplace type|work model|work arrangement|location type|remote status|"
    "arbeitsmodell|arbeitsweise|homeoffice|télétravail|mode de travail|modalidad|modalidad de trabajo|teletrabajo|tryb "
    "pracy|praca zdalna|forma pracy" },
  { "kind", N_ ("Kind"),
    "kind|type|job type|employment type|contract type|contract|art|vertragsart|anstellungsart|type de "
    "contrat|contrat|tipo de contrato|contrato|rodzaj umowy|umowa|loại hình|loại hợp đồng" },
  { "area", N_ ("Area"),
    "area|category|function|department|field|bereich|kategorie|fachbereich|abteilung|domaine|catégorie|área|categoría|"
    "obszar|kategoria|dział|lĩnh vực|danh mục" },
  { "industry", N_ ("Industry"), "industry|sector|branche|secteur|branża|ngành|ngành nghề" },
  { "description", N_ ("Posting"),
    "description|job description|posting|posting "
    "text|jd|details|beschreibung|stellenbeschreibung|ausschreibung|annonce|description du "
    "poste|descripción|descripción del puesto|opis|opis stanowiska|mô tả|mô tả công việc" },
  { "notes", N_ ("Notes"),
    "notes|note|comment|comments|remarks|my "
    "notes|notizen|notiz|anmerkung|anmerkungen|kommentar|bemerkung|remarques|commentaires|commentaire|notas|"
    "comentarios|notatki|uwagi|komentarz|ghi chú" },
  { "contacts", N_ ("Contacts"),
    "contact|contacts|contact person|contact name|recruiter|hiring manager|ansprechpartner|"
    "ansprechperson|kontakt|kontaktperson|contacto|interlocuteur|persona de contacto|osoba kontaktowa|người liên "
    "hệ|liên hệ" },
  { "contact_mail", N_ ("Contact’s E-Mail"),
    "contact email|contact e mail|contact mail|recruiter email|hiring manager email|email|e mail|mail|email address|"
    "e mail adresse|kontakt e mail|ansprechpartner e mail|courriel|adresse e mail|correo|correo electrónico|adres e "
    "mail|địa chỉ email" },
  { "contact_phone", N_ ("Contact’s Phone"),
    "contact phone|contact phone number|recruiter phone|phone|phone "
    "number|telephone|telefon|telefonnummer|téléphone|teléfono|numer telefonu|điện thoại|số điện thoại" },
  { "resume_version", N_ ("Version of the Résumé"),
    "resume|résumé|resume name|resume version|cv|cv version|lebenslauf|lebenslauf version" },
  { "questions", N_ ("Questions and Answers"),
    "question and answers|questions and answers|screening questions|fragen und antworten" },
  { "eligibility", N_ ("Eligibility"),
    "eligibility|requirements|qualifications|anforderungen|voraussetzungen|conditions|exigences|requisitos|wymagania|"
    "yêu cầu" },
  { "language", N_ ("Language"),
    "language|languages|sprache|sprachen|langue|langues|idioma|idiomas|język|języki|ngôn ngữ" },
  { "skills", N_ ("Skills"),
    "skills|skill|skills required|required "
    "skills|keywords|fähigkeiten|kenntnisse|kompetenzen|compétences|competencias|habilidades|umiejętności|kompetencje|"
    "kỹ năng" },
  { "deliverables", N_ ("Deliverables"),
    "deliverable|deliverables|ergebnis|ergebnisse|livrable|livrables|entregable|entregables|rezultat|rezultaty|sản "
    "phẩm" },
  { "starred", N_ ("Starred"),
    "starred|star|favorite|favourite|favorit|favourites|favorites|favori|favoris|favorito|ulubione|yêu thích" },
  { "extra", N_ ("Keep in the Notes"), NULL },
};

const FootholdList foothold_csv_fields = { "column", fields, G_N_ELEMENTS (fields) };

/* What programs write tables in; the first that fits is found by itself. */
const char *const foothold_csv_charsets[] = { "UTF-8",        "UTF-16",     "Windows-1252", "Windows-1250",
                                              "Windows-1251", "ISO-8859-2", "ISO-8859-15",  "Shift_JIS",
                                              "GB18030",      NULL };
