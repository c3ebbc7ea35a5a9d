import { noteInAnswer } from '@/lib/request-at-hand';
import { metrics } from './registry.mjs';

type Done = { ok: true; again: boolean } | { ok: false; code: string };

/** Counts a step that was asked for: what it was and what became of it, never of which case or by whom. */
export function countStep(verb: string, done: Done): void {
  const outcome = done.ok ? (done.again ? 'again' : 'done') : done.code;
  metrics().steps.inc({ verb, outcome });
  if (!done.ok) noteInAnswer({ refusal: done.code });
}
