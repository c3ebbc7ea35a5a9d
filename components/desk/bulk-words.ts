import { refusalCodes } from '@/lib/appeals/refusals';
import type { BulkVerb } from '@/lib/desk/bulk';
import { getTranslations } from '@/lib/i18n/words';
import { shutReason } from './shut-reason';

/** Says why a step was not taken, in the words of the single step. */
export async function bulkReason() {
  const [reason, refusals, problems] = await Promise.all([
    shutReason(),
    getTranslations('refusals'),
    getTranslations('problems'),
  ]);
  return (verb: BulkVerb, code: string, by: string | null): string => {
    if (code === 'changedMeanwhile' || code === 'changedMeanwhileBy') {
      return by ? refusals('changedMeanwhileBy', { by }) : refusals('changedMeanwhile');
    }
    const known = refusalCodes.find((it) => it === code) ?? 'badInput';
    // What speaks against one field, such as a unit without the power, has words of its own.
    if (known !== code && problems.has(code)) return problems(code);
    return reason(verb, { ok: false, code: known, problems: [] });
  };
}
