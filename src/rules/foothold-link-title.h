// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the address of a posting says by itself; the page is never looked at. The title: the words of its path
 * ("https://jobs.example.org/data-entry-intern-123.html" → "Data entry intern"), else the name of the site; NULL where
 * it is no address. (transfer full) The source: a slug of foothold_sources, or NULL.
 */
char *foothold_title_from_link (const char *uri);
const char *foothold_source_from_link (const char *uri);

G_END_DECLS
