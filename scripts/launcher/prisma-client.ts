import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './child';
import { fingerprint } from './fingerprint';
import { root } from './root';

const STAMP = join(root, 'lib/db/generated/.made-from');

/** Makes the database client from the schema, when the schema or Prisma has changed. */
export async function haveClient(): Promise<void> {
  const wanted = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  await runTool('Making the database client', ['node_modules/prisma/build/index.js', 'generate'], {
    // Generating needs no schema engine, but Prisma would fetch one unless some program is named.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  writeFileSync(STAMP, wanted);
}
