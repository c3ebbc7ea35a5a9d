import { createHash, timingSafeEqual } from 'node:crypto';
import { settings } from '@/lib/env';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether whoever asks may read the figures; null where nobody may, since no token is set. Compared in constant time,
 * whatever is sent.
 */
export function mayReadMetrics(authorization: string | null): boolean | null {
  const { metricsToken } = settings();
  if (!metricsToken) return null;
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${metricsToken}`));
}
