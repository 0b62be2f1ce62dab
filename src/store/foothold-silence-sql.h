// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/*
 * Where nobody knows on which day @application was sent, its silence is counted all the same, from the instant at which
 * that was noted: when it first got to a state that a host has, else when its row was made. NULL where the day is
 * known, and of a draft. All who look at silence agree by this.
 */
#define FOOTHOLD_NOTED_AT(application) \
  "CASE WHEN " application ".sent_on IS NULL AND " application ".state <> 'draft' THEN coalesce ((SELECT n.at FROM " \
  "application_history AS n WHERE n.application = " application ".id AND n.to_state IN ('submitted', 'acknowledged', " \
  "'under-review', 'shortlisted', 'interview', 'offer') ORDER BY n.seq LIMIT 1), " application ".created_at) END"
