// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "exchange/foothold-html-text.h"

/* HTML in postings as text that a person reads: nothing of a tag, all of the words. */

static void
test_fragments (void)
{
  static const struct
  {
    const char *html, *text;
  } cases[] = {
    { "", "" },
    { "plain text", "plain text" },
    { "<p>One.</p><p>Two.</p>", "One.\n\nTwo." },
    { "One.<br>Two.<br/><br/>Three.", "One.\nTwo.\n\nThree." },
    { "<ul><li>a</li><li>b</li></ul>", "- a\n- b" },
    { "<p>Do:</p><ul><li>a<li>b</ul><p>End</p>", "Do:\n\n- a\n- b\n\nEnd" },
    { "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b" },
    { "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c" },
    { "<ul><li><p>a</p></li><li></li><li><p>b</p></li></ul>", "- a\n- b" },
    { "<h2>Tasks</h2><p>Work.</p>", "## Tasks\n\nWork." },
    { "<h2></h2><p>Work.</p>", "Work." },
    { "<b>bold</b> and <em>soft</em>", "bold and soft" },
    { "a<b>b</b>c", "abc" },
    { "<a href=\"https://example.org/a?b=1&amp;c=2\">Apply</a> now", "Apply (https://example.org/a?b=1&c=2) now" },
    { "<a href='https://example.org'>https://example.org</a>", "https://example.org" },
    { "<a href='javascript:alert(1)'>Apply</a>", "Apply" },
    { "R&amp;D &lt; 3 &euro; &#8211; &#x2013; &#150;", "R&D < 3 € – – –" },
    { "AT&T, a & b, &nosuch; &amp", "AT&T, a & b, &nosuch; &amp" },
    { "x <y> z < 3 > 2", "x <y> z < 3 > 2" },
    { "List&lt;String&gt; in Java", "List<String> in Java" },
    { "&lt;p&gt;One.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;/ul&gt;", "One.\n\n- a" },
    { "&amp;lt;p&amp;gt;One &amp;amp;amp; two.&amp;lt;/p&amp;gt;", "One & two." },
    { "<p>&lt;b&gt;Tasks&lt;/b&gt;&lt;br&gt;Work</p>", "Tasks\nWork" },
    { "<script>alert(1)</script>Text<style>p{}</style>", "Text" },
    { "<script>if (a<b) x=\"</p>\"</script>Text", "Text" },
    { "a<!-- no -->b", "ab" },
    { "a<!-- never closed", "a" },
    { "<p>One", "One" },
    { "<p class=\"a>b\">One</p>", "One" },
    { "<p class=\"open>One</p>", "One" },
    { "One <p", "One <p" },
    { "<div>a</div><div>b</div>", "a\nb" },
    { "<table><tr><td>Pay</td><td>600 €</td></tr><tr><td>Hours</td><td>30</td></tr></table>",
      "Pay | 600 €\nHours | 30" },
    { "<pre>a\n  b\nc</pre>", "a\nb\nc" },
    { "  a \n\n b\t c  ", "a\n\n b c" },
    { "a\r\nb\rc", "a\nb\nc" },
    { "a\n\n\n\nb", "a\n\nb" },
    { "- one\n  - two", "- one\n  - two" },
    { "<p>a&nbsp;b\u00adc\u200bd</p>", "a bcd" },
    { "a\u202eb\x01 c", "ab c" },
    { "<P>Gr\u00fc\u00dfe<BR>\u0110\u00e0 N\u1eb5ng</P>", "Grüße\nĐà Nẵng" },
    { "<svg><text>no</text></svg>yes", "yes" },
    { "<![CDATA[<p>x</p>]]>", "x" },
    { "&#0;&#xD800;&#1114112;", "\uFFFD\uFFFD\uFFFD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = foothold_html_to_text (cases[i].html, -1, FOOTHOLD_HTML_FRAGMENT);

      g_test_message ("“%s”", cases[i].html);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_page (void)
{
  g_autofree char *text =
    foothold_html_to_text ("<html><head><title>T</title><style>a{}</style></head><body><nav><a "
                           "href=/>Home</a></nav><h1>Role</h1>"
                           "<p>Work.</p><button>Apply</button><footer>Imprint</footer></body></html>",
                           -1, FOOTHOLD_HTML_WHOLE_PAGE);
  /* a head that never closes hides no body */
  g_autofree char *open =
    foothold_html_to_text ("<html><head><title>T</title><body>Work.", -1, FOOTHOLD_HTML_WHOLE_PAGE);

  g_assert_cmpstr (text, ==, "## Role\n\nWork.");
  g_assert_cmpstr (open, ==, "Work.");
}

static void
test_line (void)
{
  static const struct
  {
    const char *html, *line;
  } cases[] = {
    { "<h1>Data &amp;\n  research</h1><br>intern", "Data & research intern" },
    /* marks that the conversion would make */
    { "<ul><li>item</li></ul>", "item" },
    { "<ol><li>one</li><li>two</li></ol>", "one 2. two" },
    { "<ul><li></li><li><ul><li>item</li></ul></li></ul>", "item" },
    { "<ul><li><h4>item</h4></li></ul>", "item" },
    { "&lt;ul&gt;&lt;li&gt;item&lt;/li&gt;&lt;/ul&gt;", "item" },
    /* and what somebody wrote */
    { "- item", "- item" },
    { "1. FC Köln", "1. FC Köln" },
    { "1. FC Köln &amp; Co", "1. FC Köln & Co" },
    { "<b>1. FC Köln</b>", "1. FC Köln" },
    { "<ul><li>1. FC Köln</li></ul>", "1. FC Köln" },
    { "## C", "## C" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = foothold_html_to_line (cases[i].html, -1);

      g_test_message ("“%s”", cases[i].html);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_truncate (void)
{
  char text[] = "a\u0111\u20ac";

  g_assert_false (foothold_text_truncate (text, 6));
  g_assert_true (foothold_text_truncate (text, 5));
  g_assert_cmpstr (text, ==, "a\u0111");
  g_assert_true (foothold_text_truncate (text, 2));
  g_assert_cmpstr (text, ==, "a");
}

/* Time grows with the text, whatever it is made of. */
static void
test_hostile (void)
{
  static const char *const bits[] = { "<",    "<a ",  "<x ",  "<p class='", "&",          "&#",
                                      "<!--", "<ul>", "<li>", "</ul>",      "<a href=\"", "&lt;" };

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    {
      g_autoptr (GString) html = g_string_new ("x");
      g_autofree char *text = NULL;
      gint64 start;

      while (html->len < 1024 * 1024)
        g_string_append (html, bits[i]);
      start = g_get_monotonic_time ();
      text = foothold_html_to_text (html->str, (gssize) html->len, FOOTHOLD_HTML_WHOLE_PAGE);
      g_test_message ("%s: %d ms", bits[i], (int) ((g_get_monotonic_time () - start) / 1000));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-text/fragments", test_fragments);
  g_test_add_func ("/html-text/page", test_page);
  g_test_add_func ("/html-text/line", test_line);
  g_test_add_func ("/html-text/truncate", test_truncate);
  g_test_add_func ("/html-text/hostile", test_hostile);
  return g_test_run ();
}
