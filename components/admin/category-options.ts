import { nameOf } from '@/components/appeals/story-words';
import type { SelectOption } from '@/components/ui/select-field';
import { type CategoryRow, levelOf } from '@/lib/categories/tree';
import type { Locale } from '@/lib/i18n/locale';

/** Categories in use as options in the order of the tree, lower levels set in. */
export const categoryOptions = (tree: readonly CategoryRow[], locale: Locale): SelectOption[] =>
  tree
    .filter((it) => !it.retiredAt)
    .map((it) => ({ value: it.id, label: '\u3000'.repeat(levelOf(it) - 1) + nameOf(it, locale) }));
