/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Makes the calling thread, for the rest of its life, take only what others leave of the processor: the window and the
 * font matching that it waits for come first.
 */
void foothold_be_patient (void);
