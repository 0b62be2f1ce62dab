// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-vcard-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *type, *name;
  gboolean standard; /* one of vCard 4.0's */
} types[] = {
  { "home", N_ ("Home"), TRUE },      { "work", N_ ("Work"), TRUE },   { "cell", N_ ("Mobile"), TRUE },
  { "fax", N_ ("Fax"), TRUE },        { "pager", N_ ("Pager"), TRUE }, { "main", N_ ("Main"), FALSE },
  { "school", N_ ("School"), FALSE },
};

static const char *const others[] = {
  [FOOTHOLD_VCARD_NICKNAME] = N_ ("Nickname"),
  [FOOTHOLD_VCARD_DEPARTMENT] = N_ ("Department"),
  [FOOTHOLD_VCARD_ROLE] = N_ ("Job title"),
  [FOOTHOLD_VCARD_ORGANISATION] = N_ ("Organisation"),
};

/* Those whose name says which messenger it is. */
static const char *const messengers[] = {
  "X-AIM",   "X-ICQ",         "X-JABBER", "X-MSN",    "X-SKYPE",          "X-YAHOO",
  "X-GTALK", "X-GOOGLE-TALK", "X-MATRIX", "X-SIGNAL", "X-SKYPE-USERNAME", "X-TELEGRAM",
};

char *
foothold_vcard_label_of_types (const FootholdVcardLine *line)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (foothold_vcard_line_has_type (line, types[i].type))
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", _ (types[i].name));

  return label->len > 0 ? g_strdup (label->str) : NULL;
}

static const char *
find_type (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].standard && g_str_equal (word, _ (types[i].name)))
      return types[i].type;

  return NULL;
}

char *
foothold_vcard_types_of_label (const char *label)
{
  g_auto (GStrv) words = g_strsplit (label, ", ", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *type = find_type (words[i]);

      if (type == NULL)
        return NULL;
      g_string_append_printf (found, "%s%s", found->len > 0 ? "," : "", type);
    }

  return found->len > 0 ? g_strdup (found->str) : NULL;
}

char *
foothold_vcard_clean_label (char *text)
{
  gsize length;

  if (text == NULL || !g_str_has_prefix (text, "_$!<") || !g_str_has_suffix (text, ">!$_"))
    return text;
  length = strlen (text);
  memmove (text, text + 4, length - 8);
  text[length - 8] = '\0';
  return text;
}

const char *
foothold_vcard_other_get_label (FootholdVcardOther other)
{
  g_return_val_if_fail (other > FOOTHOLD_VCARD_OTHER && other < G_N_ELEMENTS (others), NULL);

  return _ (others[other]);
}

FootholdVcardOther
foothold_vcard_other_of_label (const char *label)
{
  for (guint i = FOOTHOLD_VCARD_OTHER + 1; label != NULL && i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (label, _ (others[i])))
      return (FootholdVcardOther) i;

  return FOOTHOLD_VCARD_OTHER;
}

gboolean
foothold_vcard_is_messenger (const char *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (messengers); i++)
    if (g_str_equal (messengers[i], property))
      return TRUE;

  return g_str_equal (property, "IMPP") || g_str_equal (property, "X-MS-IMADDRESS")
         || g_str_equal (property, "X-SOCIALPROFILE");
}

static char *
name_messenger (const char *property)
{
  char *label = g_ascii_strdown (property + strlen ("X-"), -1);

  label[0] = g_ascii_toupper (label[0]);
  return label;
}

char *
foothold_vcard_label_of_messenger (const char *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (messengers); i++)
    if (g_str_equal (messengers[i], property))
      return name_messenger (property);

  return NULL;
}

const char *
foothold_vcard_messenger_of_label (const char *label)
{
  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (messengers); i++)
    {
      g_autofree char *name = name_messenger (messengers[i]);

      if (g_str_equal (name, label))
        return messengers[i];
    }

  return NULL;
}
