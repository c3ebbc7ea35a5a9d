import { Mark } from './marks';

/** What every field has. All texts are already in the reader's language. */
export type FieldTexts = {
  label: string;
  hint?: React.ReactNode;
  error?: string | undefined;
  /** Beneath the input: how much fits. */
  count?: string | undefined;
  /** The word for *optional*; required fields say nothing. */
  optional?: string | undefined;
  /** The label is the page's heading: a page with one question. */
  asHeading?: boolean;
};

export type FieldNames = { name: string; id?: string };

export function describedBy(id: string, { hint, error, count }: FieldTexts): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, count && `${id}-count`];
  return ids.filter(Boolean).join(' ') || undefined;
}

export function FieldError({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <p className="error" id={id}>
      <Mark name="stop" />
      <span>{children}</span>
    </p>
  );
}

type FieldProps = FieldTexts & { id: string; children: React.ReactNode };

/** The frame of a field: label, hint, error, input, count, in this order. */
export function Field({
  id,
  label,
  hint,
  error,
  count,
  optional,
  asHeading,
  children,
}: FieldProps) {
  const named = (
    <label htmlFor={id}>
      {label}
      {optional && <span className="opt"> {optional}</span>}
    </label>
  );
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {asHeading ? <h1>{named}</h1> : named}
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
      {count && (
        <p className="hint" id={`${id}-count`}>
          {count}
        </p>
      )}
    </div>
  );
}
