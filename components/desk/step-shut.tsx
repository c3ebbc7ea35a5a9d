import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { Refusal } from '@/lib/appeals/refusals';
import { getTranslations } from '@/lib/i18n/words';
import { CaseKicker } from './case-kicker';
import { shutReason } from './shut-reason';

interface StepShutProps {
  view: CaseView;
  verb: Verb;
  refusal: Refusal;
}

/** A step that is not open now: why, and the way back. */
export async function StepShut({ view, verb, refusal }: StepShutProps) {
  const [t, short, statuses, reason] = await Promise.all([
    getTranslations('desk.step'),
    getTranslations('desk.case.short'),
    getTranslations('words.status'),
    shutReason(),
  ]);
  const { caseNumber, status } = view.file.appeal;
  const home = `/appeals/${caseNumber}`;
  return (
    <>
      <BackLink href={home}>{t('back')}</BackLink>
      <CaseKicker view={view} />
      <h1>{t('shut', { verb: short(verb) })}</h1>
      <div className="mt-24 max-w-measure">
        <Note boxed heading={t('why')}>
          <p>
            {reason(verb, refusal)}
            {refusal.code === 'wrongStatus' && t('nowIs', { status: statuses(status) })}
          </p>
        </Note>
      </div>
      <div className="mt-32">
        <Buttons>
          <LinkButton href={home}>{t('look')}</LinkButton>
          <LinkButton href="/desk" kind="plain">
            {t('desk')}
          </LinkButton>
        </Buttons>
      </div>
    </>
  );
}
