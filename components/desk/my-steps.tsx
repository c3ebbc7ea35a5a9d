import { deskVerbs } from '@/components/steps/fields';
import { LinkButton } from '@/components/ui/button';
import { OpenSteps } from '@/components/ui/open-steps';
import { isOpen, type Verb } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { RefusalCode } from '@/lib/appeals/refusals';
import { getTranslations } from '@/lib/i18n/words';
import { shutReason } from './shut-reason';

/** The verb that is this reader's move now, if it is. A note never is: anybody of the staff may make one. */
export function myTurn(view: CaseView): Verb | null {
  const open = view.steps.filter((it) => !it.refusal).map((it) => it.verb);
  return view.turns.find(({ verb }) => verb !== 'annotate' && open.includes(verb))?.verb ?? null;
}

/** Most cases are never shown to everybody, nor checked: that it is not done here would only be noise. */
const saysNothing: readonly RefusalCode[] = [
  'notAgreed',
  'notShown',
  'aboutSomebody',
  'keptSecret',
  'notForShow',
  'nothingToCheck',
  'nothingToExclude',
  'noExclusion',
];

/** What I can do, my own move first; what I cannot, with the reason. */
export async function MySteps({ view }: { view: CaseView }) {
  const [t, verbs, reason] = await Promise.all([
    getTranslations('desk.case'),
    getTranslations('verbs'),
    shutReason(),
  ]);
  const { status, caseNumber } = view.file.appeal;
  const turn = myTurn(view);
  const steps = view.steps.filter(
    ({ verb, refusal }) =>
      deskVerbs.includes(verb) && verb !== turn && !(refusal && saysNothing.includes(refusal.code)),
  );
  const open = steps.flatMap(({ verb, refusal }) =>
    refusal
      ? []
      : [
          {
            href: `/appeals/${caseNumber}/${verb}`,
            words: t(`short.${verb}`),
            hint: verbs(`${verb}.hint`),
          },
        ],
  );
  // Once closed, one sentence says it for all.
  const shut = steps.flatMap(({ verb, refusal }) =>
    refusal && isOpen(status) ? [{ words: t(`short.${verb}`), reason: reason(verb, refusal) }] : [],
  );
  return (
    <section aria-labelledby="do">
      <h2 id="do" className="away">
        {t('steps')}
      </h2>
      {turn && (
        <p className="do-first">
          <LinkButton kind="now" href={`/appeals/${caseNumber}/${turn}`}>
            {verbs(`${turn}.name`)}
          </LinkButton>
        </p>
      )}
      {open.length + shut.length > 0 ? (
        <OpenSteps steps={[...open, ...shut]} />
      ) : (
        !turn && <p className="quiet">{t('noSteps')}</p>
      )}
      {!isOpen(status) && <p className="meta mt-8">{t('closed')}</p>}
    </section>
  );
}
