/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stream into a FootholdFile, so that what writes streams also writes durable files. */

#pragma once

#include "sqlite/foothold-file.h"

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_FILE_STREAM (foothold_file_stream_get_type ())
G_DECLARE_FINAL_TYPE (FootholdFileStream, foothold_file_stream, FOOTHOLD, FILE_STREAM, GOutputStream)

/* @file: outlives the stream, which neither commits nor frees it. */
GOutputStream *foothold_file_stream_new (FootholdFile *file);

G_END_DECLS
