import { WrongSetting } from '@/lib/env';
import { end, isEnding } from './ending';

/** An expected obstacle: its message is the one sentence the operator reads. */
export class Refusal extends Error {}

/** Runs a script to its end; a refusal ends it with its sentence, a bug with its stack. */
export async function runScript(script: () => Promise<number>): Promise<void> {
  try {
    await end(await script());
  } catch (error) {
    if (isEnding()) return;
    const expected = error instanceof Refusal || error instanceof WrongSetting;
    const text = expected ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    await end(1);
  }
}
