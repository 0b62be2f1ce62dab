// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "facts-fixture.h"
#include "rules/foothold-phrases.h"
#include "rules/foothold-warning-signs.h"

/* Warning signs: seen where they are, and above all not seen where they are not. */

static const char *const english[] = { "C", NULL };

static FootholdRuleFile *
load_signs (void)
{
  g_autoptr (GError) error = NULL;
  FootholdRuleFile *file = foothold_rule_file_find ("warning-signs", NULL, english, &error);

  g_assert_no_error (error);
  return file;
}

/* The ids of what is seen, with spaces between them. */
static char *
seen (const FootholdRuleFile *file, const FootholdFacts *facts, const char *type)
{
  g_autoptr (GArray) warnings = foothold_warning_signs_see (file, facts, type);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const FootholdWarning *warning = &g_array_index (warnings, FootholdWarning, i);
      const char *text = facts->text (facts, warning->field);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", warning->item->id);
      g_assert_true (warning->end >= warning->start && (text == NULL || warning->end <= strlen (text)));
      g_assert_nonnull (warning->item->why);
    }

  return g_string_free (ids, FALSE);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text, *signs;
  } cases[] = {
    { "Please buy gift cards for our clients and send us the codes.", "money-first" },
    { "Kaufen Sie bitte zuerst Geschenkkarten.", "money-first" },
    { "We will mail you a cashier’s check. Deposit it and wire the remainder to the vendor.", "money-first" },
    { "Sie lösen Schecks ein. Bitte überweisen Sie den Restbetrag an uns.", "money-first" },
    { "Sie erhalten Zahlungen auf Ihr Konto und überweisen sie weiter, 5 % bleiben bei Ihnen.", "money-first" },
    { "Payments reach your account, and you forward them; 5 % are yours.", "money-first" },
    { "Bitte senden Sie Kopie von Ausweis und Kontonummer noch heute.", "bank-or-identity" },
    { "You purchase your laptop first and we reimburse you later.", "money-first" },
    { "A security deposit is required.", "money-first" },
    { "A registration fee of 49 USD must be paid.", "fee" },
    { "Die Anmeldegebühr beträgt 30 €.", "fee" },
    { "To apply, send a copy of your passport.", "bank-or-identity" },
    { "First we need your bank account and routing number.", "bank-or-identity" },
    { "Bitte schicken Sie uns mit der Bewerbung Ihre Kontodaten.", "bank-or-identity" },
    { "No experience, no interview: start today.", "no-conversation" },
    { "No boring CV, no interviews – you start the same day!", "no-conversation" },
    { "Start sofort, ohne Vorstellungsgespräch!", "no-conversation" },
    { "Unlimited revisions are included.", "unlimited-changes" },
    { "Beliebig viele Korrekturschleifen sind im Preis enthalten.", "unlimited-changes" },
    { "You make changes until the client is happy.", "unlimited-changes" },
    { "This is a commission-only role.", "nothing-guaranteed" },
    { "Die Vergütung ist rein provisionsbasiert.", "nothing-guaranteed" },
    { "Easy money with financial freedom!", "vague-earnings" },
    { "Schnelles Geld, unbegrenzte Verdienstmöglichkeiten.", "vague-earnings" },
    { "Write to acme.jobs@gmail.com for details.", "private-mail" },
    /* what is like a sign and is none */
    { "We will never ask you to buy gift cards.", "" },
    { "Research why customers buy gift cards in the weeks before Christmas.", "" },
    { "You receive a 20 € gift card as a thank-you.", "" },
    { "There is no fee for taking part. No registration fee must be paid.", "" },
    { "Es wird keine Anmeldegebühr fällig; die Teilnahme ist kostenlos.", "" },
    { "We pay your registration fee for the conference.", "" },
    { "Please send your bank details with the invoice.", "" },
    { "For payment we need your IBAN after the work is accepted.", "" },
    { "To apply, send your CV. We ask for bank details once the agreement is signed.", "" },
    { "Please never send us bank details or a copy of your passport with your application.", "" },
    { "You receive a check upon completion.", "" },
    { "The stipend is paid by check or direct deposit; a form is required.", "" },
    { "We make moving money easy and fast for small firms.", "" },
    { "Die Agentur überweist das Geld auf Ihr Konto. Weitere Fragen gern per Mail.", "" },
    { "We transfer the fee to your account. We look forward to your answer.", "" },
    { "No interviews, no primary data, no recommendations to the client.", "" },
    { "The study is done without interviews; start with the literature.", "" },
    { "Two rounds of revisions are included, not unlimited changes.", "" },
    { "After a short interview you can start immediately.", "" },
    { "The commission decides on the design; only two drafts are needed.", "" },
    { "Write to jobs@acme.example or jobs@notgmail.com.", "" },
    { "Buy-side research, equipment is provided.", "" },
    { "Wir überweisen den Betrag innerhalb von 14 Tagen auf Ihr Konto.", "" },
    { "", "" },
  };
  g_autoptr (FootholdRuleFile) file = load_signs ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Fact table[] = { TEXT ("organisation", "Acme"), TEXT ("description", cases[i].text), END };
      const FootholdFacts facts = facts_of (table);
      g_autofree char *ids = seen (file, &facts, NULL);

      if (!g_str_equal (ids, cases[i].signs))
        g_error ("“%s”: seen “%s” instead of “%s”", cases[i].text, ids, cases[i].signs);
    }
}

