// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* LD_PRELOAD helper: a toast stays until it is dismissed, so that a test on a busy machine is not too late for it. */
#include <adwaita.h>
#include <dlfcn.h>

void
adw_toast_overlay_add_toast (AdwToastOverlay *self, AdwToast *toast)
{
  void (*add_toast) (AdwToastOverlay *, AdwToast *);

  *(void **) &add_toast = dlsym (RTLD_NEXT, "adw_toast_overlay_add_toast");
  adw_toast_set_timeout (toast, 0);
  add_toast (self, toast);
}
