import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { verifyLog } from '@/lib/integrity/verify-log';
import { Refusal } from '@/scripts/launcher/refusal';

/** The seals of a file of roots, each as its line. @throws Refusal where the file itself does not add up. */
export async function keptSeals(path: string): Promise<string[]> {
  if (!existsSync(path)) throw new Refusal(`${path} is not there.`);
  const text = await readFile(path, 'utf8');
  const found = await verifyLog([text]);
  if (found.fault !== null)
    throw new Refusal(`${path}, line ${found.line}: ${found.fault}. These roots cannot be used.`);
  return text.split('\n').filter((it) => it.startsWith('{"seal":'));
}
