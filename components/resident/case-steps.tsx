import { type OpenStep, OpenSteps, type ShutStep } from '@/components/ui/open-steps';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';

const order = [
  'judge',
  'lookBack',
  'answerQuestion',
  'supplement',
  'message',
  'object',
  'objectExclusion',
  'reopen',
  'consent',
  'recuse',
  'withdraw',
  'leave',
  'askErasure',
] as const;
export type OwnVerb = (typeof order)[number];

export const isOwnVerb = (verb: string): verb is OwnVerb =>
  (order as readonly string[]).includes(verb);

/** Everything a resident may do now; what is not possible stays in the list with its reason. */
export async function CaseSteps({ view }: { view: CaseView }) {
  const t = await getTranslations('follow');
  const { caseNumber } = view.file.appeal;
  const refusals = new Map<Verb, string | undefined>(
    view.steps.map(({ verb, refusal }) => [verb, refusal?.code]),
  );
  const steps = order.flatMap((verb): (OpenStep | ShutStep)[] => {
    if (!refusals.has(verb)) return [];
    const code = refusals.get(verb);
    const words = t(`step.${verb}`);
    if (!code) {
      return [{ href: `/follow/${caseNumber}/${verb}`, words, hint: t(`step.${verb}Hint`) }];
    }
    // A step of another time of the case would only be noise: taking back what is over, say.
    const over = view.file.appeal.status === 'closed';
    const ofAnotherTime =
      code === 'wrongStatus' ||
      verb === 'consent' ||
      (over &&
        (verb === 'withdraw' || code === 'nothingToJudge' || code === 'nothingToLookBackOn'));
    return ofAnotherTime || !t.has(`shut.${code}`) ? [] : [{ words, reason: t(`shut.${code}`) }];
  });
  const open = steps.filter((it) => 'href' in it);
  const shut = steps.filter((it) => !('href' in it));
  const print = {
    href: `/follow/${caseNumber}/slip`,
    words: t('step.print'),
    hint: t('step.printHint'),
  };
  const proof = {
    href: `/follow/${caseNumber}/proof`,
    words: t('step.proof'),
    hint: t('step.proofHint'),
  };
  const data = {
    href: `/follow/${caseNumber}/data`,
    words: t('step.data'),
    hint: t('step.dataHint'),
  };
  return (
    <section aria-labelledby="steps" className="text-16 no-print">
      <h2 id="steps" className="mt-48 mb-12 text-20">
        {t('steps')}
      </h2>
      <OpenSteps steps={[...open, print, proof, data, ...shut]} />
    </section>
  );
}
