'use client';

import { useEffect, useState } from 'react';

interface PresenceWatchProps {
  caseNumber: string;
  step: string | null;
  /** What the page said when it was drawn. */
  drawn: readonly string[];
}

const path = '/api/presence';
const deeds = ['input', 'keydown', 'pointerdown', 'scroll'] as const;
const everyMs = 25_000;
const leavesAfterMs = 1_000;
/** Pages just closed, by case and step: opened again at once, they were never left. */
const leaving = new Map<string, ReturnType<typeof setTimeout>>();

/** Says every 25 seconds that the page is still open, and shows who else is there; takes leave at the end. */
export function PresenceWatch({ caseNumber, step, drawn }: PresenceWatchProps) {
  const [lines, setLines] = useState(drawn);

  useEffect(() => {
    const page = `${caseNumber} ${step}`;
    clearTimeout(leaving.get(page));
    const stopped = new AbortController();
    // Whoever types keeps their session; a page that is merely open does not.
    let does = false;
    const noteDeed = () => {
      does = true;
    };
    const body = (gone: boolean) => {
      const told = JSON.stringify({ caseNumber, step, gone, does });
      does = false;
      return told;
    };
    async function tell() {
      if (document.visibilityState !== 'visible') return;
      const init = { method: 'POST', body: body(false), signal: stopped.signal };
      // A lost connection is no news: what was known stays until the next time.
      const answer = await fetch(path, init).catch(() => null);
      if (answer?.ok) setLines(((await answer.json()) as { lines: string[] }).lines);
      // Signed out, or the case is no longer theirs: the next page will say so.
      else if (answer) clearInterval(timer);
    }
    const leave = () => {
      navigator.sendBeacon(path, body(true));
    };
    const timer = setInterval(tell, everyMs);
    for (const deed of deeds) document.addEventListener(deed, noteDeed, { passive: true });
    document.addEventListener('visibilitychange', tell);
    window.addEventListener('pagehide', leave);
    return () => {
      stopped.abort();
      clearInterval(timer);
      for (const deed of deeds) document.removeEventListener(deed, noteDeed);
      document.removeEventListener('visibilitychange', tell);
      window.removeEventListener('pagehide', leave);
      leaving.set(page, setTimeout(leave, leavesAfterMs));
    };
  }, [caseNumber, step]);

  return (
    <div className="meta no-print mt-4" aria-live="polite">
      {lines.map((it) => (
        <p key={it}>{it}</p>
      ))}
    </div>
  );
}
