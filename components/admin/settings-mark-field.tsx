'use client';

import { useFormField } from '@/components/forms/form-context';
import { Field } from '@/components/ui/field';

interface MarkFieldProps {
  label: string;
  hint: string;
}

/** A file is never sent back: after a refusal without JavaScript it is chosen again. */
export function MarkField({ label, hint }: MarkFieldProps) {
  const { id, key, error, words } = useFormField('mark', undefined);
  return (
    <Field key={key} id={id} label={label} hint={hint} error={error} optional={words.optional}>
      <input
        id={id}
        name="mark"
        type="file"
        accept="image/png"
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
