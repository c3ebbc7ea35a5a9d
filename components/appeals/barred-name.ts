import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { Locale } from '@/lib/i18n/locale';
import { nameOf } from './story-words';

/** A unit or a person that is kept away from the case. */
export const barredName = (it: CaseView['recusals'][number], locale: Locale): string =>
  it.person ?? nameOf(it.unit, locale);
