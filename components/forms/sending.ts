'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { type FormState, freshForm } from '@/lib/forms';

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * Sends a form in two ways that answer alike.
 *
 * `post` is what the browser uses without JavaScript. With JavaScript `send` calls the action itself:
 * what was written stays in the page even when the network or the server fails, a second click while
 * the first is under way does nothing, and files stay chosen.
 */
export function useSending(action: FormAction) {
  const [posted, post] = useActionState(action, freshForm);
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [pending, startTransition] = useTransition();
  const busy = useRef(false);
  const state = answered ?? posted;

  useEffect(() => {
    if (!pending) busy.current = false;
  }, [pending]);

  function send(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const data = formDataOf(event);
    startTransition(async () => {
      setAnswered(await action(state, data).catch((error: unknown) => unsent(state, error)));
    });
  }

  return { state, pending, post, send };
}

/** The fields with the pressed button's own name and value; older browsers do not add them. */
function formDataOf(event: React.FormEvent<HTMLFormElement>): FormData {
  const data = new FormData(event.currentTarget);
  const { submitter } = event.nativeEvent as SubmitEvent;
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    data.append(submitter.name, submitter.value);
  }
  return data;
}

/** The same state with a word on why nothing was sent. Redirects and not-founds are passed on. */
function unsent(state: FormState, error: unknown): FormState {
  unstable_rethrow(error);
  const code = unstable_isUnrecognizedActionError(error) ? 'pageOutdated' : 'notSent';
  return { ...state, problems: [{ field: null, code }] };
}
