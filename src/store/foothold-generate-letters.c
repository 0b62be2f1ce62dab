// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-generate"

#include "store/foothold-generate-words.h"

/* What generated applications say, in the language of the host. */

#define WORDS (const char *const[])

const FootholdGenerateLetters foothold_generate_letters[] = {
  {
    .zone = "America/New_York",
    .statements = WORDS{ "I read your posting about {t} twice and would start with a short list of open questions.",
                         "Last semester I did something close to this for a class, and the result was used.",
                         "What draws me to {o} is that the work will be read by people who decide.",
                         "I can give this ten hours a week and will tell you early if anything slips.", NULL },
    .questions = WORDS{ "Why do you want to work on {t}?", "How would you begin?", "What are you most proud of so far?",
                        "How many hours a week can you give?", NULL },
    .answers = WORDS{ "Because I use it myself and have wondered for years why nobody writes it down.",
                      "With five interviews, then one page that we agree on before anything else is done.",
                      "A survey of 140 students that changed the opening hours of our library.",
                      "Ten, spread over four days.", NULL },
    .follow_up = "Hello, I applied for the project on {t} ten days ago and would like to ask how it stands. I am still "
                 "interested.",
    .steps = WORDS{ "Ask who will read the result", "Send the writing sample", "Prepare three questions", NULL },
    .checklist =
      WORDS{ "Read the whole posting again", "Choose a résumé", "Pick one sample", "Let somebody else read it", NULL },
    .talks =
      WORDS{ "They want the first draft before the end of the month.",
             "Friendly; mentioned a second project in spring.", "Asked about sources and how I check them.", NULL },
  },
  {
    .zone = "Europe/Berlin",
    .statements = WORDS{ "Ihre Ausschreibung zu {t} habe ich mit großem Interesse gelesen.",
                         "In einem Seminar habe ich etwas Ähnliches gemacht; die Auswertung wird heute noch benutzt.",
                         "An {o} reizt mich, dass das Ergebnis im Vorstand besprochen wird.",
                         "Zehn Stunden in der Woche kann ich verlässlich einplanen.", NULL },
    .questions = WORDS{ "Warum interessiert Sie {t}?", "Wie würden Sie anfangen?", "Worauf sind Sie stolz?",
                        "Wie viele Stunden haben Sie Zeit?", NULL },
    .answers = WORDS{ "Weil ich es selbst nutze und mich seit Jahren wundere, dass es niemand aufschreibt.",
                      "Mit fünf Gesprächen und einer Seite, auf die wir uns einigen.",
                      "Auf eine Umfrage, nach der die Bibliothek länger geöffnet hat.", "Zehn in der Woche.", NULL },
    .follow_up =
      "Guten Tag, vor zehn Tagen habe ich mich für das Projekt zu {t} beworben und möchte fragen, wie es steht.",
    .steps = WORDS{ "Nachfragen, wer das Ergebnis liest", "Arbeitsprobe schicken", "Drei Fragen vorbereiten", NULL },
    .checklist = WORDS{ "Ausschreibung noch einmal lesen", "Lebenslauf auswählen", "Eine Arbeitsprobe aussuchen",
                        "Gegenlesen lassen", NULL },
    .talks =
      WORDS{ "Sie möchten den ersten Entwurf vor Monatsende.", "Freundlich, im Frühjahr gibt es ein zweites Projekt.",
             "Haben gefragt, wie ich Quellen prüfe.", NULL },
  },
  {
    .zone = "Asia/Ho_Chi_Minh",
    .statements = WORDS{ "Tôi rất quan tâm đến dự án về {t} của {o}.",
                         "Tôi đã làm một bài tập tương tự ở trường và được đánh giá tốt.",
                         "Tôi có thể dành mười giờ mỗi tuần và luôn báo trước nếu chậm.", NULL },
    .questions =
      WORDS{ "Vì sao bạn quan tâm đến {t}?", "Bạn sẽ bắt đầu như thế nào?", "Bạn có bao nhiêu giờ mỗi tuần?", NULL },
    .answers =
      WORDS{ "Vì tôi dùng nó hằng ngày và muốn hiểu rõ hơn.", "Bằng năm cuộc phỏng vấn ngắn.", "Mười giờ.", NULL },
    .follow_up = "Chào anh chị, tôi đã nộp đơn cho dự án về {t} mười ngày trước và muốn hỏi tình hình.",
    .steps = WORDS{ "Gửi bài mẫu", "Chuẩn bị ba câu hỏi", NULL },
    .checklist = WORDS{ "Đọc lại toàn bộ tin", "Chọn hồ sơ", "Nhờ bạn đọc lại", NULL },
    .talks = WORDS{ "Họ cần bản nháp trước cuối tháng.", "Rất thân thiện, hỏi về kinh nghiệm phỏng vấn.", NULL },
  },
  {
    .zone = "Europe/Warsaw",
    .statements = WORDS{ "Z dużym zainteresowaniem przeczytałam ogłoszenie na temat: {t}.",
                         "Na studiach robiłam podobną analizę, z której korzysta dziś cały wydział.",
                         "W {o} podoba mi się, że wynik trafia do osób, które decydują.", NULL },
    .questions =
      WORDS{ "Dlaczego interesuje Panią temat: {t}?", "Od czego by Pani zaczęła?", "Ile godzin tygodniowo?", NULL },
    .answers = WORDS{ "Bo sama z tego korzystam i od lat nikt tego nie opisał.",
                      "Od pięciu rozmów i jednej strony ustaleń.", "Dziesięć godzin.", NULL },
    .follow_up = "Dzień dobry, dziesięć dni temu zgłosiłam się do projektu na temat: {t}. Czy wiadomo już coś więcej?",
    .steps = WORDS{ "Wysłać próbkę tekstu", "Przygotować trzy pytania", NULL },
    .checklist = WORDS{ "Przeczytać ogłoszenie jeszcze raz", "Wybrać CV", "Poprosić kogoś o lekturę", NULL },
    .talks =
      WORDS{ "Chcą zobaczyć szkic przed końcem miesiąca.", "Miła rozmowa, wspomnieli o drugim projekcie.", NULL },
  },
  {
    .zone = "Europe/Paris",
    .statements = WORDS{ "Votre annonce autour de {t} a retenu toute mon attention.",
                         "J’ai mené une étude comparable pendant mes études, et elle sert encore.",
                         "Ce qui m’attire chez {o}, c’est que le résultat sera vraiment lu.", NULL },
    .questions = WORDS{ "Pourquoi {t} ?", "Par quoi commenceriez-vous ?", "Combien d’heures par semaine ?", NULL },
    .answers = WORDS{ "Parce que je m’en sers et que personne ne l’a encore écrit.",
                      "Par cinq entretiens et une page d’accord.", "Dix heures.", NULL },
    .follow_up =
      "Bonjour, j’ai postulé il y a dix jours pour la mission autour de {t} et souhaite savoir où vous en êtes.",
    .steps = WORDS{ "Envoyer l’exemple de texte", "Préparer trois questions", NULL },
    .checklist = WORDS{ "Relire toute l’annonce", "Choisir le CV", "Faire relire", NULL },
    .talks = WORDS{ "Ils veulent un premier jet avant la fin du mois.",
                    "Échange cordial, une autre mission au printemps.", NULL },
  },
  {
    .zone = "Europe/Madrid",
    .statements = WORDS{ "He leído con mucho interés su anuncio sobre {t}.",
                         "En la universidad hice un estudio parecido que todavía se usa.",
                         "De {o} me atrae que el resultado lo leerá quien decide.", NULL },
    .questions = WORDS{ "¿Por qué {t}?", "¿Por dónde empezarías?", "¿Cuántas horas por semana?", NULL },
    .answers = WORDS{ "Porque lo uso y nadie lo ha escrito todavía.", "Por cinco entrevistas y una página de acuerdo.",
                      "Diez horas.", NULL },
    .follow_up = "Hola, hace diez días me presenté al proyecto sobre {t} y quería preguntar cómo va.",
    .steps = WORDS{ "Enviar la muestra", "Preparar tres preguntas", NULL },
    .checklist = WORDS{ "Leer otra vez el anuncio", "Elegir el currículum", "Pedir que alguien lo lea", NULL },
    .talks = WORDS{ "Quieren un borrador antes de fin de mes.", "Amables; habrá otro proyecto en primavera.", NULL },
  },
};
