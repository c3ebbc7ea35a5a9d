import { stackAsWritten } from '@/lib/as-written.mjs';
import { WrongSetting } from '@/lib/env';
import { WrongLanguage } from '@/lib/i18n/languages';
import { end, isEnding } from './ending';

/** An expected obstacle: its message is the one sentence the operator reads. */
export class Refusal extends Error {}

const isExpected = (error: unknown): error is Error =>
  [Refusal, WrongSetting, WrongLanguage].some((kind) => error instanceof kind);

/** Runs a script to its end; a refusal ends it with its sentence, a bug with its stack. */
export async function runScript(script: () => Promise<number>): Promise<void> {
  try {
    await end(await script());
  } catch (error) {
    if (isEnding()) return;
    const text = isExpected(error)
      ? error.message
      : error instanceof Error
        ? stackAsWritten(error.stack ?? error.message)
        : String(error);
    process.stderr.write(`${text}\n`);
    await end(1);
  }
}
