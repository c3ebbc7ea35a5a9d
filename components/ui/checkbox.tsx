import { Pick } from './choices';
import { FieldError, type FieldNames } from './field';

export type CheckboxProps = FieldNames & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string;
  checked?: boolean;
};

/** One box to tick. */
export function Checkbox({
  name,
  id = name,
  label,
  hint,
  error,
  value = 'yes',
  checked = false,
}: CheckboxProps) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <Pick
        type="checkbox"
        {...{ id, name, value, label, hint, checked }}
        invalid={Boolean(error)}
        describedBy={error ? `${id}-error` : undefined}
      />
    </div>
  );
}
