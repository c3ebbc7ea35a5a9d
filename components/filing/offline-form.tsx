'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useLater } from './later';
import { LaterList } from './later-list';
import type { LaterWords } from './later-words';

const asked = ['what', 'place'] as const;

/** The shortest form there is: what, where, and how to reach you if you like. */
export function OfflineForm({ words }: { words: LaterWords }) {
  const { list, tell } = useLater();
  const [kept, setKept] = useState<boolean | null>(null);
  const [round, setRound] = useState(0);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { fields } = words;

  async function keep(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const entries = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    );
    const empty = asked.filter((name) => !entries[name]?.trim());
    setMissing(empty);
    setKept(null);
    const [first] = empty;
    if (first) return form.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    const ok = await tell({ kind: 'save', entries: { ...entries, formKey: crypto.randomUUID() } });
    setKept(ok);
    if (ok) setRound(round + 1);
  }

  const errorOf = (name: string) => (missing.includes(name) ? words.required : undefined);
  return (
    <>
      <LaterList list={list} tell={tell} words={words} />
      <p role="status" className="mt-24">
        {kept === true && words.kept}
        {kept === false && words.notKept}
      </p>
      <form key={round} onSubmit={keep} noValidate>
        <TextArea
          name="what"
          label={fields.what}
          hint={fields.whatHint}
          error={errorOf('what')}
          rows={6}
        />
        <TextField
          name="place"
          label={fields.place}
          hint={fields.placeHint}
          error={errorOf('place')}
        />
        <TextField name="phone" type="tel" label={fields.phone} width="short" autoComplete="tel" />
        <TextField name="name" label={fields.name} width="short" autoComplete="name" />
        <Checkbox name="secret" label={fields.secret} hint={fields.secretHint} />
        <div className="btns mt-32">
          <Button>{words.keep}</Button>
          <Online words={words} />
        </div>
      </form>
    </>
  );
}

/** There is a network after all: the whole way is better. */
function Online({ words }: { words: LaterWords }) {
  const [online, setOnline] = useState(false);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online ? (
    <span className="meta">
      {words.online} <a href="/file">{words.toSteps}</a>
    </span>
  ) : null;
}
