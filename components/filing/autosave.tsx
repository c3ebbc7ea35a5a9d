'use client';

import { useEffect, useRef, useState } from 'react';

type AutosaveProps = {
  step: string;
  /** Which state of the draft the page shows: what comes later than the page's own sending is not kept. */
  version: number;
  saved: string;
  unsaved: string;
};

const pauseMs = 1_500;

/**
 * Keeps what is being written while it is written; says so beneath the form. Going away saves at once. Without
 * scripts nothing of this is there, and the buttons keep what was written.
 */
export function Autosave({ step, version, saved, unsaved }: AutosaveProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const [words, setWords] = useState('');

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let waiting: number | undefined;
    const send = (keepalive: boolean) => {
      window.clearTimeout(waiting);
      waiting = undefined;
      const data = new FormData(form);
      data.set('keptStep', step);
      data.set('keptVersion', String(version));
      return fetch('/file/kept', { method: 'POST', body: data, keepalive });
    };
    const written = () => {
      setWords('');
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        send(false).then(
          ({ ok }) => setWords(ok ? saved : unsaved),
          () => setWords(unsaved),
        );
      }, pauseMs);
    };
    const leaving = () => {
      if (waiting !== undefined) send(true).catch(() => {});
    };
    // The page's own sending keeps it all: what waits here would only come too late.
    const sending = () => window.clearTimeout(waiting);
    form.addEventListener('input', written);
    form.addEventListener('submit', sending);
    window.addEventListener('pagehide', leaving);
    return () => {
      window.clearTimeout(waiting);
      form.removeEventListener('input', written);
      form.removeEventListener('submit', sending);
      window.removeEventListener('pagehide', leaving);
    };
  }, [step, version, saved, unsaved]);

  return (
    <p ref={place} className="meta autosaved mt-24" role="status">
      {words}
    </p>
  );
}
