import { type SelectFieldProps, SelectOptions } from '@/components/ui/select-field';
import { sentOnce, still } from '@/components/ui/still';
import { getTranslations } from '@/lib/i18n/words';
import { FormSelect } from './form-fields';

type LongSelectProps = Pick<SelectFieldProps, 'name' | 'label' | 'hint' | 'value'> & {
  optional?: boolean;
  options: React.ComponentProps<typeof SelectOptions>['options'];
};

/** A `FormSelect` of hundreds: units, categories. Its options stand still, sent once. */
export async function LongSelect({ options, ...rest }: LongSelectProps) {
  const t = await getTranslations('forms');
  const choice = await still(
    <>
      <option value="">{t('choose')}</option>
      <SelectOptions options={options} />
    </>,
  );
  return <FormSelect {...rest} options={sentOnce(choice)} />;
}
