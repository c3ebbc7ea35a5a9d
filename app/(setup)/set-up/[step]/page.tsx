import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FallbacksStep } from '@/components/admin/set-up-fallbacks';
import { FinishStep } from '@/components/admin/set-up-finish';
import { SetUpFrame } from '@/components/admin/set-up-frame';
import { OrganisationStep } from '@/components/admin/set-up-organisation';
import { PeopleStep } from '@/components/admin/set-up-people';
import { RulesStep } from '@/components/admin/set-up-rules';
import { TrialStep } from '@/components/admin/set-up-trial';
import { UnitsStep } from '@/components/admin/set-up-units';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Notice } from '@/components/ui/note';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readSetUp, type SetUpState, type SetUpStep, setUpSteps } from '@/lib/installation/set-up';

type StepPageProps = { params: Promise<{ step: string }>; searchParams: PageParams };

const parts: Record<SetUpStep, (props: { state: SetUpState }) => Promise<React.ReactNode>> = {
  organisation: OrganisationStep,
  rules: RulesStep,
  units: UnitsStep,
  people: PeopleStep,
  fallbacks: FallbacksStep,
  trial: TrialStep,
  finish: FinishStep,
};

const stepOf = (name: string): SetUpStep | undefined => setUpSteps.find((it) => it === name);

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const [t, step] = [await getTranslations('setUp'), stepOf((await params).step)];
  return { title: step ? t(`step.${step}`) : t('title') };
}

export default async function SetUpStepPage({ params, searchParams }: StepPageProps) {
  const actor = await requirePower('setUp');
  const step = stepOf((await params).step) ?? notHere();
  const [t, state, { done }] = await Promise.all([
    getTranslations('setUp'),
    readSetUp(),
    searchParams,
  ]);
  if (state.over) redirect('/set-up');
  const told = (['added', 'trial'] as const).find((it) => it === firstParam(done));
  const Step = parts[step];
  return (
    <SetUpFrame actor={actor} step={step} state={state}>
      {told && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`told.${told}`)}>
            <p>{t(`told.${told}Next`)}</p>
          </Notice>
        </div>
      )}
      <Step state={state} />
    </SetUpFrame>
  );
}
