import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsIn } from '@/scripts/launcher/migrations';
import { ownSettings } from '@/scripts/launcher/own-settings';
import { Refusal } from '@/scripts/launcher/refusal';
import { root } from '@/scripts/launcher/root';
import { say } from '@/scripts/launcher/say';

/**
 * The code as it was before the last migration came, out of the history, installed and built; kept for the next time.
 *
 * @returns its folder.
 * @throws Refusal where there is no history that goes back so far.
 */
export async function olderCode(): Promise<string> {
  const newest = migrationsIn(join(root, 'prisma/migrations')).at(-1) ?? '';
  const commit = before(`prisma/migrations/${newest}`);
  const folder = join(ownSettings().dataDirectory, 'faults', 'older', commit);
  if (existsSync(folder)) return folder;
  say(`  getting the code before ${newest}, ${commit.slice(0, 7)} …`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const packed = git('archive', commit);
  execFileSync('tar', ['-x', '-C', unfinished], { input: packed });
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: unfinished, stdio: 'ignore' });
  renameSync(unfinished, folder);
  return folder;
}

function before(path: string): string {
  try {
    const [commit] = `${git('log', '-1', '--diff-filter=A', '--format=%P', '--', path)}`.split(
      /\s/,
    );
    if (commit) return commit;
  } catch {}
  throw new Refusal(
    `The code before ${path} is not to be had: this needs git, and a clone with its history.`,
  );
}

const git = (...args: string[]): Buffer =>
  execFileSync('git', args, { cwd: root, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
