// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include <string.h>

#include "rules/foothold-lists.h"
#include "rules/foothold-money.h"

/* Currencies by their names, and those that countries pay in (ISO 4217 and ISO 3166). */

const char *
foothold_currency_lookup (const char *text)
{
  const FootholdListEntry *entry = foothold_list_lookup (&foothold_currencies, text);

  return entry != NULL ? entry->slug : NULL;
}

const char *
foothold_currency_of_country (const char *country)
{
  static const char *const pairs[] = {
    "EUR AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK BG",
    "USD US PR GU VI AS EC SV PW FM MH TL",
    "GBP GB GG JE IM",
    "CAD CA",
    "AUD AU KI NR TV",
    "NZD NZ CK NU",
    "CHF CH LI",
    "DKK DK FO GL",
    "SEK SE",
    "NOK NO SJ",
    "ISK IS",
    "PLN PL",
    "CZK CZ",
    "HUF HU",
    "RON RO",
    "UAH UA",
    "TRY TR",
    "RSD RS",
    "VND VN",
    "JPY JP",
    "KRW KR",
    "CNY CN",
    "TWD TW",
    "HKD HK",
    "SGD SG",
    "INR IN",
    "IDR ID",
    "MYR MY",
    "THB TH",
    "PHP PH",
    "PKR PK",
    "BDT BD",
    "LKR LK",
    "NPR NP",
    "AED AE",
    "SAR SA",
    "ILS IL",
    "EGP EG",
    "MAD MA",
    "NGN NG",
    "KES KE",
    "GHS GH",
    "ZAR ZA",
    "ETB ET",
    "MXN MX",
    "BRL BR",
    "ARS AR",
    "CLP CL",
    "COP CO",
    "PEN PE",
    "KWD KW",
    "BHD BH",
    "OMR OM",
    "JOD JO",
    "TND TN",
    "GEL GE",
    "AMD AM",
    "KZT KZ",
  };

  if (country == NULL || strlen (country) != 2)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (const char *at = pairs[i] + 4; *at != '\0'; at += at[2] == ' ' ? 3 : 2)
      if (strncmp (at, country, 2) == 0)
        {
          const FootholdListEntry *entry;
          char code[4] = { pairs[i][0], pairs[i][1], pairs[i][2], '\0' };

          entry = foothold_list_find (&foothold_currencies, code);
          return entry != NULL ? entry->slug : NULL;
        }

  return NULL;
}
