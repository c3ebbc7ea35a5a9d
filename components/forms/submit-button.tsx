'use client';

import { Button, type ButtonKind } from '@/components/ui/button';
import { useFormNow } from './form-context';

type SubmitButtonProps = {
  kind?: ButtonKind;
  name?: string;
  value?: string;
  children: React.ReactNode;
};

/** Sends the form, and says so while it is under way. Not disabled meanwhile: that would lose the focus. */
export function SubmitButton({ kind = 'main', children, ...rest }: SubmitButtonProps) {
  const { pending, words } = useFormNow();
  return (
    <Button kind={kind} aria-disabled={pending || undefined} {...rest}>
      {pending ? words.sending : children}
    </Button>
  );
}
