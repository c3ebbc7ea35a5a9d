import { say } from '../launcher/say';
import type { Step } from './steps';
import { inWords, nothing, plus } from './tally';

/**
 * Runs steps one after the other, all of them even when one fails, and ends with the sum.
 *
 * @param words the name of one step and of test files in it, to run just those.
 * @returns the exit code.
 */
export async function runSteps(steps: Step[], words: string[]): Promise<number> {
  const chosen = steps.filter(({ name }) => name === words[0]);
  const files = chosen.length ? words.slice(1) : [];
  let sum = nothing;
  for (const step of chosen.length ? chosen : steps) {
    const startedAt = performance.now();
    const tally = await step.run(files).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      return { ...nothing, failed: 1 };
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`${tally.failed ? '✗' : '✓'} ${step.name}: ${inWords(tally)} (${seconds} s)`);
    sum = plus(sum, tally);
  }
  say(inWords(sum));
  return sum.failed ? 1 : 0;
}
