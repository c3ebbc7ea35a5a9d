import { describedBy, Field, type FieldNames, type FieldTexts } from './field';

export type TextAreaProps = FieldNames &
  FieldTexts & {
    value?: string | undefined;
    rows?: number;
    lang?: string;
    onInput?: React.ComponentProps<'textarea'>['onInput'];
  };

export function TextArea({
  name,
  id = name,
  value,
  rows = 5,
  lang,
  onInput,
  ...texts
}: TextAreaProps) {
  return (
    <Field id={id} {...texts}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        lang={lang}
        defaultValue={value}
        onInput={onInput}
        className={rows < 5 ? 'low' : undefined}
        aria-describedby={describedBy(id, texts)}
        aria-invalid={texts.error ? true : undefined}
      />
    </Field>
  );
}
