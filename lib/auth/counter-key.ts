import { createHmac } from 'node:crypto';
import { keyFor } from './keys';

/** Under what a counter is kept: keyed, so that the counters tell nobody who asked about what. */
export const counterKey = (...parts: string[]): string =>
  createHmac('sha256', keyFor('counters')).update(parts.join('\n')).digest('base64url');
