'use client';

import { useEffect, useRef, useState } from 'react';
import { keeper } from '@/lib/drafts/keeper';

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
    const words = { saved, unsaved };
    const { written, submitted, leaving, stop } = keeper({
      ...{ pauseMs, say: (kept) => setWords(kept ? words[kept] : '') },
      async send(keepalive) {
        const data = new FormData(form);
        data.set('keptStep', step);
        data.set('keptVersion', String(version));
        return (await fetch('/file/kept', { method: 'POST', body: data, keepalive })).ok;
      },
    });
    form.addEventListener('input', written);
    form.addEventListener('submit', submitted);
    window.addEventListener('pagehide', leaving);
    return () => {
      stop();
      form.removeEventListener('input', written);
      form.removeEventListener('submit', submitted);
      window.removeEventListener('pagehide', leaving);
    };
  }, [step, version, saved, unsaved]);

  return (
    <p ref={place} className="meta autosaved mt-24" role="status">
      {words}
    </p>
  );
}
