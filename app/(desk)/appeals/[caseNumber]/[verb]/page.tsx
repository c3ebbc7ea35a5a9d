import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { dot, readerLocale } from '@/components/appeals/telling';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { StepPage } from '@/components/desk/step-page';
import { StepShut } from '@/components/desk/step-shut';
import { deskVerbs } from '@/components/steps/fields';
import { readCaseNumber, spokenCaseNumber } from '@/lib/appeals/case-number';
import { isVerb, type Verb } from '@/lib/appeals/lifecycle';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { refuse } from '@/lib/appeals/refusals';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { templateStart } from '@/lib/templates/for-step';

interface StepProps {
  params: Promise<{ caseNumber: string; verb: string }>;
  searchParams: PageParams;
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
export default async function TakeStepPage({ params, searchParams }: StepProps) {
  const [actor, { caseNumber, verb: name }, asked] = await Promise.all([
    requireActor(),
    params,
    searchParams,
  ]);
  const verb = deskVerb(name);
  const view = verb && (await viewCase(actor, caseNumber));
  if (!verb || !view) notHere();
  const into = verb === 'merge' ? readCaseNumber(firstParam(asked.into) ?? '') : null;
  const starts = {
    ...(await templateStart(actor, view, verb, firstParam(asked.template))),
    ...(into ? { number: into } : {}),
  };
  const step = view.steps.find((it) => it.verb === verb);
  const refusal = step ? step.refusal : refuse('notYours');
  return (
    <DeskFrame actor={actor}>
      {refusal && !(await isAnswered()) ? (
        <StepShut view={view} verb={verb} refusal={refusal} />
      ) : (
        <StepPage
          actor={actor}
          view={view}
          verb={verb}
          starts={starts}
          photo={firstParam(asked.photo)}
        />
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
