// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* The conditions by which lists, filters and counts agree on what was found at a place. */

/* The row @table belongs to no import, or to one that is there to be seen. */
#define FOOTHOLD_SHOWN(table) \
  "(" table ".batch IS NULL OR " table ".batch NOT IN (SELECT id FROM import_batch WHERE state <> 'done'))"

/*
 * Whether the address of @opportunity lies at @host, with any page of it: one range of opportunity_by_url, in which
 * hosts that only begin alike ("example.community") are few or none.
 */
#define FOOTHOLD_LIES_AT(opportunity, host) \
  opportunity ".url_key IS NOT NULL AND " opportunity ".url_key >= " host " AND " opportunity ".url_key < " host \
              " || '@' AND substr (" opportunity ".url_key, length (" host ") + 1, 1) IN ('', '/', '?', '#')"
