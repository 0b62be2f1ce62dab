// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/*
 * Every cap on what comes from outside (R12), in one place. A file over a cap is
 * refused with a sentence that names the cap; a text over one is left out with a
 * line in the report. Sizes are bytes unless the name says otherwise.
 */

#define FOOTHOLD_LIMIT_MIB (1024 * 1024)

/* A saved web page: parsed as a tree in memory, so much smaller than the rest. */
#define FOOTHOLD_LIMIT_PAGE (16 * FOOTHOLD_LIMIT_MIB)
/* A page packed as one file with its pictures (MHTML): its parts, their nesting, the head of one, frames looked into.
 */
#define FOOTHOLD_LIMIT_MHTML (64 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_MIME_PARTS 5000
#define FOOTHOLD_LIMIT_MIME_DEPTH 8
#define FOOTHOLD_LIMIT_MIME_HEAD (64 * 1024)
#define FOOTHOLD_LIMIT_MIME_FRAMES 20
/* What is pasted or dropped as text, which is held in memory: as much as a page. A power of two. */
#define FOOTHOLD_LIMIT_PASTED FOOTHOLD_LIMIT_PAGE
/* How far into a text lines are looked at for a name and a value. */
#define FOOTHOLD_LIMIT_TEXT_LINES 2000
/* JSON is read object by object, so the file may be large; one object may not. */
#define FOOTHOLD_LIMIT_JSON_FILE (4096LL * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_JSON_OBJECT (8 * FOOTHOLD_LIMIT_MIB)
/* One block of JSON-LD inside a page, and how many a page may have. */
#define FOOTHOLD_LIMIT_JSON_LD_BLOCK (4 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_JSON_LD_BLOCKS 200
#define FOOTHOLD_LIMIT_JSON_LD_NODES 50000
#define FOOTHOLD_LIMIT_JSON_DEPTH 32
/* What the attributes of a page describe (microdata, RDFa): elements looked at, values, text, names in one attribute.
 */
#define FOOTHOLD_LIMIT_MARKUP_STEPS 2000000
#define FOOTHOLD_LIMIT_MARKUP_VALUES 50000
#define FOOTHOLD_LIMIT_MARKUP_TEXT (32 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_MARKUP_NAMES 100
/* One name in JSON; and how many names one object may have. */
#define FOOTHOLD_LIMIT_JSON_KEY 1024
#define FOOTHOLD_LIMIT_JSON_KEYS 2000

/* Objects of our own export and files inside it. */
#define FOOTHOLD_LIMIT_ENTRIES 1000000
#define FOOTHOLD_LIMIT_FILES 200000
#define FOOTHOLD_LIMIT_ATTACHMENT (64 * FOOTHOLD_LIMIT_MIB)

/* Postings on one page. */
#define FOOTHOLD_LIMIT_POSTINGS 500
/* Single values of a row. */
#define FOOTHOLD_LIMIT_TITLE 1024
#define FOOTHOLD_LIMIT_TEXT (64 * 1024)
#define FOOTHOLD_LIMIT_LONG_TEXT FOOTHOLD_LIMIT_MIB
#define FOOTHOLD_LIMIT_URL (16 * 1024)
#define FOOTHOLD_LIMIT_FILE_NAME 255
#define FOOTHOLD_LIMIT_SKILLS 100
#define FOOTHOLD_LIMIT_SKILL_NAME 200
#define FOOTHOLD_LIMIT_CHILDREN 2000

/* A table, which is held in memory; its rows are entries. One cell: a long text. */
#define FOOTHOLD_LIMIT_CSV_FILE (256 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_CSV_COLUMNS 500

/* Contact cards: a file of them, which is held in memory, and how many it may have. */
#define FOOTHOLD_LIMIT_VCARD_FILE (64 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_VCARDS 100000

/* Somebody else's ZIP or folder: entries, one of them unpacked, all of them, and how many times the archive's size. */
#define FOOTHOLD_LIMIT_ZIP_FILE (1024 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_ZIP_ENTRIES 20000
#define FOOTHOLD_LIMIT_ZIP_ENTRY (64 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_ZIP_UNPACKED ((gsize) 256 * FOOTHOLD_LIMIT_MIB)
#define FOOTHOLD_LIMIT_ZIP_RATIO 200
#define FOOTHOLD_LIMIT_FOLDER_DEPTH 4

/* How many files one import takes. */
#define FOOTHOLD_LIMIT_SOURCES 2000