static void
test_facts (void)
{
  const Fact fee[] = { NUMBER ("cost_fees", 4900), END };
  const Fact no_fee[] = { NUMBER ("cost_fees", 0), END };
  const Fact nothing[] = { TEXT ("pay_kind", "results"), NUMBER ("pay_guaranteed", 0), END };
  const Fact silent[] = { TEXT ("pay_kind", "results"), NOT_SAID ("pay_guaranteed"), END };
  const Fact unread[] = { TEXT ("pay_kind", "results"), END };
  const Fact part[] = { TEXT ("pay_kind", "results"), NUMBER ("pay_guaranteed", 20000), END };
  const Fact other[] = { TEXT ("pay_kind", "fixed"), NUMBER ("pay_guaranteed", 0), END };
  const struct
  {
    const Fact *table;
    const char *signs;
  } cases[] = {
    { fee, "fee" }, { no_fee, "" }, { nothing, "nothing-guaranteed" }, { silent, "nothing-guaranteed" }, { unread, "" },
    { part, "" },   { other, "" },
  };
  g_autoptr (FootholdRuleFile) file = load_signs ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FootholdFacts facts = facts_of (cases[i].table);
      g_autofree char *ids = seen (file, &facts, NULL);

      g_assert_cmpstr (ids, ==, cases[i].signs);
    }
}

/* A private address is a sign for a firm, not for a person or a club, nor where no host is named. */
static void
test_private_mail (void)
{
  const Fact named[] = { TEXT ("organisation", "Siemens"), TEXT ("contacts", "Ask HR.Siemens@GMX.de, please."), END };
  const Fact nameless[] = { TEXT ("contacts", "Ask ada@gmx.de, please."), END };
  const FootholdFacts firm = facts_of (named), nobody = facts_of (nameless);
  g_autoptr (FootholdRuleFile) file = load_signs ();
  g_autoptr (GArray) warnings = foothold_warning_signs_see (file, &firm, "company");
  const FootholdWarning *warning = &g_array_index (warnings, FootholdWarning, 0);
  g_autofree char *person = seen (file, &firm, "person");
  g_autofree char *club = seen (file, &firm, "non-profit");
  g_autofree char *without = seen (file, &nobody, NULL);

  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (warning->item->id, ==, "private-mail");
  g_assert_cmpstr (warning->field, ==, "contacts");
  g_assert_cmpuint (warning->start, ==, strlen ("Ask "));
  g_assert_cmpuint (warning->end, ==, strlen ("Ask HR.Siemens@GMX.de"));
  g_assert_cmpstr (person, ==, "");
  g_assert_cmpstr (club, ==, "");
  g_assert_cmpstr (without, ==, "");
}

