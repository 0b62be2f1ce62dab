// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * What both engines call: libFuzzer with bytes of its own making, replay.c with the seeds.
 * A target that finds a broken promise aborts.
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
