// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "exchange/foothold-vcard.h"
#include "import-fixture.h"

/* Contact cards: what each kind of writer makes of the same things, and that what is written is read back. */

static void
append_field (GString *out, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, "%s=%s\n", name, value);
}

static gboolean
take_card (const FootholdVcard *card, gpointer user_data, GError **error)
{
  GString *out = user_data;
  const FootholdPersonRow *person = card->person;

  g_string_append_printf (out, "card %u line %u%s%s%s\n", card->n, card->line, card->is_person ? "" : " no-person",
                          card->ended ? "" : " open", card->cut ? " cut" : "");
  append_field (out, "name", person->name);
  append_field (out, "organisation", person->organisation);
  append_field (out, "job", person->job_title);
  append_field (out, "mail", person->mail);
  append_field (out, "phone", person->phone);
  append_field (out, "url", person->url);
  append_field (out, "met", person->met_how);
  append_field (out, "notes", person->notes);
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FootholdPersonContactRow *contact = g_ptr_array_index (card->contacts, i);

      g_assert_cmpint (contact->position, ==, i);
      g_string_append_printf (out, "%s%s%s%s=%s\n", contact->kind, contact->label != NULL ? "(" : "",
                              contact->label != NULL ? contact->label : "", contact->label != NULL ? ")" : "",
                              contact->value);
    }
  for (guint i = 0; i < card->left_out->len; i++)
    g_string_append_printf (out, "left %s\n", (char *) g_ptr_array_index (card->left_out, i));
  return TRUE;
}

static char *
read_text (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_vcard_read (text, strlen (text), take_card, out, &error));
  g_assert_no_error (error);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

typedef struct
{
  const char *name, *lines, *expected;
} Case;

