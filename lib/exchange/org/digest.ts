import { createHash } from 'node:crypto';
import type { Plan } from './fault';

/** What a plan would do, in one word: two plans that would do the same have the same. */
export function digestOf<T>({ lines }: Plan<T>): string {
  const does = lines
    .filter((it) => it.doing !== 'unchanged')
    .map(({ line, doing, differences, wanted }) => [line, doing, differences, wanted]);
  return createHash('sha256').update(JSON.stringify(does)).digest('hex');
}
