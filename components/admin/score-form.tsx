import { setScoreWeights } from '@/app/actions/admin/score';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheckbox, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import { headlineKeys } from '@/lib/measures/define';
import type { WeightSet } from '@/lib/measures/score/weights';

/** What each headline rate weighs, whether a score is shown, and why. `last`: the set in force; null: none yet. */
export async function ScoreForm({ last }: { last: WeightSet | null }) {
  const [s, measure] = await Promise.all([
    getTranslations('score'),
    getTranslations('supervision.measure'),
  ]);
  const weights = headlineKeys.map((key) => ({ key, label: measure(`${key}.name`) }));
  return (
    <ActionForm
      action={setScoreWeights}
      className="max-w-measure"
      labels={{
        ...Object.fromEntries(weights.map(({ key, label }) => [key, label])),
        grounds: s('grounds'),
      }}
      problemWords={s.raw('problems')}
    >
      <input type="hidden" name="nth" value={last?.nth ?? 0} />
      {weights.map(({ key, label }, index) => (
        <FormText
          key={key}
          name={key}
          label={label}
          {...(index === 0 ? { hint: s('weightHint') } : {})}
          value={last ? `${last[key]}` : undefined}
          inputMode="numeric"
          width="tiny"
        />
      ))}
      <FormCheckbox name="on" label={s('on')} hint={s('onHint')} checked={last?.on ?? false} />
      <FormArea name="grounds" label={s('grounds')} hint={s('groundsHint')} max={1000} />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{s('save')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
