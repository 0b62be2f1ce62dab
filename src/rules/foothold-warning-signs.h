// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"
#include "rules/foothold-rule-data.h"

/*
 * Warning signs of data/rules/warning-signs.json that can be seen in the facts
 * and the text of a posting. Few and careful: a sign is a reason to ask, with the
 * place where it was seen, and never a verdict. The posting's language does not
 * matter: the words of every language in the file are looked for.
 */

G_BEGIN_DECLS

typedef struct
{
  const FootholdRuleItem *item; /* name, question, why */
  const char *field; /* where it was seen */
  gsize start, end; /* bytes of the field's text, or 0 and 0 where the field's value is the sign */
} FootholdWarning;

/*
 * @organisation_type is a slug of foothold_organisation_types, or NULL: a private
 * person may write from a private address. At most one warning an item. (element-type
 * FootholdWarning) (transfer full)
 */
GArray *foothold_warning_signs_see (const FootholdRuleFile *file,
                                    const FootholdFacts *facts,
                                    const char *organisation_type);

/* Whether only a person can see the sign, and ticks it: "hired without a conversation". */
gboolean foothold_warning_sign_is_for_person (const FootholdRuleItem *item);

/* The names that "checks" of the file may have, ends with NULL. */
extern const char *const foothold_warning_sign_checks[];

/* The fields whose text is looked at, ends with NULL. Not what is out of scope, nor notes, which are one's own. */
extern const char *const foothold_warning_sign_fields[];

G_END_DECLS
