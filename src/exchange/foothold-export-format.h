// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * The JSON format of Foothold, version 1: what foothold-export-json.c writes and
 * foothold-import-json.c reads. Both follow this page; the round trip test holds
 * them to it (export → import into an empty profile → export gives the same bytes).
 *
 * One object, UTF-8, its keys in this order:
 *
 *   "format":        "foothold"
 *   "version":       1
 *   "opportunities": […]  with their children inside, see below
 *   "organisations": […]
 *   "persons":       […]
 *   "skills":        […]  one's own list of named abilities
 *   "goals":         […]
 *   "goal_targets":  […]
 *   "wants":         […]
 *   "terms":         […]  words added to the lists of areas and industries
 *   "places":        […]  where the person looks for opportunities
 *   "profile":       […]  none or one object
 *   "stages":        […]  the columns of the tracker
 *   "applications":  […]  with their children inside, see below
 *   "checklist_template": […]
 *   "person_contacts":    […]
 *   "person_links":       […]
 *   "conversations":      […]
 *   "outreach":      […]
 *   "engagements":   […]  with their children inside, see below
 *   "stories":       […]  what the person tells in interviews
 *   "interview_stories":  […]
 *   "files":         […]  the bytes of attachments and of what was sent, each content once
 *
 * Every array is there, empty if need be, and ordered by id (files by sha256).
 * The order of the arrays is for people who read the file; an importer takes the
 * rows before the opportunities, so that names find the rows they belong to, and
 * what belongs to opportunities after them (store/foothold-family.h).
 *
 * Keys of an object: "id" first, then one key for each field of the entity's
 * field table (store/foothold-rows.c) in its order. Every key is written, unknown
 * is null. By the kind of the field:
 *
 *   ID       decimal text ("1734567890123456789"), also "id" itself
 *   INT      a whole number
 *   BOOL     true or false
 *   INSTANT  text, UTC, "2026-11-22T19:08:27.123Z" (always three decimals)
 *   MINUTES  a number of hours: the field minutes_min is the key "hours_min",
 *            minutes_max "hours_max", minutes_per_week "hours_per_week",
 *            minutes_applying "hours_applying", minutes "hours" (an interview's
 *            minutes are an INT, and "minutes");
 *            at most four decimals, none that are 0 (foothold_hours_to_text)
 *   MONEY    decimal text with the decimals of its currency ("600.00" EUR,
 *            "900000" VND); the currency is the row's "currency" (a profile's
 *            floor: "floor_currency"); where that is null, two decimals
 *            (foothold_money_to_text)
 *   TEXT, DATE, SLUG  text
 *
 * Never written: "rev"; "batch"; in children what they belong to ("opportunity",
 * "application", "engagement"), "position" and "seq" (place in the array says it).
 *
 * An opportunity ends with these keys, after those of its field table:
 *
 *   "skills":       ["Python", …]       names, in order
 *   "deliverables": [{id, title, acceptance, due_on}, …]
 *   "facts":        [{id, field, knowledge, source}, …]  ordered by field
 *   "history":      [{id, at, actor, from_state, to_state, reason}, …]  oldest first
 *   "attachments":  [{id, added_at, role, name, media_type, size, sha256}, …]  ordered by id
 *
 * An application ends with these:
 *
 *   "history":    [{id, at, actor, from_state, to_state, reason}, …]  oldest first
 *   "answers":    [{id, question, answer}, …]  in order
 *   "checklist":  [{id, text, done_on}, …]  in order
 *   "interviews": [{id, meets_on, meets_time, meets_zone, minutes, kind, place, url, notes}, …]  ordered by id
 *   "follow_ups": [{id, sent_on, text}, …]  ordered by id
 *   "files":      [{id, added_at, role, name, media_type, size, sha256}, …]  ordered by id
 *
 * An engagement ends with "deliverables": [{id, title, acceptance, due_on, state}, …].
 *
 * What belongs to something that is neither in the file nor in the database is left
 * out with a sentence. The columns of somebody who changed nothing about them become
 * those of the file; somebody's own are kept, and others are added.
 *
 * In "facts", "field" is a key of the opportunity ("hours_min").
 *
 * A file: {"sha256": 64 lower-case hex digits, "size": bytes, "data": Base64 or
 * null where the bytes were missing when the export was made}.
 *
 * A reader refuses a greater version. It takes missing keys as null, so an object
 * with a title alone is an opportunity; it leaves out unknown keys and says so.
 */

#define FOOTHOLD_FORMAT_NAME "foothold"
#define FOOTHOLD_FORMAT_VERSION 1