/* BEGIN and END stand around the lines. */
static const Case cases[] = {
  { "name", "VERSION:4.0\nFN:Ada Lovelace\n", "name=Ada Lovelace\n" },
  { "name-in-parts", "VERSION:3.0\nN:Doe;John;Richter\\, James;Mr.;Sr.\n", "name=Mr. John Richter, James Doe Sr.\n" },
  { "formatted-name-wins", "VERSION:3.0\nN:Doe;John;;;\nFN:Johnny Doe\n",
    "name=Johnny Doe\nother(Full name)=John Doe\n" },
  { "names-that-say-the-same", "VERSION:3.0\nN:Núñez;José;;Dr.;\nFN:Dr. Jose Núñez\n", "name=Dr. Jose Núñez\n" },
  { "suffixes", "VERSION:4.0\nN:Perreault;Simon;;;ing. jr,M.Sc.\nFN:Simon Perreault\n",
    "name=Simon Perreault\nother(Full name)=Simon Perreault ing. jr,M.Sc.\n" },
  { "nickname-alone", "VERSION:3.0\nNICKNAME:Johny\n", "name=Johny\nother(Nickname)=Johny\n" },
  { "mail-alone", "VERSION:2.1\nEMAIL;PREF:john.doe@company.com\n",
    "name=john.doe@company.com\nmail=john.doe@company.com\n" },
  { "nobody", "VERSION:3.0\nTITLE:King\n", "job=King\n" },
  { "folded", "VERSION:3.0\nFN:Ada\n  Lovel\n\tace\n", "name=Ada Lovelace\n" },
  { "folded-parameters", "VERSION:3.0\nFN:Ada\nTEL;TYPE=WORK,\n VOICE:905\n", "name=Ada\nphone=905\n" },
  { "lower-case", "version:3.0\nfn:Ada\nemail;type=internet:a@b.example\n", "name=Ada\nmail=a@b.example\n" },
  { "escapes", "VERSION:3.0\nFN:Ada\nNOTE:one\\, two\\; three\\\\four\\nfive\\Nsix\n",
    "name=Ada\nnotes=one, two; three\\four\nfive\nsix\n" },
  { "escaped-colon", "VERSION:3.0\nFN:Ada\nURL:http\\://www.ibm.example\n", "name=Ada\nurl=http://www.ibm.example\n" },
  { "several-notes", "VERSION:3.0\nFN:Ada\nNOTE:one\nNOTE:two\n", "name=Ada\nnotes=one\n\ntwo\n" },
  { "preferred", "VERSION:3.0\nFN:Ada\nTEL;TYPE=HOME:1\nTEL;TYPE=CELL,PREF:2\n", "name=Ada\nphone=2\nphone(Home)=1\n" },
  { "preferred-4", "VERSION:4.0\nFN:Ada\nEMAIL:a@b.example\nEMAIL;PREF=1;TYPE=work:c@d.example\n",
    "name=Ada\nmail=c@d.example\nmail=a@b.example\n" },
  { "preferred-most", "VERSION:4.0\nFN:Ada\nEMAIL;PREF=50:b@x.example\nEMAIL:c@x.example\nEMAIL;PREF=1:a@x.example\n",
    "name=Ada\nmail=a@x.example\nmail=b@x.example\nmail=c@x.example\n" },
  { "folded-within-a-character", "VERSION:3.0\nFN:Zo\xc3\n \xab\nNOTE:Stra\xc3\x9f\n e\n", "name=Zoë\nnotes=Straße\n" },
  { "one-line-of-another-set",
    "VERSION:3.0\nFN:Zo\xc3\xab\nNOTE:Stra\xdf"
    "e\n",
    "name=Zoë\nnotes=Straße\n" },
  { "types", "VERSION:3.0\nFN:Ada\nTEL:1\nTEL;TYPE=work;TYPE=fax:2\n", "name=Ada\nphone=1\nphone(Work, Fax)=2\n" },
  { "old-types", "VERSION:2.1\nFN:Ada\nTEL;CELL:1\nTEL;HOME;VOICE:2\n", "name=Ada\nphone=1\nphone(Home)=2\n" },
  { "twice", "VERSION:3.0\nFN:Ada\nTEL:1\nTEL:1\nTEL:2\nTEL:2\n", "name=Ada\nphone=1\nphone=2\n" },
  { "telephone-uri", "VERSION:4.0\nFN:Ada\nTEL;VALUE=uri;TYPE=\"work,voice\":tel:+1-418;ext=102\n",
    "name=Ada\nphone=+1-418, 102\n" },
  { "quoted-colon", "VERSION:4.0\nFN;X-WHAT=\"a:b;c\":Ada\n", "name=Ada\n" },
  { "caret", "VERSION:4.0\nFN:Ada\nTEL:1\nTEL;TYPE=\"wo^^rk\":2\n", "name=Ada\nphone=1\nphone=2\n" },
  { "organisation", "VERSION:3.0\nFN:Ada\nORG:IBM;Accounting;Dungeon\nTITLE:Counter\nROLE:Counting\n",
    "name=Ada\norganisation=IBM\njob=Counter\nother(Department)=Accounting, Dungeon\nother(Job title)=Counting\n" },
  { "organisation-escaped", "VERSION:3.0\nFN:Ada\nORG:Smith\\; Sons\n", "name=Ada\norganisation=Smith; Sons\n" },
  { "address", "VERSION:3.0\nFN:Ada\nADR;TYPE=HOME:;;Street 4\\nFloor 8;New York;;12345;USA\n",
    "name=Ada\naddress(Home)=Street 4 Floor 8, New York, 12345, USA\n" },
  { "birthday", "VERSION:3.0\nFN:Ada\nBDAY:19800322\n", "name=Ada\nbirthday=1980-03-22\n" },
  { "birthday-dashes", "VERSION:3.0\nFN:Ada\nBDAY;value=date:2012-06-06\n", "name=Ada\nbirthday=2012-06-06\n" },
  /* four bytes that are no day, a character across their middle */
  { "birthday-no-day",
    "VERSION:4.0\nFN:Ada\nBDAY:--a\xc2\xad"
    "D\n",
    "name=Ada\nbirthday=--a\xc2\xad"
    "D\n" },
  { "birthday-without-year", "VERSION:4.0\nFN:Ada\nBDAY:--0203\n", "name=Ada\nbirthday=--02-03\n" },
  { "messenger", "VERSION:3.0\nFN:Ada\nX-AIM;TYPE=HOME:ada5\nIMPP:xmpp:ada@b.example\n",
    "name=Ada\nmessage(Aim)=ada5\nmessage=xmpp:ada@b.example\n" },
  { "group-label", "VERSION:3.0\nFN:Ada\nTEL:0\nitem2.TEL:1\nitem2.X-ABLabel:_$!<AssistantPhone>!$_\n",
    "name=Ada\nphone=0\nphone(AssistantPhone)=1\n" },
  { "photo", "VERSION:3.0\nFN:Ada\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg==\nGEO:1;2\nREV:2012\n",
    "name=Ada\nleft PHOTO\nleft GEO\n" },
  { "old-photo", "VERSION:2.1\nFN:Ada\nPHOTO;ENCODING=BASE64;JPEG:\n /9j/4AAQ\n SkZJRg==\n\nTEL:1\n",
    "name=Ada\nphone=1\nleft PHOTO\n" },
  { "quoted-printable", "VERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=20=C3=\n=91\n", "name=Ñ Ñ\n" },
  { "quoted-printable-latin", "VERSION:2.1\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB\n", "name=Zoë\n" },
  { "quoted-printable-lines", "VERSION:2.1\nFN:Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\ntwo\n",
    "name=Ada\nnotes=one\ntwo\n" },
  { "backslash-of-2.1", "VERSION:2.1\nFN:Ada\nNOTE:C:\\new\n", "name=Ada\nnotes=C:\\new\n" },
  { "nested", "VERSION:3.0\nFN:Ada\nAGENT:\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\nTEL:1\n", "name=Ada\nphone=1\n" },
  { "no-property", "VERSION:3.0\nFN:Ada\nnothing at all\n:no name\nTEL:1\n", "name=Ada\nphone=1\n" },
  { "control", "VERSION:3.0\nFN:Ada\x01\x7f L\n", "name=Ada L\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = g_strconcat ("BEGIN:VCARD\n", test->lines, "END:VCARD\n", NULL);
  g_autofree char *expected = g_strconcat ("card 1 line 1\n", test->expected, NULL);
  g_autofree char *read = read_text (text);
  g_autoptr (GString) windows = g_string_new (text);
  g_autofree char *again = NULL;

  g_assert_cmpstr (read, ==, expected);
  g_string_replace (windows, "\n", "\r\n", 0);
  again = read_text (windows->str);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_several (void)
{
  g_autofree char *read =
    read_text ("some text\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\n\nBEGIN:VCARD\nKIND:group\nFN:All\nEND:VCARD\n"
               "BEGIN:VCARD\nFN:Bob");

  g_assert_cmpstr (read, ==,
                   "card 1 line 2\nname=Ada\ncard 2 line 6 no-person\nname=All\ncard 3 line 10 open\nname=Bob\n");
}

static void
test_long (void)
{
  g_autofree char *long_name = g_strnfill (5000, 'a');
  g_autofree char *text = g_strdup_printf ("BEGIN:VCARD\nFN:%s\nEND:VCARD\n", long_name);
  g_autofree char *read = read_text (text);
  g_autoptr (GString) many = g_string_new ("BEGIN:VCARD\nFN:Ada\nNOTE:");
  g_autofree char *notes = NULL;

  g_assert_true (g_str_has_prefix (read, "card 1 line 1 cut\nname=aaa"));
  g_assert_cmpuint (strlen (read), <, 1100);

  /* a value of many megabytes is walked over */
  for (guint i = 0; i < 200000; i++)
    g_string_append (many, "\n 0123456789");
  g_string_append (many, "\nTEL:1\nEND:VCARD\n");
  notes = read_text (many->str);
  g_assert_nonnull (strstr (notes, "cut\n"));
  g_assert_nonnull (strstr (notes, "phone=1\n"));
}

static void
test_is (void)
{
  g_assert_true (foothold_vcard_is ("\n begin:vcard\r\n", 15));
  g_assert_true (foothold_vcard_is ("BEGIN:VCARD", 11));
  g_assert_false (foothold_vcard_is ("BEGIN:VCAR", 10));
  g_assert_false (foothold_vcard_is ("BEGIN:VCALENDAR", 15));
  g_assert_false (foothold_vcard_is ("", 0));
}

static void
add_contact (GPtrArray *contacts, const char *kind, const char *label, const char *value)
{
  FootholdPersonContactRow *contact = foothold_row_new (&foothold_person_contact_row_type);

  contact->kind = g_strdup (kind);
  contact->label = g_strdup (label);
  contact->value = g_strdup (value);
  g_ptr_array_add (contacts, contact);
}

static void
test_write (void)
{
  /* what other programs read as what it is */
  static const char *const said[] = {
    "\r\nEMAIL;TYPE=home:l@home.example\r\n",
    "\r\nNICKNAME:Lu\\, the first\r\n",
    "\r\nROLE:Trainer\r\n",
    "\r\nTEL;TYPE=cell:+48 3\r\n",
    "\r\nTEL;TYPE=\"work,fax\":+48 4\r\n",
    "\r\nX-SIGNAL:@lucja\r\n",
    "\r\nIMPP:xmpp:lucja@w.example\r\n",
    "\r\nORG:Klub\r\n",
  };
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (foothold_row_unref);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *read = NULL;
  FootholdPersonRow *person = (FootholdPersonRow *) row;
  g_auto (GStrv) lines = NULL;

  person->row.id = 42;
  person->name = g_strdup ("Łucja; Wójcik, \\ the elder");
  person->organisation = g_strdup ("Smith; Sons");
  person->job_title = g_strdup ("Lead");
  person->mail = g_strdup ("l@w.example");
  person->phone = g_strdup ("+48 1");
  person->url = g_strdup ("https://w.example/a;b,c");
  person->met_how = g_strdup ("At the fair, hall 3");
  person->notes =
    g_strdup ("One\nTwo, and a long sentence that has to be folded somewhere: zażółć gęślą jaźń, zażółć gęślą jaźń.");
  add_contact (contacts, "mail", "Home", "l@home.example");
  add_contact (contacts, "phone", NULL, "+48 2");
  add_contact (contacts, "address", NULL, "Street 1, Łódź");
  add_contact (contacts, "birthday", NULL, "1980-03-22");
  add_contact (contacts, "birthday", NULL, "in spring");
  add_contact (contacts, "birthday", NULL, "--02-29");
  add_contact (contacts, "message", "Signal", "@lucja");
  add_contact (contacts, "url", "Blog", "https://blog.example/");
  add_contact (contacts, "other", "Cat", "Mruczek");
  add_contact (contacts, "other", "Department", "Design; Print");
  add_contact (contacts, "other", "Nickname", "Lu, the first");
  add_contact (contacts, "other", "Job title", "Trainer");
  add_contact (contacts, "other", "Organisation", "Klub");
  add_contact (contacts, "phone", "Mobile", "+48 3");
  add_contact (contacts, "phone", "Work, Fax", "+48 4");
  add_contact (contacts, "phone", "Mobile, of her brother", "+48 5");
  add_contact (contacts, "message", NULL, "xmpp:lucja@w.example");
  add_contact (contacts, "message", NULL, "ask; for it");

  foothold_vcard_append (out, person, contacts);
  g_assert_true (g_str_has_prefix (out->str, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Łucja\\; Wójcik\\, \\\\ the elder\r\n"
                                             "N:;Łucja\\; Wójcik\\, \\\\ the elder;;;\r\n"
                                             "ORG:Smith\\; Sons;Design\\; Print\r\n"));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_nonnull (strstr (out->str, said[i]));
  g_assert_true (g_str_has_suffix (out->str, "UID;VALUE=text:foothold-42\r\nEND:VCARD\r\n"));
  lines = g_strsplit (out->str, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }

  read = read_text (out->str);
  g_assert_cmpstr (
    read, ==,
    "card 1 line 1\nname=Łucja; Wójcik, \\ the elder\norganisation=Smith; Sons\njob=Lead\nmail=l@w.example\n"
    "phone=+48 1\nurl=https://w.example/a;b,c\nmet=At the fair, hall 3\n"
    "notes=One\nTwo, and a long sentence that has to be folded somewhere: zażółć gęślą jaźń, zażółć gęślą jaźń.\n"
    "other(Department)=Design; Print\nmail(Home)=l@home.example\nphone=+48 2\naddress=Street 1, "
    "Łódź\nbirthday=1980-03-22\nbirthday=in "
    "spring\nbirthday=--02-29\n"
    "message(Signal)=@lucja\nurl(Blog)=https://blog.example/\nother(Cat)=Mruczek\n"
    "other(Nickname)=Lu, the first\nother(Job title)=Trainer\nother(Organisation)=Klub\nphone(Mobile)=+48 3\n"
    "phone(Work, Fax)=+48 4\nphone(Mobile, of her brother)=+48 5\nmessage=xmpp:lucja@w.example\n"
    "message=ask; for it\n");
}

static void
test_birthdays (void)
{
  static const struct
  {
    const char *value, *line;
  } days[] = {
    { "1980-03-22", "\r\nBDAY:19800322\r\n" },
    { "--03-05", "\r\nBDAY:--0305\r\n" },
    { "--02-29", "\r\nBDAY:--0229\r\n" },
    { "--02-30", "\r\nBDAY;VALUE=text:--02-30\r\n" },
    { "1981-02-29", "\r\nBDAY;VALUE=text:1981-02-29\r\n" },
    { "in spring", "\r\nBDAY;VALUE=text:in spring\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
      g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (foothold_row_unref);
      g_autoptr (GString) out = g_string_new (NULL);

      ((FootholdPersonRow *) row)->name = g_strdup ("Ada");
      add_contact (contacts, "birthday", NULL, days[i].value);
      add_contact (contacts, "birthday", NULL, "1990-01-01");
      foothold_vcard_append (out, (FootholdPersonRow *) row, contacts);
      g_assert_nonnull (strstr (out->str, days[i].line));
      g_assert_null (strstr (strstr (out->str, "\nBDAY") + 1, "\nBDAY"));
      g_assert_nonnull (strstr (out->str, "1990-01-01"));
    }
}

/* ---- through the importer ---- */

static void
test_importer (void)
{
  static const char text[] =
    "\xef\xbb\xbf"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nORG:Acme\nTEL:1\nTEL;TYPE=cell:2\nPHOTO:x\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Acme\nEND:VCARD\nBEGIN:VCARD\nTITLE:King\nEND:VCARD\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (TestSink) sink = NULL;
  const FootholdPersonRow *person;
  const FootholdPersonContactRow *contact;

  g_assert_cmpint (foothold_import_sniff (bytes), ==, FOOTHOLD_FORMAT_VCARD);
  sink = test_import (text, sizeof text - 1, "people.vcf");
  g_assert_cmpuint (sink->dossiers->len, ==, 0);
  person = g_ptr_array_index (sink->rows, 0);
  g_assert_true (person->row.type == &foothold_person_row_type);
  g_assert_cmpstr (person->organisation, ==, "Acme");
  g_assert_cmpstr (person->phone, ==, "1");
  g_assert_cmpuint (sink->rows->len, ==, 1);
  g_assert_cmpuint (sink->nests->len, ==, 1);
  contact = (gpointer) ((const FootholdNest *) g_ptr_array_index (sink->nests, 0))->row;
  g_assert_cmpint (contact->person, ==, person->row.id);
  g_assert_cmpstr (contact->value, ==, "2");
  g_assert_cmpuint (sink->problems->len, ==, 3);
  g_assert_true (test_sink_says (sink, "card", "PHOTO"));
  g_assert_true (test_sink_says (sink, "", "of a group or an organisation"));
  g_assert_true (test_sink_says (sink, "", "neither a name nor"));
}

/* Each line is decoded alone: what is wrong in one card leaves the others as they are. */
static void
test_importer_bytes (void)
{
  static const char text[] = "BEGIN:VCARD\nVERSION:3.0\nFN:Zo\xc3\n \xab\nX-\xe4:1\nEND:VCARD\n"
                             "BEGIN:VCARD\nVERSION:3.0\nFN:Stra\xdf\nEND:VCARD\n"
                             "BEGIN:VCARD\nVERSION:3.0\nFN:Łucja\nEND:VCARD\n";
  static const char *const names[] = { "Zoë", "Straß", "Łucja" };
  g_autoptr (TestSink) sink = test_import (text, sizeof text - 1, "people.vcf");

  g_assert_cmpuint (sink->rows->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((const FootholdPersonRow *) g_ptr_array_index (sink->rows, i))->name, ==, names[i]);
  g_assert_cmpuint (sink->problems->len, ==, 1);
  g_assert_true (test_sink_says (sink, "card", "X-\uFFFD"));
}

static void
test_importer_nobody (void)
{
  static const char text[] = "BEGIN:VCARD\nVERSION:3.0\nTITLE:King\nEND:VCARD\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vcard/read/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vcard/several", test_several);
  g_test_add_func ("/vcard/long", test_long);
  g_test_add_func ("/vcard/is", test_is);
  g_test_add_func ("/vcard/write", test_write);
  g_test_add_func ("/vcard/birthdays", test_birthdays);
  g_test_add_func ("/vcard/import", test_importer);
  g_test_add_func ("/vcard/import/bytes", test_importer_bytes);
  g_test_add_func ("/vcard/import/nobody", test_importer_nobody);
  return g_test_run ();
}
