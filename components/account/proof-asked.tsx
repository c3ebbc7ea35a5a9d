'use client';

import { useFormNow } from '@/components/forms/form-context';
import { FormText } from '@/components/forms/form-fields';

interface ProofAskedProps {
  stale: boolean;
  label: string;
  hint: string;
}

export function ProofAsked({ stale, label, hint }: ProofAskedProps) {
  const { problems } = useFormNow();
  if (!stale && !problems.has('proof')) return null;
  return (
    <FormText
      name="proof"
      type="password"
      label={label}
      hint={hint}
      autoComplete="current-password"
    />
  );
}
