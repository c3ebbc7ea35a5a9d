import type { Metadata } from 'next';
import { AnswerQuestion } from '@/components/resident/answer-question';
import { AskErasureStep } from '@/components/resident/ask-erasure-step';
import { CaseHead } from '@/components/resident/case-head';
import { isOwnVerb, type OwnVerb } from '@/components/resident/case-steps';
import { ConsentStep } from '@/components/resident/consent-step';
import { LeaveStep } from '@/components/resident/leave-step';
import { LookBack } from '@/components/resident/look-back';
import { ObjectExclusionStep } from '@/components/resident/object-exclusion-step';
import { type OwnCase, ownCase } from '@/components/resident/own-case';
import {
  MessageStep,
  ObjectStep,
  ReopenStep,
  type StepPhotos,
  SupplementStep,
  WithdrawStep,
} from '@/components/resident/own-step';
import { Question } from '@/components/resident/question';
import { ReadAloud } from '@/components/resident/read-aloud';
import { RecuseStep } from '@/components/resident/recuse-step';
import { ResidentShell } from '@/components/resident/resident-shell';
import { ShutStep } from '@/components/resident/shut-step';
import { WithoutLink } from '@/components/resident/without-link';
import { BackLink } from '@/components/ui/headings';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { notHere } from '@/lib/auth/not-here';
import { getTranslations } from '@/lib/i18n/words';
import { heldPhotos } from '@/lib/photos/held';

type StepPageProps = {
  params: Promise<{ caseNumber: string; verb: string }>;
  searchParams: Promise<{ round?: string | string[]; photo?: string }>;
};

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const { verb } = await params;
  if (!isOwnVerb(verb)) return {};
  const t = await getTranslations('follow.pages');
  return { title: t(`${verb}.title`), robots: { index: false } };
}

export default async function StepPage({ params, searchParams }: StepPageProps) {
  const { caseNumber, verb } = await params;
  if (!isOwnVerb(verb)) notHere();
  const own = await ownCase(caseNumber);
  if (!own) return <WithoutLink />;
  const t = await getTranslations('follow');
  const { round, photo } = await searchParams;
  const held = await heldPhotos(`voice:${own.actor.voiceId}`);
  return (
    <ResidentShell>
      <BackLink href={`/follow/${own.view.file.appeal.caseNumber}`}>{t('back')}</BackLink>
      <Step own={own} verb={verb} round={Number(round)} photos={{ held, problem: photo }} />
    </ResidentShell>
  );
}

type StepProps = {
  own: OwnCase;
  verb: OwnVerb;
  /** The round to judge; the latest where there is none of that number. */
  round: number;
  photos: StepPhotos;
};

function Step({ own, verb, round, photos }: StepProps) {
  const { view, toJudge } = own;
  const step = view.steps.find((it) => it.verb === verb);
  const shut = (refusal: Refusal) => (
    <ShutStep refusal={refusal} home={`/follow/${view.file.appeal.caseNumber}`} />
  );
  if (!step || step.refusal) return shut(step?.refusal ?? refuse('notYours'));
  switch (verb) {
    case 'answerQuestion':
      return (
        <>
          <CaseHead own={own} />
          <ReadAloud />
          <div className="mt-32">
            <AnswerQuestion view={view} />
          </div>
        </>
      );
    case 'supplement':
      return <SupplementStep view={view} photos={photos} />;
    case 'message':
      return <MessageStep view={view} photos={photos} />;
    case 'withdraw':
      return <WithdrawStep view={view} />;
    case 'consent':
      return <ConsentStep view={view} />;
    case 'askErasure':
      return <AskErasureStep view={view} />;
    case 'leave':
      return <LeaveStep view={view} />;
    case 'object':
      return <ObjectStep view={view} />;
    case 'objectExclusion':
      return <ObjectExclusionStep own={own} />;
    case 'recuse':
      return <RecuseStep view={view} />;
    case 'reopen':
      return <ReopenStep view={view} />;
    case 'lookBack':
      return (
        <>
          <CaseHead own={own} />
          <div className="mt-32">
            <LookBack view={view} />
          </div>
        </>
      );
    case 'judge': {
      const asked = toJudge.find((it) => it.number === round) ?? toJudge.at(-1);
      if (!asked) return shut(refuse('nothingToJudge'));
      return (
        <>
          <CaseHead own={own} />
          <ReadAloud />
          <div className="mt-32">
            <Question own={own} round={asked} />
          </div>
        </>
      );
    }
  }
}
