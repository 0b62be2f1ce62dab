/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs, and what they share. Each gets its own name and the folder first. */

#pragma once

#include "core-check.h"
#include "core-io.h"
#include "core-power.h"
#include "core-sabotage.h"
#include "core-work.h"

#include <stdio.h>

G_BEGIN_DECLS

/* One line on stdout, at once. */
void core_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Says the error; the exit status. */
int core_fail (GError *error);
gint64 core_option (int argc, char **argv, const char *name, gint64 otherwise);
gboolean core_has_option (int argc, char **argv, const char *name);

int core_verb_attachments (int argc, char **argv);
int core_verb_backups (int argc, char **argv);
int core_verb_check (int argc, char **argv);
int core_verb_cuts (int argc, char **argv);
int core_verb_flips (int argc, char **argv);
int core_verb_full (int argc, char **argv);
int core_verb_hammer (int argc, char **argv);
int core_verb_migrate (int argc, char **argv);
int core_verb_moved (int argc, char **argv);
int core_verb_open (int argc, char **argv);
int core_verb_own (int argc, char **argv);
int core_verb_power (int argc, char **argv);
int core_verb_power_files (int argc, char **argv);
int core_verb_restore (int argc, char **argv);
int core_verb_soak (int argc, char **argv);
int core_verb_undo (int argc, char **argv);
int core_verb_write_n (int argc, char **argv);

G_END_DECLS
