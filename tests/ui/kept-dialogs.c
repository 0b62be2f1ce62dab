// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Preloaded: each dialog keeps an owner that nobody knows, so that the leaks tour is seen to fail. */

#include <adwaita.h>
#include <dlfcn.h>

typedef void (*Present) (AdwDialog *dialog, GtkWidget *parent);

void
adw_dialog_present (AdwDialog *dialog, GtkWidget *parent)
{
  Present next = (Present) dlsym (RTLD_NEXT, "adw_dialog_present");

  g_object_ref (dialog);
  next (dialog, parent);
}
