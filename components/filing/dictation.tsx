'use client';

import { useEffect, useRef, useState } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { Button, Buttons } from '@/components/ui/button';
import { canHear, type Hearing, hear, mayHear } from './recogniser';
import { writeAtCursor } from './write-at-cursor';

interface DictationProps {
  /** The field what is heard goes to. */
  field: string;
  words: Record<string, string>;
}

/** For one sitting: whoever uses the machine next is asked anew. */
const agreedName = 'dictation-agreed';

/** A button that writes down what is said; whoever presses it first is told who hears it. */
export default function Dictation({ field, words }: DictationProps) {
  const place = useRef<HTMLDivElement>(null);
  const hearing = useRef<Hearing | null>(null);
  const touched = useRef(false);
  const [state, setState] = useState<'idle' | 'asking' | 'listening'>('idle');
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    const form = place.current?.closest('form');
    const note = () => {
      if (document.activeElement === areaIn(place.current, field)) touched.current = true;
    };
    note();
    form?.addEventListener('focusin', note);
    return () => {
      form?.removeEventListener('focusin', note);
      hearing.current?.drop();
    };
  }, [field]);

  function begin() {
    setState('listening');
    setSaid('listening');
    const ended = (how: string) => {
      hearing.current = null;
      setState('idle');
      setSaid(how);
    };
    const write = (text: string) => {
      const found = areaIn(place.current, field);
      if (found) writeAtCursor(found, text, touched.current);
    };
    try {
      hearing.current = hear(write, ended);
    } catch {
      ended('failed');
    }
  }
  function press() {
    if (state === 'listening') hearing.current?.stop();
    else if (hasAgreed()) begin();
    else setState('asking');
  }
  function answer(agreed: boolean) {
    place.current?.querySelector('button')?.focus();
    if (!agreed) return setState('idle');
    agree();
    begin();
  }

  if (!canHear()) return null;
  if (!mayHear()) {
    return (
      <p className="mt-12">
        <Anchor href="/file" reload>
          {words.reopen}
        </Anchor>
      </p>
    );
  }
  return (
    <div ref={place} className="mt-12 grid gap-12">
      <Buttons>
        <Button type="button" kind="second" onClick={press}>
          {words[state === 'listening' ? 'stop' : 'speak']}
        </Button>
      </Buttons>
      <p role="status">{said && words[said]}</p>
      {state === 'asking' && <Asking words={words} answer={answer} />}
    </div>
  );
}

interface AskingProps {
  words: Record<string, string>;
  answer(agreed: boolean): void;
}

/** Who will hear it, in full, before anything is heard. */
function Asking({ words, answer }: AskingProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-labelledby="dictation-asks"
      aria-describedby="dictation-warning"
      className="measure grid gap-12"
    >
      <h2 id="dictation-asks">{words.heading}</h2>
      <p id="dictation-warning">{words.warning}</p>
      <Buttons>
        <Button type="button" onClick={() => answer(true)}>
          {words.agree}
        </Button>
        <Button type="button" kind="plain" onClick={() => answer(false)}>
          {words.decline}
        </Button>
      </Buttons>
    </section>
  );
}

/** Looked for each time: after a refusal the field is a new one. */
const areaIn = (place: Element | null, field: string) =>
  place?.closest('form')?.querySelector<HTMLTextAreaElement>(`textarea[name=${field}]`);

/** Where nothing may be kept, one is asked each time. */
function hasAgreed(): boolean {
  try {
    return sessionStorage.getItem(agreedName) !== null;
  } catch {
    return false;
  }
}

function agree(): void {
  try {
    sessionStorage.setItem(agreedName, 'yes');
  } catch {
    // Asked again next time.
  }
}
