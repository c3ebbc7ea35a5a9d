import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const play = async (what: string, place = ''): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/play-past.ts', what, place],
    { env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' } },
  );
  return stdout;
};

/** A case of the past in the county's own database; what is due by itself has come. */
export async function past(state: 'yellow' | 'late' | 'dead'): Promise<string> {
  const stdout = await play(state);
  const number = /^case (\d+)$/m.exec(stdout)?.[1];
  if (!number) throw new Error(stdout);
  return number;
}

/**
 * One whose resident could not be reached twice since yesterday, or was asked something since, or answered, or judged it
 * more than two weeks ago; with their link.
 */
export async function withLink(
  state: 'tried' | 'asked' | 'answered' | 'closed',
  place?: string,
): Promise<{ caseNumber: string; link: string }> {
  const stdout = await play(state, place);
  const [, caseNumber, link] = /^case (\d+)\nlink (\S+)$/m.exec(stdout) ?? [];
  if (!caseNumber || !link) throw new Error(stdout);
  return { caseNumber, link };
}

/** What the worker does every minute, now. */
export const sweep = (): Promise<string> => play('sweep');

/** A detector points to Liuwan and this case: the id of the signal. */
export async function signalOn(caseNumber: string): Promise<string> {
  const [, id] = /^signal (\S+)$/m.exec(await play('signal', caseNumber)) ?? [];
  if (!id) throw new Error('no signal');
  return id;
}

/** The same is filed at the place of this answered case: the number of the new one. */
export async function filedAgain(caseNumber: string): Promise<string> {
  const [, number] = /^case (\d+)$/m.exec(await play('again', caseNumber)) ?? [];
  if (!number) throw new Error('nothing was filed');
  return number;
}
