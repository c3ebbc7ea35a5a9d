import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { dot, readerLocale } from '@/components/appeals/telling';
import { DeskFrame } from '@/components/desk/desk-frame';
import { StepPage } from '@/components/desk/step-page';
import { StepShut } from '@/components/desk/step-shut';
import { deskVerbs } from '@/components/steps/fields';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { isVerb, type Verb } from '@/lib/appeals/lifecycle';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { refuse } from '@/lib/appeals/refusals';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';

interface StepProps {
  params: Promise<{ caseNumber: string; verb: string }>;
}

const deskVerb = (name: string): Verb | null =>
  isVerb(name) && deskVerbs.includes(name) ? name : null;

export async function generateMetadata({ params }: StepProps): Promise<Metadata> {
  const [t, locale, { caseNumber, verb: name }] = await Promise.all([
    getTranslations('verbs'),
    readerLocale(),
    params,
  ]);
  const verb = deskVerb(name);
  if (!verb) return {};
  return {
    title: [t(`${verb}.name`), spokenCaseNumber(caseNumber.slice(0, 20))].join(dot(locale)),
  };
}

/** The form of one step, or why it is not open now. */
export default async function TakeStepPage({ params }: StepProps) {
  const [actor, { caseNumber, verb: name }] = await Promise.all([requireActor(), params]);
  const verb = deskVerb(name);
  const view = verb && (await viewCase(actor, caseNumber));
  if (!verb || !view) notHere();
  const step = view.steps.find((it) => it.verb === verb);
  const refusal = step ? step.refusal : refuse('notYours');
  return (
    <DeskFrame actor={actor}>
      {refusal && !(await isAnswered()) ? (
        <StepShut view={view} verb={verb} refusal={refusal} />
      ) : (
        <StepPage actor={actor} view={view} verb={verb} />
      )}
    </DeskFrame>
  );
}

/**
 * Whether this is the answer to a form sent without scripts. Then the form is shown again even where the
 * step has shut meanwhile: what was written must not be lost, and the form says who was faster.
 */
async function isAnswered(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
}
