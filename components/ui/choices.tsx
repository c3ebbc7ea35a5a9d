import { describedBy, FieldError, type FieldNames, type FieldTexts } from './field';

export type Choice = { value: string; label: string; hint?: string | undefined };

export type ChoicesProps = FieldNames &
  Omit<FieldTexts, 'count'> & {
    choices: readonly Choice[];
    /** What is chosen; nothing is, unless it was chosen before. */
    value?: string | readonly string[] | undefined;
    /** Beside each other where there is room: for short words. */
    row?: boolean;
    /** Checkboxes instead of radios. */
    many?: boolean;
  };

/** Full-width boxes with real radios (or checkboxes) under one question. */
export function Choices({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  asHeading,
  choices,
  value,
  row,
  many,
}: ChoicesProps) {
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  const question = (
    <>
      {label}
      {optional && <span className="opt"> {optional}</span>}
    </>
  );
  return (
    <fieldset
      className={error ? 'field wrong' : 'field'}
      aria-describedby={describedBy(id, { label, hint, error })}
    >
      <legend>{asHeading ? <h1>{question}</h1> : question}</legend>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className={row ? 'picks row' : 'picks'}>
        {choices.map((choice, index) => (
          <Pick
            key={choice.value}
            {...choice}
            // The first carries the field's own id: links of the error summary lead there.
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            type={many ? 'checkbox' : 'radio'}
            checked={chosen.includes(choice.value)}
            invalid={Boolean(error)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type PickProps = Choice & {
  id: string;
  name: string;
  type: 'radio' | 'checkbox';
  checked: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
};

/** One box: the whole of it is the target. */
export function Pick({
  id,
  name,
  type,
  value,
  label,
  hint,
  checked,
  invalid,
  describedBy: described,
}: PickProps) {
  return (
    <div className="pick">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-invalid={invalid && type === 'checkbox' ? true : undefined}
        aria-describedby={described}
      />
      <label htmlFor={id}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
    </div>
  );
}
