// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Preloaded, each sync of the disk takes a second; and a program that ends while one of its threads still waits for
 * one says so. */

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#define SYNC_SECONDS 1

static atomic_int n_syncing;

static int
slowly (const char *name, int fd)
{
  int (*next) (int) = (int (*) (int)) dlsym (RTLD_NEXT, name);
  int result;

  n_syncing++;
  sleep (SYNC_SECONDS); /* real time: it plays the disk, nothing waits for it */
  result = next (fd);
  n_syncing--;

  return result;
}

int
fsync (int fd)
{
  return slowly ("fsync", fd);
}

int
fdatasync (int fd)
{
  return slowly ("fdatasync", fd);
}

__attribute__ ((destructor)) static void
tell (void)
{
  if (n_syncing > 0)
    fputs ("slow-disk: the program ends while it writes\n", stderr);
}
