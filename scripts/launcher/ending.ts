import { starter } from './life';

type Step = () => unknown;

const LONGEST_MS = 40_000;
const steps: Step[] = [];
let ending = false;

/** Whether this script is on its way out, so that what fails now is no news. */
export function isEnding(): boolean {
  return ending;
}

/**
 * Does a step when the script ends, whatever ends it; later steps are done first.
 *
 * @returns what takes the step back.
 */
export function atEnd(step: Step): () => void {
  if (ending) step();
  steps.push(step);
  return () => {
    const index = steps.indexOf(step);
    if (index >= 0) steps.splice(index, 1);
  };
}

/** Does the steps and leaves. A second call while that goes on does nothing. */
export async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code || 1), LONGEST_MS).unref();
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      process.stderr.write(`${error}\n`);
    }
  }
  process.exit(code);
}

/** Ends the script on Ctrl-C, SIGTERM, a closed terminal, and when the npm that started it is gone. */
export function endOnSignals(code: number): void {
  // npm passes on what the terminal has already sent to all of us, so a signal may come twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => end(code));
  if (!process.env.npm_lifecycle_event) return;
  const npm = starter();
  setInterval(() => starter() === npm || end(code), 1_000).unref();
}
