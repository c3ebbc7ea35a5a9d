'use client';

import { useCallback, useEffect, useState } from 'react';

/** One that was written without a network: waiting, sent, or refused with words. As public/sw.js tells it. */
export interface Later {
  formKey: string;
  at: number;
  what: string;
  caseNumber: string | null;
  problem: string | null;
}

type Asked =
  | { kind: 'keepPage' | 'send' | 'list' }
  | { kind: 'save'; entries: Record<string, string> }
  | { kind: 'drop'; formKey: string };

let registered: Promise<boolean> | undefined;

/** Whether there is a worker beside the pages; some browsers and plain http have none. */
function register(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return Promise.resolve(false);
  registered ??= navigator.serviceWorker.register('/sw.js').then(
    () => true,
    () => false,
  );
  return registered;
}

/** Asks the worker that runs beside the pages; null where there is none, or it could not. */
async function ask(asked: Asked): Promise<Later[] | null> {
  if (!(await register())) return null;
  const worker = (await navigator.serviceWorker.ready).active;
  if (!worker) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(asked, [port2]);
  });
}

/** A network that has just come back often fails the first time. */
const againMs = 5_000;

const waits = ({ caseNumber, problem }: Later): boolean => !caseNumber && !problem;

/** Answers whether the worker did it. */
export type Tell = (asked: Asked) => Promise<boolean>;

/** What was written without a network, on this machine; sends it whenever there is a network. */
export function useLater(): { list: readonly Later[]; tell: Tell } {
  const [list, setList] = useState<readonly Later[]>([]);
  const tell = useCallback(async (asked: Asked): Promise<boolean> => {
    const found = await ask(asked);
    if (found) setList(found);
    return found !== null;
  }, []);
  useEffect(() => {
    const send = () => tell({ kind: 'send' });
    if (navigator.onLine) tell({ kind: 'keepPage' }).then(send);
    else tell({ kind: 'list' });
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [tell]);
  useEffect(() => {
    if (!list.some(waits)) return;
    const again = window.setTimeout(() => {
      tell({ kind: navigator.onLine ? 'send' : 'list' });
    }, againMs);
    return () => window.clearTimeout(again);
  }, [list, tell]);
  return { list, tell };
}
