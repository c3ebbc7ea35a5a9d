import { now } from '@/lib/time/now';
import { answerSiblings, askSiblings } from './siblings.mjs';

export interface Remembered<T> {
  read(): Promise<T>;
  /** Reads afresh from now on, in all web processes of this machine; elsewhere within the time it may be remembered. */
  forget(): Promise<void>;
}

interface Standing {
  kept?: { value: unknown; readAt: number };
  /** Rises as it is forgotten: what was being read at that moment may be the old. */
  forgotten: number;
}

/** Found by name, since pages and route handlers of one build share no module: each would remember by itself. */
const place = Symbol.for('huiyin.remembered');
const here = globalThis as { [place]?: Map<string, Standing> };

function standingOf(name: string): Standing {
  here[place] ??= new Map();
  const standing = here[place].get(name) ?? { forgotten: 0 };
  here[place].set(name, standing);
  return standing;
}

/** What is asked with every request and hardly ever changes: read once, and remembered for so many milliseconds. */
export function remembered<T>(
  name: string,
  forMs: number,
  readAfresh: () => Promise<T>,
): Remembered<T> {
  const standing = standingOf(name);
  const forgetHere = () => {
    delete standing.kept;
    standing.forgotten += 1;
  };
  answerSiblings(`forget ${name}`, forgetHere);
  return {
    async read() {
      const readAt = now().getTime();
      const { kept, forgotten } = standing;
      if (kept && readAt - kept.readAt < forMs) return kept.value as T;
      const value = await readAfresh();
      if (forgotten === standing.forgotten) standing.kept = { value, readAt };
      return value;
    },
    async forget() {
      forgetHere();
      await askSiblings(`forget ${name}`);
    },
  };
}
