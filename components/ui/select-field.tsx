import { describedBy, Field, type FieldNames, type FieldTexts } from './field';
import type { StillMarkup } from './still';
import { StillSelect } from './still-body';

export type SelectOption = { value: string; label: string };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

/** What there is to choose from; `still` options, the empty first one among them, where there are hundreds. */
type SelectChoice = readonly (SelectOption | SelectGroup)[] | StillMarkup;

export type SelectFieldProps = FieldNames &
  FieldTexts & {
    value?: string | undefined;
    options: SelectChoice;
    /** The first, empty option: nothing is chosen for anybody. */
    choose?: string | undefined;
    width?: 'short' | 'tiny';
  };

type SelectOptionsProps = { options: readonly (SelectOption | SelectGroup)[] };

export function SelectOptions({ options }: SelectOptionsProps) {
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
  const props = {
    id,
    name,
    defaultValue: value ?? '',
    className: width,
    'aria-describedby': describedBy(id, texts),
    'aria-invalid': texts.error ? true : undefined,
  };
  return (
    <Field id={id} {...texts}>
      {'length' in options ? (
        <select {...props}>
          {choose && <option value="">{choose}</option>}
          <SelectOptions options={options} />
        </select>
      ) : (
        <StillSelect {...props} markup={options} />
      )}
    </Field>
  );
}
