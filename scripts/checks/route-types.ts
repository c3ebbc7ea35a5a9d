import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../launcher/fingerprint';
import { root } from '../launcher/root';
import { runProgram } from './program';

const STAMP = join(root, '.next/types/.made-from');

/** Has Next write the types of the routes, when routes have come or gone. */
export async function haveRouteTypes(): Promise<void> {
  const routes = filesIn('app').filter((path) => /(page|layout|route)\.tsx?$/.test(path));
  const wanted = createHash('sha256').update(routes.join('\n')).digest('hex');
  const current = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;
  if (current && existsSync(join(root, 'next-env.d.ts'))) return;
  if ((await runProgram('next', ['typegen'])) === 0) writeFileSync(STAMP, wanted);
}
