import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AnsweredBefore } from '@/components/filing/answered-before';
import { FilingPage, stepWords } from '@/components/filing/filing-page';
import { MoreFields, MorePhotos } from '@/components/filing/more-fields';
import { StepForm } from '@/components/filing/step-form';
import { WhereFields } from '@/components/filing/where-fields';
import { WhoFields } from '@/components/filing/who-fields';
import { notHere } from '@/lib/auth/not-here';
import { currentDraft } from '@/lib/auth/own-draft';
import { type FilingStep, filingStep, pathOf } from '@/lib/drafts/filing-steps';
import type { Entries } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

type StepPageProps = {
  params: Promise<{ step: string }>;
  searchParams: Promise<{ from?: string; photo?: string }>;
};

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const step = filingStep.safeParse((await params).step);
  if (!step.success) return {};
  const t = await getTranslations('filing');
  return { title: `${t(`questions.${step.data}`)}·${await stepWords(step.data)}` };
}

const fields: Record<
  Exclude<FilingStep, 'what'>,
  (props: { told: Entries }) => Promise<React.ReactNode>
> = { where: WhereFields, more: MoreFields, who: WhoFields };

/** The second to the fourth question; without a draft there is nothing to go on with. */
export default async function StepPage({ params, searchParams }: StepPageProps) {
  const [step, draft, { from, photo }] = await Promise.all([
    params.then((it) => filingStep.safeParse(it.step)),
    currentDraft(),
    searchParams,
  ]);
  if (!step.success) notHere();
  if (step.data === 'what' || !draft || draft.filed) redirect(pathOf('what'));
  const Fields = fields[step.data];
  return (
    <FilingPage step={step.data}>
      {step.data === 'where' && <AnsweredBefore told={draft.told} />}
      {step.data === 'more' && <MorePhotos draftId={draft.id} problem={photo} />}
      <StepForm step={step.data} version={draft.version} fromCheck={from === 'check'}>
        <Fields told={draft.told} />
      </StepForm>
    </FilingPage>
  );
}
