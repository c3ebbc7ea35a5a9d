import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether code that does not know a migration may go on beside it. One that takes away what the code before it uses says
 * so in its name, since that code has nothing else of it to read: `0060_contract_…`.
 */
export const leavesOlderCodeAble = (migration: string): boolean =>
  !/^\d{4}_contract_/.test(migration);

let known: readonly string[] | undefined;

/** The migrations this version of the code was written for, in order; every process runs in the project's folder. */
export function expectedMigrations(): readonly string[] {
  known ??= readdirSync(join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map((it) => it.name)
    .sort();
  return known;
}
