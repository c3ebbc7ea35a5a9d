import { refusalCodes } from '@/lib/appeals/refusals';
import type { BulkVerb } from '@/lib/desk/bulk';
import { getTranslations } from '@/lib/i18n/words';
import { shutReason } from './shut-reason';

/** Says why a step was not taken, in the words of the single step. */
export async function bulkReason() {
  const [reason, refusals] = await Promise.all([shutReason(), getTranslations('refusals')]);
  return (verb: BulkVerb, code: string, by: string | null): string => {
    if (code === 'changedMeanwhile' || code === 'changedMeanwhileBy') {
      return by ? refusals('changedMeanwhileBy', { by }) : refusals('changedMeanwhile');
    }
    const known = refusalCodes.find((it) => it === code) ?? 'badInput';
    return reason(verb, { ok: false, code: known, problems: [] });
  };
}
