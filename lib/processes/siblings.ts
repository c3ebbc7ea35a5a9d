import cluster from 'node:cluster';

/** What web processes say to each other, by way of the one that started them (scripts/web-processes.mjs). */
interface Said {
  /** `forget`: of the sender's siblings. `forgotten`: all of them have, and the sender may go on. */
  huiyin: 'forget' | 'forgotten';
  name: string;
  /** Whose question it is, and the how many-th. */
  asked: string;
}

/** A sibling that does not answer for so long is ending; what it remembered ends with it. */
const patienceMs = 1_000;

const shared = globalThis as {
  forgettersOfHuiyin?: Map<string, () => void>;
  waitingOfHuiyin?: Map<string, () => void>;
};

function forgetters(): Map<string, () => void> {
  if (!shared.forgettersOfHuiyin) {
    shared.forgettersOfHuiyin = new Map();
    if (cluster.isWorker) process.on('message', hear);
  }
  return shared.forgettersOfHuiyin;
}

function waiting(): Map<string, () => void> {
  shared.waitingOfHuiyin ??= new Map();
  return shared.waitingOfHuiyin;
}

function hear(message: unknown): void {
  const { huiyin, name, asked } = (message ?? {}) as Partial<Said>;
  if (huiyin === 'forget' && name && asked) {
    forgetters().get(name)?.();
    process.send?.({ huiyin: 'forgotten', name, asked } satisfies Said);
  }
  if (huiyin === 'forgotten' && asked) waiting().get(asked)?.();
}

/** Has something forgotten here when a sibling says so. */
export function whenForgotten(name: string, forget: () => void): void {
  forgetters().set(name, forget);
}

let questions = 0;

/**
 * Has all web processes of this machine forget something, and settles once they have: whoever changes it and asks
 * for the next page sees the change, whichever process answers.
 */
export async function haveForgotten(name: string): Promise<void> {
  forgetters().get(name)?.();
  if (!cluster.isWorker || !process.connected) return;
  questions += 1;
  const asked = `${process.pid}-${questions}`;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(tired);
      waiting().delete(asked);
      resolve();
    };
    const tired = setTimeout(done, patienceMs);
    waiting().set(asked, done);
    process.send?.({ huiyin: 'forget', name, asked } satisfies Said);
  });
}
