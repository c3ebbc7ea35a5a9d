import type { Metadata } from 'next';
import { Timeline } from '@/components/appeals/timeline';
import { titleOf } from '@/components/appeals/title-of';
import { AnswerQuestion } from '@/components/resident/answer-question';
import { CaseFacts } from '@/components/resident/case-facts';
import { CaseHead } from '@/components/resident/case-head';
import { isMyTurn } from '@/components/resident/case-state';
import { CaseSteps } from '@/components/resident/case-steps';
import { DoneNote } from '@/components/resident/done-note';
import { GoneCase } from '@/components/resident/gone-case';
import { LaterQuestions } from '@/components/resident/later-questions';
import { LookBack } from '@/components/resident/look-back';
import { NeighbourQuestion } from '@/components/resident/neighbour-question';
import { OtherCasePart } from '@/components/resident/other-case';
import { ownCase } from '@/components/resident/own-case';
import { Question } from '@/components/resident/question';
import { ReadAloud } from '@/components/resident/read-aloud';
import { RecusalNote } from '@/components/resident/recusal-note';
import { ResidentShell } from '@/components/resident/resident-shell';
import { SharePart } from '@/components/resident/share-part';
import { ShowEverything } from '@/components/resident/show-everything';
import { TellMe } from '@/components/resident/tell-me';
import { WhoLooked } from '@/components/resident/who-looked';
import { WithoutLink } from '@/components/resident/without-link';
import { Columns } from '@/components/ui/columns';
import { Part } from '@/components/ui/headings';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { otherCases } from '@/lib/appeals/queries/other-case';
import { followedOnce } from '@/lib/auth/voices';
import { maskedContact } from '@/lib/contacts/masked';
import { revealsOf } from '@/lib/contacts/reveal';
import { getTextSize } from '@/lib/i18n/text-size';
import { getTranslations } from '@/lib/i18n/words';
import { copiesOf } from '@/lib/own-data/copies';

type FollowPageProps = {
  params: Promise<{ caseNumber: string }>;
  searchParams: Promise<{
    done?: string | string[];
    told?: string | string[];
    all?: string | string[];
  }>;
};

export async function generateMetadata({ params }: FollowPageProps): Promise<Metadata> {
  const own = await ownCase((await params).caseNumber);
  const t = await getTranslations('follow');
  if (!own) return { title: t('key.title'), robots: { index: false } };
  const { file } = own.view;
  const number = t('kicker', { number: spokenCaseNumber(file.appeal.caseNumber) });
  return { title: `${await titleOf(own.view)}·${number}`, robots: { index: false } };
}

export default async function FollowPage({ params, searchParams }: FollowPageProps) {
  const { caseNumber } = await params;
  const own = await ownCase(caseNumber);
  if (!own) return (await followedOnce(caseNumber)) ? <GoneCase /> : <WithoutLink />;
  const t = await getTranslations('follow');
  const { actor, view, toJudge } = own;
  const { appeal } = view.file;
  const { done, told, all } = await searchParams;
  // Large pages hold less: how things stand, what is asked, the latest steps. `?all` shows the rest.
  const brief = all === undefined && (await getTextSize()) !== null;
  const current = isMyTurn(own) ? toJudge.find((it) => it.number === appeal.round) : undefined;
  const [reveals, copies, contact, others] = await Promise.all([
    revealsOf(actor, appeal.id),
    copiesOf(actor),
    maskedContact(actor, view.file, actor.voiceId),
    otherCases(actor, view.file),
  ]);
  return (
    <ResidentShell>
      <DoneNote own={own} done={typeof done === 'string' ? done : undefined} />
      <CaseHead own={own} />
      <RecusalNote view={view} />
      <ReadAloud />
      <div className="mt-32">
        <Columns>
          <div className="[&>.part:first-child]:mt-0">
            <AnswerQuestion view={view} />
            {others.map((it) => (
              <OtherCasePart key={it.file.appeal.id} own={own} other={it} />
            ))}
            {current && <Question own={own} round={current} />}
            <LookBack view={view} />
            <NeighbourQuestion own={own} />
            <LaterQuestions
              caseNumber={appeal.caseNumber}
              rounds={toJudge.filter((it) => it !== current)}
              closed={appeal.status === 'closed'}
            />
            <Part id="story" heading={t('story')} aside={t('storyNote')}>
              <Timeline view={view} most={brief ? 4 : undefined} />
              {brief && <ShowEverything caseNumber={appeal.caseNumber} />}
            </Part>
          </div>
          {!brief && (
            <aside aria-label={t('aside')}>
              <CaseFacts own={own} />
              <WhoLooked reveals={reveals} copies={copies} contact={contact} at={view.at} />
              <TellMe own={own} changed={told === 'changed'} />
              <SharePart own={own} />
              <CaseSteps view={view} />
            </aside>
          )}
        </Columns>
      </div>
    </ResidentShell>
  );
}
