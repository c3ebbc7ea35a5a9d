import { describedBy, Field, type FieldNames, type FieldTexts } from './field';

export type SelectOption = { value: string; label: string };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

export type SelectFieldProps = FieldNames &
  FieldTexts & {
    value?: string | undefined;
    options: readonly (SelectOption | SelectGroup)[];
    /** The first, empty option: nothing is chosen for anybody. */
    choose?: string | undefined;
    width?: 'short' | 'tiny';
  };

export function SelectOptions({ options }: Pick<SelectFieldProps, 'options'>) {
  return options.map((option) =>
    'options' in option ? (
      <optgroup key={option.label} label={option.label}>
        <SelectOptions options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ),
  );
}

export function SelectField({
  name,
  id = name,
  value,
  options,
  choose,
  width,
  ...texts
}: SelectFieldProps) {
  return (
    <Field id={id} {...texts}>
      <select
        id={id}
        name={name}
        defaultValue={value ?? ''}
        className={width}
        aria-describedby={describedBy(id, texts)}
        aria-invalid={texts.error ? true : undefined}
      >
        {choose && <option value="">{choose}</option>}
        <SelectOptions options={options} />
      </select>
    </Field>
  );
}
