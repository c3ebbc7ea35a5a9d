'use client';

import { useEffect, useRef } from 'react';
import { isForUs, keysAreOn } from './keys-live';

/** The single key that follows the proposal, where its reader has not switched single keys off. */
export function AcceptKey({ hint }: { hint: string }) {
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== 'a' || !isForUs(event) || !keysAreOn()) return;
      event.preventDefault();
      here.current?.closest('form')?.requestSubmit();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <p ref={here} className="meta mt-8 with-script">
      {hint}
    </p>
  );
}
