'use client';

import { useState } from 'react';
import { Checkbox, type CheckboxProps } from '@/components/ui/checkbox';
import { Choices, type ChoicesProps } from '@/components/ui/choices';
import { SelectField, type SelectFieldProps } from '@/components/ui/select-field';
import { TextArea, type TextAreaProps } from '@/components/ui/text-area';
import { TextField, type TextFieldProps } from '@/components/ui/text-field';
import { fill } from '@/lib/i18n/fill';
import { lengthOf } from '@/lib/text';
import { useFormField } from './form-context';

/** `optional` needs no word here: the form knows it. */
type InForm<T> = Omit<T, 'id' | 'error' | 'optional' | 'count' | 'onInput' | 'choose'> & {
  optional?: boolean;
};

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

export function FormText({ optional, value, ...rest }: InForm<TextFieldProps>) {
  const field = useFormField(rest.name, value);
  return (
    <TextField
      {...rest}
      key={field.key}
      id={field.id}
      value={single(field.value)}
      error={field.error}
      optional={optional ? field.words.optional : undefined}
    />
  );
}

type FormAreaProps = InForm<TextAreaProps> & {
  /** Said beneath, and counted while one writes. The server decides. */
  max?: number;
};

export function FormArea({ optional, value, max, ...rest }: FormAreaProps) {
  const field = useFormField(rest.name, value);
  return (
    <CountedArea
      {...rest}
      key={field.key}
      id={field.id}
      value={single(field.value)}
      error={field.error}
      optional={optional ? field.words.optional : undefined}
      max={max}
      words={field.words}
    />
  );
}

type CountedAreaProps = TextAreaProps & {
  max: number | undefined;
  words: { countMax: string; countUsed: string };
};

function CountedArea({ max, words, ...rest }: CountedAreaProps) {
  const [used, setUsed] = useState(() => lengthOf(rest.value ?? ''));
  if (max === undefined) return <TextArea {...rest} />;
  const count = fill(used > 0 ? words.countUsed : words.countMax, {
    used: used.toLocaleString('en-US'),
    max: max.toLocaleString('en-US'),
  });
  return (
    <TextArea
      {...rest}
      count={count}
      onInput={(event) => setUsed(lengthOf(event.currentTarget.value))}
    />
  );
}

type FormSelectProps = InForm<SelectFieldProps> & {
  /** False when one of the options is the natural start. */
  choose?: boolean;
};

export function FormSelect({ optional, value, choose = true, ...rest }: FormSelectProps) {
  const field = useFormField(rest.name, value);
  return (
    <SelectField
      {...rest}
      key={field.key}
      id={field.id}
      value={single(field.value)}
      error={field.error}
      choose={choose ? field.words.choose : undefined}
      optional={optional ? field.words.optional : undefined}
    />
  );
}

export function FormChoices({ optional, value, ...rest }: InForm<ChoicesProps>) {
  const field = useFormField(rest.name, value);
  return (
    <Choices
      {...rest}
      key={field.key}
      id={field.id}
      value={field.value}
      error={field.error}
      optional={optional ? field.words.optional : undefined}
    />
  );
}

export function FormCheckbox({ checked, ...rest }: Omit<CheckboxProps, 'id' | 'error'>) {
  const { name, value = 'yes' } = rest;
  const field = useFormField(name, checked ? value : undefined);
  return (
    <Checkbox
      {...rest}
      key={field.key}
      id={field.id}
      checked={field.value !== undefined}
      error={field.error}
    />
  );
}