/* Much about earning is no sign where it is said what to hand over. */
static void
test_harmless (void)
{
  const Fact table[] = { TEXT ("deliverables", "A report"), TEXT ("description", "Easy money!"), END };
  const FootholdFacts facts = facts_of (table);
  g_autoptr (FootholdRuleFile) file = load_signs ();
  g_autofree char *ids = seen (file, &facts, NULL);

  g_assert_cmpstr (ids, ==, "");
}

static void
test_for_person (void)
{
  g_autoptr (FootholdRuleFile) file = load_signs ();
  guint n = 0;

  for (guint i = 0; i < file->items->len; i++)
    n += foothold_warning_sign_is_for_person (g_ptr_array_index (file->items, i));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (foothold_warning_sign_is_for_person (foothold_rule_file_find_item (file, "supervisor-unreachable")));
}

/* The place is that of the words, in bytes of the text as it is. */
static void
test_place (void)
{
  const char *text = "Über uns: nett. Wir machen unbegrenzte Korrekturen, gern.";
  const char *const words[] = { "unbegrenzt*", "korrektur*", NULL };
  const char *const no[] = { "kein*", NULL };
  g_autoptr (GPtrArray) pattern = foothold_phrases_pattern (words);
  g_autoptr (GPtrArray) negations = foothold_phrases_group (no);
  g_autoptr (FootholdPhraseText) cut = foothold_phrase_text_new (text);
  gsize start, end;

  g_assert_true (foothold_phrase_text_find (cut, pattern, negations, &start, &end));
  g_assert_cmpuint (start, ==, (gsize) (strstr (text, "unbegrenzte") - text));
  g_assert_cmpuint (end, ==, (gsize) (strstr (text, ", gern") - text));
}

static void
test_phrases (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "pay the fee", TRUE },
    { "PAY THE FEES", TRUE },
    { "the fee to pay", TRUE },
    { "Pay. The fee", FALSE },
    { "pay\nthe fee", FALSE },
    { "repay the fee", FALSE },
    { "pay never a fee", FALSE },
    { "never pay a fee", FALSE },
    { "never late, pay the fee", TRUE },
    { "pay the fee, never late", TRUE },
    { "pay one two three four five six seven eight nine ten eleven fee", TRUE },
    { "pay one two three four five six seven eight nine ten eleven twelve fee", FALSE },
    { "never one two three four five six seven eight pay the fee", TRUE },
    { "never one two three four five six seven pay the fee", FALSE },
    { "pay the fee\xff", TRUE },
    { "pay", FALSE },
    { "", FALSE },
  };
  const char *const groups[] = { "pay|owe", "fee|fees", NULL };
  const char *const no[] = { "never", NULL };
  const char *const bad[] = { "a|", NULL };
  g_autoptr (GPtrArray) pattern = foothold_phrases_pattern (groups);
  g_autoptr (GPtrArray) negations = foothold_phrases_group (no);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdPhraseText) text = foothold_phrase_text_new (cases[i].text);
      gsize start, end;

      if (foothold_phrase_text_find (text, pattern, negations, &start, &end) != cases[i].found)
        g_error ("“%s”", cases[i].text);
    }
  g_assert_null (foothold_phrases_pattern (bad));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warning-signs/texts", test_texts);
  g_test_add_func ("/warning-signs/facts", test_facts);
  g_test_add_func ("/warning-signs/private-mail", test_private_mail);
  g_test_add_func ("/warning-signs/harmless", test_harmless);
  g_test_add_func ("/warning-signs/for-person", test_for_person);
  g_test_add_func ("/warning-signs/place", test_place);
  g_test_add_func ("/warning-signs/phrases", test_phrases);

  return g_test_run ();
}
