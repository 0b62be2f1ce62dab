/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-digest"

#include "foothold-digest.h"

#include <nettle/sha2.h>
#include <nettle/version.h>

struct _FootholdDigest
{
  struct sha256_ctx context;
  char hex[2 * SHA256_DIGEST_SIZE + 1]; /* empty while more may come */
};

FootholdDigest *
foothold_digest_new (void)
{
  FootholdDigest *self = g_new0 (FootholdDigest, 1);

  sha256_init (&self->context);

  return self;
}

void
foothold_digest_free (FootholdDigest *self)
{
  g_free (self);
}

void
foothold_digest_update (FootholdDigest *self, const void *data, gsize size)
{
  g_return_if_fail (self->hex[0] == '\0');

  sha256_update (&self->context, size, data);
}

const char *
foothold_digest_get_hex (FootholdDigest *self)
{
  guint8 bytes[SHA256_DIGEST_SIZE];

  if (self->hex[0] != '\0')
    return self->hex;

#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest (&self->context, bytes);
#else
  sha256_digest (&self->context, sizeof bytes, bytes);
#endif
  for (guint i = 0; i < sizeof bytes; i++)
    g_snprintf (self->hex + (gsize) 2 * i, 3, "%02x", bytes[i]);

  return self->hex;
}

char *
foothold_digest_of (const void *data, gsize size)
{
  g_autoptr (FootholdDigest) self = foothold_digest_new ();

  foothold_digest_update (self, data, size);

  return g_strdup (foothold_digest_get_hex (self));
}
