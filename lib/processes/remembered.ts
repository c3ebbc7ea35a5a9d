import { now } from '@/lib/time/now';
import { answerSiblings, askSiblings } from './siblings.mjs';

export interface Remembered<T> {
  read(): Promise<T>;
  /** Reads afresh from now on, in all web processes of this machine; elsewhere within the time it may be remembered. */
  forget(): Promise<void>;
}

/** What is asked with every request and hardly ever changes: read once, and remembered for so many milliseconds. */
export function remembered<T>(
  name: string,
  forMs: number,
  readAfresh: () => Promise<T>,
): Remembered<T> {
  let kept: { value: T; readAt: number } | undefined;
  /** Rises as it is forgotten: what was being read at that moment may be the old. */
  let forgotten = 0;
  const forgetHere = () => {
    kept = undefined;
    forgotten += 1;
  };
  answerSiblings(`forget ${name}`, forgetHere);
  return {
    async read() {
      const readAt = now().getTime();
      if (kept && readAt - kept.readAt < forMs) return kept.value;
      const before = forgotten;
      const value = await readAfresh();
      if (before === forgotten) kept = { value, readAt };
      return value;
    },
    async forget() {
      forgetHere();
      await askSiblings(`forget ${name}`);
    },
  };
}
