import { FormArea, FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import { callRows } from '@/lib/appeals/calls';
import { leadOf, openCalls } from '@/lib/appeals/case-file';
import { readCallLimits } from '@/lib/appeals/queries/call-limits';
import { getTranslations } from '@/lib/i18n/words';
import type { Allowance } from '@/lib/sla/limit';
import { unitList } from './asked-note';
import { SamePlaceNote } from './same-place-note';
import type { StepProps } from './step-props';
import { unitOptions } from './unit-field';

/** More units are called by whistling once more: a longer form would be filled in by nobody. */
const rowsShown = 3;

export const whistleNames: readonly string[] = [
  'reportInMinutes',
  ...callRows.flatMap((nth) =>
    ['unit', 'whatFor', 'onSite', 'arriveBy', 'reportBackBy'].map((name) => `${name}${nth}`),
  ),
];

/** Whom to call, what for and by when; where nothing is said the rule set's limits hold. */
export async function WhistleFields(props: StepProps) {
  const { view } = props;
  const { file } = view;
  const called = openCalls(file);
  const [t, words, limits, options, already] = await Promise.all([
    getTranslations('steps.whistle'),
    getTranslations('words'),
    readCallLimits(file),
    unitOptions({ except: [leadOf(file)?.unitId, ...called.map((it) => it.unitId)] }),
    unitList(view, called),
  ]);
  const within = ({ amount, unit }: Allowance) => ({
    limit: words(`limitUnit.${unit}`, { amount }),
  });
  return (
    <>
      <SamePlaceNote {...props} />
      {already && <p className="quiet mt-24">{t('already', { units: already })}</p>}
      {callRows.slice(0, rowsShown).map((nth) => (
        <div key={nth} className="mt-32 border-rule border-t pt-16">
          <fieldset>
            <legend>
              <h2>{t('rowHeading', { number: nth })}</h2>
            </legend>
            <FormSelect
              name={`unit${nth}`}
              label={t('unitLabel')}
              options={options}
              {...(nth > 1 ? { optional: true } : {})}
            />
            <FormArea
              name={`whatFor${nth}`}
              label={t('whatForLabel')}
              hint={t('whatForHint')}
              max={500}
              rows={2}
            />
            <FormCheckbox
              name={`onSite${nth}`}
              label={t('onSiteLabel')}
              hint={t('onSiteHint', within(limits.arrive))}
            />
            <FormText
              name={`arriveBy${nth}`}
              type="datetime-local"
              label={t('arriveByLabel')}
              width="short"
              optional
            />
            <FormText
              name={`reportBackBy${nth}`}
              type="datetime-local"
              label={t('reportBackByLabel')}
              hint={t('reportBackByHint', within(limits.reportBack))}
              width="short"
              optional
            />
          </fieldset>
        </div>
      ))}
      <FormText
        name="reportInMinutes"
        label={t('reportInMinutes')}
        hint={t('reportInMinutesHint', within(limits.reportIn))}
        inputMode="numeric"
        width="tiny"
        optional
      />
    </>
  );
}
