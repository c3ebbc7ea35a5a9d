import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './child';
import { fingerprint } from './fingerprint';
import { holderOf, holding } from './hold';
import { isAlive, ownLife } from './life';
import { Refusal } from './refusal';
import { root } from './root';
import { say } from './say';

const SOURCES = [
  ...['app', 'components', 'lib', 'messages', 'prisma/schema.prisma', 'public'],
  ...[
    'next.config.js',
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ],
];
const BUILD = join(root, '.next');
const STAMP = join(BUILD, 'built-from');
const USERS = join(BUILD, 'cache/users');

/**
 * Names the server's actions alike in every build, so that a form opened before an upgrade still
 * finds its action after it. It seals nothing: the running server has a key of its own for that.
 */
const NAMING_KEY = createHash('sha256').update('huiyin: names of actions').digest('base64');

/**
 * Builds the pages for production when their sources have changed, and marks the build as used by
 * this process.
 *
 * @throws Refusal when the build fails or another process serves from the outdated one.
 */
export async function haveBuild(): Promise<void> {
  mkdirSync(USERS, { recursive: true });
  await holding(join(BUILD, 'cache/build.lock'), async () => {
    const wanted = fingerprint(SOURCES);
    if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) await build(wanted);
    writeFileSync(join(USERS, String(process.pid)), JSON.stringify(ownLife()));
  });
}

async function build(wanted: string): Promise<void> {
  for (const name of readdirSync(USERS)) {
    const user = holderOf(join(USERS, name));
    if (user && isAlive(user)) {
      throw new Refusal(
        `The sources have changed, but process ${user.pid} serves from the build; stop it first.`,
      );
    }
    rmSync(join(USERS, name));
  }
  say('Building the pages (once, and after each change) …');
  rmSync(STAMP, { force: true });
  await runTool('The build', ['node_modules/next/dist/bin/next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: NAMING_KEY,
  });
  writeFileSync(STAMP, wanted);
}
