import { readdirSync } from 'node:fs';
import { join } from 'node:path';

let known: readonly string[] | undefined;

/** The migrations this version of the code was written for, in order; every process runs in the project's folder. */
export function expectedMigrations(): readonly string[] {
  known ??= readdirSync(join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map((it) => it.name)
    .sort();
  return known;
}
