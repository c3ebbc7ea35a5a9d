import { describedBy, Field, type FieldNames, type FieldTexts } from './field';

export type TextFieldProps = FieldNames &
  FieldTexts & {
    type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local' | 'password' | 'search' | 'url';
    value?: string | undefined;
    /** How much the answer is likely to need: 12 or 7 characters, else the full width. */
    width?: 'short' | 'tiny';
  } & Pick<
    React.ComponentProps<'input'>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck' | 'min' | 'max' | 'lang'
  >;

export function TextField({
  name,
  id = name,
  type = 'text',
  value,
  width,
  autoComplete,
  inputMode,
  maxLength,
  spellCheck,
  min,
  max,
  lang,
  ...texts
}: TextFieldProps) {
  return (
    <Field id={id} {...texts}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        className={width}
        aria-describedby={describedBy(id, texts)}
        aria-invalid={texts.error ? true : undefined}
        {...{ autoComplete, inputMode, maxLength, spellCheck, min, max, lang }}
      />
    </Field>
  );
}
