import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const play = async (what: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/play-past.ts', what],
    { env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' } },
  );
  return stdout;
};

/** A case of the past in the county's own database; what is due by itself has come. */
export async function past(state: 'yellow' | 'late'): Promise<string> {
  const stdout = await play(state);
  const number = /^case (\d+)$/m.exec(stdout)?.[1];
  if (!number) throw new Error(stdout);
  return number;
}

/** What the worker does every minute, now. */
export const sweep = (): Promise<string> => play('sweep');
