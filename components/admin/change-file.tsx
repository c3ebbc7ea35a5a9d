'use client';

import { useFormField } from '@/components/forms/form-context';
import { Field } from '@/components/ui/field';

interface ChangeFileProps {
  name: string;
  label: string;
  hint: string;
}

/** A table to choose from one's own device; may be left empty where pasted text serves as well. */
export function ChangeFile({ name, label, hint }: ChangeFileProps) {
  const { id, key, error, words } = useFormField(name, undefined);
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    // Mounted anew after each answer: a file left chosen would count before the text it was read into.
    <Field key={key} id={id} label={label} hint={hint} error={error} optional={words.optional}>
      <input
        id={id}
        name={name}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
