// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_MARKUP_MICRODATA, /* itemscope, itemtype, itemprop, itemref */
  FOOTHOLD_MARKUP_RDFA, /* typeof, property, resource: RDFa Lite */
} FootholdMarkup;

/*
 * The items that the attributes of a page describe, as JSON-LD has them: an array of
 * objects, each with an "@id"; a member that is an item refers to it, {"@id": …}. So one
 * reader serves all three ways of saying it. Names are those of schema.org without a
 * prefix, in the order of the page. NULL where the page has none. (transfer full)
 */
JsonNode *foothold_page_markup_read (xmlDoc *document, FootholdMarkup markup);

G_END_DECLS
