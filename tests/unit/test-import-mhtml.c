// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-limits.h"
#include "import-fixture.h"

/* Web pages packed as one file: heads, encodings, character sets, which part is the page. */

#define HEAD(parameters) \
  "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://jobs.example/1\r\nSubject: Scan\r\nMIME-Version: " \
  "1.0\r\n" \
  "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_b\"" parameters "\r\n\r\n"
#define PART(head, body) "----=_b\r\n" head "\r\n\r\n" body "\r\n"
#define END "----=_b--\r\n"
#define LD(title) "<script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"" title "\"}</script>"

static void
test_table (void)
{
  static const struct
  {
    const char *text, *title, *url;
    gboolean unread;
  } cases[] = {
    /* quoted-printable: soft line breaks, characters, blanks after a soft break */
    { HEAD ("") PART ("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                      "Content-Location: https://jobs.example/1",
                      "<html><head><title>Sc=\r\nan f=C3=BCr =\t\r\nalle =3D eins</title></head><body>T=</body></html>")
        END,
      "Scan für alle = eins", "https://jobs.example/1", TRUE },
    /* Base64, a charset that the page itself contradicts */
    { HEAD ("") PART ("Content-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: base64",
                      "PG1ldGEgY2hhcnNldD11dGYtOD48dGl0bGU+\r\nU2NhbiBm/HI8L3RpdGxlPjxwPlRleHQ8L3A+") END,
      "Scan für", "https://jobs.example/1", TRUE },
    { HEAD ("") PART ("Content-Type: text/html; charset=shift_jis\r\nContent-Transfer-Encoding: 8bit",
                      "<title>\x92\xb2\x8d\xb8</title><p>x") END,
      "調査", "https://jobs.example/1", TRUE },
    /* no encoding, no charset, line ends of Unix */
    { "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\npreamble\n--x\nContent-Type: text/html\n\n"
      "<title>Plain</title><p>Text\n--x--\n",
      "Plain", NULL, TRUE },
    /* the address of the page, the id that "start" names, the first page */
    { HEAD ("") PART ("Content-Type: text/html\r\nContent-Location: https://ads.example/", "<title>Ad</title>x")
        PART ("Content-Type: text/html\r\nContent-Location: https://jobs.example/1", "<title>Page</title>x") END,
      "Page", "https://jobs.example/1", TRUE },
    { HEAD (";\r\n start=\"<p@x>\"") PART ("Content-Type: text/html\r\nContent-ID: <o@x>", "<title>Ad</title>x")
        PART ("Content-Type: text/html\r\nContent-ID: <p@x>", "<title>Page</title>x") END,
      "Page", "https://jobs.example/1", TRUE },
    { HEAD ("") PART ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "AAAA")
        PART ("Content-Type: TEXT/HTML", "<title>Page</title>x") PART ("Content-Type: text/html", "<title>No</title>x")
          END,
      "Page", "https://jobs.example/1", TRUE },
    /* a frame that describes a posting, where the page around it does not */
    { HEAD ("") PART ("Content-Type: text/html\r\nContent-Location: https://jobs.example/1", "<title>Page</title>x")
        PART ("Content-Type: text/html\r\nContent-Location: cid:frame@mhtml", LD ("In a frame")) END,
      "In a frame", "https://jobs.example/1", FALSE },
    { HEAD ("") PART ("Content-Type: text/html\r\nContent-Location: https://jobs.example/1", LD ("In the page"))
        PART ("Content-Type: text/html", LD ("In a frame")) END,
      "In the page", "https://jobs.example/1", FALSE },
    /* parts in parts */
    { HEAD ("") PART ("Content-Type: multipart/alternative; boundary=in",
                      "--in\r\nContent-Type: text/plain\r\n\r\nno\r\n--in\r\nContent-Type: text/html\r\n\r\n"
                      "<title>Inner</title>x\r\n--in--") END,
      "Inner", "https://jobs.example/1", TRUE },
    /* cut off; one part alone */
    { HEAD ("") "----=_b\r\nContent-Type: text/html\r\n\r\n<title>Cut</title>x", "Cut", "https://jobs.example/1",
      TRUE },
    { "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://jobs.example/2\r\n\r\n<title>=C3=84</title>x",
      "Ä", "https://jobs.example/2", TRUE },
    /* where it was, if that is an address */
    { "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
      "Content-Location: file:///C:/job.html\r\n\r\n<title>Local</title>x\r\n--x--",
      "Local", NULL, TRUE },
    { HEAD ("")
        PART ("Content-Type: text/html", "<link rel=canonical href='https://jobs.example/own'><title>T</title>x") END,
      "T", "https://jobs.example/own", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_import (cases[i].text, -1, "job.mhtml");
      const FootholdDossier *dossier = test_sink_dossier (sink, 0);
      const FootholdAttachmentRow *page = g_ptr_array_index (dossier->attachments, 0);

      g_test_message ("%u", i);
      g_assert_cmpuint (sink->dossiers->len, ==, 1);
      g_assert_cmpstr (dossier->opportunity->title, ==, cases[i].title);
      g_assert_cmpstr (dossier->opportunity->url, ==, cases[i].url);
      g_assert_cmpint (dossier->opportunity->unread, ==, cases[i].unread);
      g_assert_cmpstr (page->name, ==, "job.html");
      g_assert_cmpstr (page->media_type, ==, "text/html");
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *says;
  } cases[] = {
    { HEAD ("") END, "no page in it" },
    { HEAD ("") PART ("Content-Type: image/png", "x") END, "no page in it" },
    { HEAD ("") "----=_b\r\nnot a head", "no page in it" },
    { "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "no page in it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_sink_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (foothold_import_sniff (bytes), ==, FOOTHOLD_FORMAT_MHTML);
      g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_nonnull (strstr (error->message, "Nothing was imported"));
    }
}

/* Parts in parts beyond the cap, more parts than the cap, a page over it. */
static void
test_caps (void)
{
  g_autoptr (GString) text = g_string_new ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < FOOTHOLD_LIMIT_MIME_DEPTH + 2; i++)
    g_string_append_printf (text, "--b%u\r\nContent-Type: multipart/mixed; boundary=b%u\r\n\r\n", i, i + 1);
  g_string_append_printf (text, "--b%u\r\nContent-Type: text/html\r\n\r\n<title>Deep</title>x",
                          FOOTHOLD_LIMIT_MIME_DEPTH + 2);
  {
    g_autoptr (TestSink) sink = test_sink_new ();
    g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

    g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
    g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED);
    g_clear_error (&error);
  }

  g_string_assign (text, HEAD (""));
  for (guint i = 0; i < FOOTHOLD_LIMIT_MIME_PARTS + 10; i++)
    g_string_append (text, PART ("Content-Type: image/png", ""));
  g_string_append (text, PART ("Content-Type: text/html", "<title>Last</title>x"));
  {
    g_autoptr (TestSink) sink = test_sink_new ();
    g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

    g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
    g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED);
    g_clear_error (&error);
  }

  g_string_assign (text, HEAD ("") "----=_b\r\nContent-Type: text/html\r\n\r\n");
  {
    const gsize head = text->len;

    g_string_set_size (text, FOOTHOLD_LIMIT_PAGE + 100000);
    memset (text->str + head, 'x', text->len - head);
  }
  {
    g_autoptr (TestSink) sink = test_sink_new ();
    g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

    g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
    g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-mhtml/table", test_table);
  g_test_add_func ("/import-mhtml/refused", test_refused);
  g_test_add_func ("/import-mhtml/caps", test_caps);
  return g_test_run ();
}
