import { takeFilingStep } from '@/app/actions/filing-steps';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { summaryLabel } from '@/components/resident/summary-label';
import { type FilingStep, stepAfter } from '@/lib/drafts/filing-steps';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages, getTranslations } from '@/lib/i18n/words';
import { Autosave } from './autosave';

type StepFormProps = {
  step: FilingStep;
  version: number;
  /** Come here from the last look, and back there. */
  fromCheck: boolean;
  children: React.ReactNode;
};

const named = [
  'what',
  'place',
  'since',
  'wish',
  'kind',
  'phone',
  'email',
  'name',
  'secret',
  'show',
  'nearby',
  'aboutUnitId',
  'aboutWho',
];

/** One page's questions, the way on, and leaving it for later. */
export async function StepForm({ step, version, fromCheck, children }: StepFormProps) {
  const [t, joining, places, messages] = await Promise.all([
    getTranslations('filing'),
    getTranslations('joining'),
    getTranslations('places'),
    getMessages() as Promise<Messages>,
  ]);
  return (
    <ActionForm
      // What the browser shows when one comes back is what is kept, not what was there first.
      key={step}
      action={takeFilingStep.bind(null, step)}
      labels={{
        ...Object.fromEntries(named.map((name) => [name, summaryLabel(t(name))])),
        categoryId: summaryLabel(t('category')),
        helper: t('helper.who'),
        helperName: t('helper.name'),
        helperAgreed: t('helper.agreed'),
        point: summaryLabel(places('point')),
      }}
      problemWords={{
        ...(messages.refusals as Record<string, string>),
        tooMany: joining.raw('tooMany'),
      }}
    >
      {fromCheck && <input type="hidden" name="back" value="check" />}
      {children}
      <Autosave step={step} version={version} saved={t('saved')} unsaved={t('unsaved')} />
      <div className="btns mt-24">
        <SubmitButton>{t(fromCheck ? 'toCheck' : `to.${stepAfter(step)}`)}</SubmitButton>
        <SubmitButton kind="plain" name="later" value="1">
          {t('toLater')}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
