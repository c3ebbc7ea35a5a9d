import { CaseCause } from '@/components/appeals/case-cause';
import { dot, readerLocale, voiceLang } from '@/components/appeals/telling';
import { Timeline } from '@/components/appeals/timeline';
import { TrialNote } from '@/components/appeals/trial-mark';
import { Anchor } from '@/components/ui/anchor';
import { Columns } from '@/components/ui/columns';
import { BackLink, Part } from '@/components/ui/headings';
import { RoundWord, StatusWord } from '@/components/ui/status-word';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { VerdictLine } from '@/lib/appeals/queries/verdicts';
import { getTranslations } from '@/lib/i18n/words';
import type { CaseLinks } from '@/lib/lasting/case-links';
import type { PersonActor } from '@/lib/people/actor';
import { BehindFacts } from './behind-facts';
import { CaseCalls } from './case-calls';
import { CaseClocks, clocksOf } from './case-clocks';
import { CaseLinksPart } from './case-links';
import { CasePhotos } from './case-photos';
import { CaseWatch } from './case-watch';
import { DoneNote } from './done-note';
import { DueInLine } from './due';
import { ErasedNote } from './erased-note';
import { FiveFacts } from './five-facts';
import { Holders } from './holders';
import { LastWordsBox } from './last-words';
import { MySteps } from './my-steps';
import { PresenceLine } from './presence-line';
import { joinedSlips, slipIsFor } from './slip-is-for';
import { VerdictRows } from './verdict-rows';

interface CasePageProps {
  actor: PersonActor;
  view: CaseView;
  verdicts: VerdictLine[];
  links: CaseLinks;
  done: string | undefined;
}

/** One case: the resident's words, the facts, what I can do, the clocks, the story. */
export async function CasePage({ actor, view, verdicts, links, done }: CasePageProps) {
  const t = await getTranslations('desk.case');
  const { caseNumber } = view.file.appeal;
  const filers = slipIsFor(actor, view.file) ? `/appeals/${caseNumber}/slip` : undefined;
  const joined = done === 'join' ? joinedSlips(actor, view).at(-1) : undefined;
  const slip = joined ? `/appeals/${caseNumber}/slip?voice=${joined}` : filers;
  return (
    <>
      <BackLink href="/desk">{t('back')}</BackLink>
      <DoneNote done={done} slip={slip} />
      {view.file.appeal.trial && <TrialNote />}
      <ErasedNote view={view} />
      {view.file.appeal.wordsErasedAt ? (
        <h1>{t('erased.title')}</h1>
      ) : (
        <h1 lang={voiceLang(view)}>{view.detail.title}</h1>
      )}
      <CaseTop view={view} />
      <PresenceLine actor={actor} appeal={view.file.appeal} />
      <div className="mt-32">
        <Columns kind="case">
          <div>
            {!view.file.appeal.wordsErasedAt && <LastWordsBox view={view} />}
            <div className="mt-24">
              <FiveFacts actor={actor} view={view} />
            </div>
          </div>
          <div>
            <MySteps view={view} />
            <BehindFacts view={view} />
            <CaseWatch view={view} />
            <CaseCalls view={view} />
            <CaseClocks view={view} />
            <CaseCause view={view} />
            <Holders view={view} />
            <CaseLinksPart actor={actor} links={links} at={view.at} />
            <CasePhotos actor={actor} view={view} />
            <p className="mt-24 no-print">
              <Anchor href={`/appeals/${caseNumber}/print`}>{t('print')}</Anchor>
            </p>
          </div>
          <div>
            {verdicts.length > 0 && <VerdictRows verdicts={verdicts} at={view.at} />}
            <Part id="story" heading={t('story')}>
              <Timeline view={view} />
            </Part>
          </div>
        </Columns>
      </div>
    </>
  );
}

async function CaseTop({ view }: { view: CaseView }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('desk.case'),
    getTranslations('words'),
    readerLocale(),
  ]);
  const { status, closedAs, round, caseNumber } = view.file.appeal;
  const [running] = clocksOf(view).filter((it) => !it.stoppedAt);
  const again = view.story.findLast((it) => it.next?.round === round)?.verb;
  return (
    <div className="case-top">
      {running && <DueInLine times={running} at={view.at} owed={words(`clock.${running.kind}`)} />}
      <StatusWord ring={status}>
        {words(`status.${status}`)}
        {closedAs && `${dot(locale)}${words(`closedAs.${closedAs}`)}`}
      </StatusWord>
      <RoundWord again={round > 1}>
        {again === 'judge' ||
        again === 'lookBack' ||
        again === 'reopen' ||
        again === 'interview' ||
        again === 'recheck'
          ? t(`roundBy.${again}`, { number: round })
          : words('round', { number: round })}
      </RoundWord>
      <span className="num nb quiet">{spokenCaseNumber(caseNumber)}</span>
    </div>
  );
}
