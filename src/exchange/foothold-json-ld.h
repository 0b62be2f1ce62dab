// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/*
 * The data that a page carries for machines (JSON-LD), and what its head says
 * about it. Reading is forgiving where pages are careless and says what it could not read;
 * no network, no contexts, no processor: a name of schema.org is one with or without its prefix.
 */

G_BEGIN_DECLS

typedef struct _FootholdJsonLd FootholdJsonLd;

FootholdJsonLd *foothold_json_ld_new (void);
void foothold_json_ld_free (FootholdJsonLd *self);

/*
 * Adds one block of text. FALSE with a sentence when it cannot be read; what was added before stays.
 * Raw controls, zero and half characters, numbers beyond bounds, commas before a bracket and what
 * scripts are wrapped in (comments, CDATA) are put right first.
 */
gboolean foothold_json_ld_add_block (FootholdJsonLd *self, const char *text, gsize length, GError **error);
/* Adds what is parsed already; the node stays the caller's too. */
void foothold_json_ld_add_node (FootholdJsonLd *self, JsonNode *node);

/* All objects of a type ("JobPosting"), each once, in the order of the page. JsonObject, valid as long as @self.
 * (transfer container) */
GPtrArray *foothold_json_ld_find (FootholdJsonLd *self, const char *type);

/* The member of schema.org's @name, or NULL; a lone reference by "@id" is followed within the page. */
JsonNode *foothold_json_ld_get (FootholdJsonLd *self, JsonObject *object, const char *name);
/* @node itself, or what it refers to; the elements of an array are not followed. */
JsonNode *foothold_json_ld_resolve (FootholdJsonLd *self, JsonNode *node);
gboolean foothold_json_ld_is_a (JsonObject *object, const char *type);

/* The text of a value: a string, a number, {"@value": …}, an object's name. NULL for anything else. (transfer full) */
char *foothold_json_ld_text (FootholdJsonLd *self, JsonNode *node);

/* What a page says of itself. */
typedef struct
{
  GPtrArray *scripts; /* char *: the JSON-LD blocks, in order */
  JsonNode *microdata, *rdfa; /* what its attributes describe, as JSON-LD; or NULL */
  char *title;
  char *url; /* canonical, og:url or the note of a browser that saved it; http(s) only */
  char *site; /* og:site_name */
  char *base; /* what <base> says, as it stands there; or NULL */
} FootholdPageHead;

/* @html: valid UTF-8, within FOOTHOLD_LIMIT_PAGE. */
FootholdPageHead *foothold_page_head_new (const char *html, gsize length);
/* Where the page was, taken if it is an address (else, or NULL: nothing) and the page itself does not say. */
void foothold_page_head_offer_url (FootholdPageHead *self, const char *url);
/* What its addresses without a site are told from; NULL where it is not known. (transfer full) */
char *foothold_page_head_dup_base (const FootholdPageHead *self);
void foothold_page_head_free (FootholdPageHead *self);

/* Blocks that the parser did not show: inside comments, or beyond its depth. (transfer full) */
GPtrArray *foothold_page_hidden_scripts (const char *html, gsize length);

/* Turns on the parser's tables once, before any thread uses it. */
void foothold_json_ld_init (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdJsonLd, foothold_json_ld_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdPageHead, foothold_page_head_free)

G_END_DECLS
