import { settings } from '@/lib/env';

/** Who carries Web Push, and the hosts their browsers name; a host with a dot in front stands for all below it. */
export const pushCarriers: readonly { company: string; hosts: readonly string[] }[] = [
  { company: 'Google', hosts: ['fcm.googleapis.com', 'jmt17.google.com'] },
  { company: 'Mozilla', hosts: ['.push.services.mozilla.com'] },
  { company: 'Apple', hosts: ['.push.apple.com'] },
  { company: 'Microsoft', hosts: ['.notify.windows.com'] },
];

export interface Endpoint {
  url: URL;
  /** Named by the operator, who may have it on any network; the others must be on the public one. */
  ours: boolean;
}

const longest = 1_000;
const thisMachine = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Where a browser says it can be told. Whoever subscribes writes it and the server goes there, so it must be
 * one of the carriers administration has read of, by https on its own port, or a host the operator named.
 * Null: it is none of them.
 */
export function readEndpoint(
  given: string,
  ownServices: readonly string[] = settings().pushServices,
): Endpoint | null {
  if (given.length > longest || !URL.canParse(given)) return null;
  const url = new URL(given);
  if (url.username || url.password || url.hash) return null;
  if (ownServices.includes(url.host)) {
    const fits = url.protocol === 'https:' || thisMachine.includes(url.hostname);
    return fits && /^https?:$/.test(url.protocol) ? { url, ours: true } : null;
  }
  if (url.protocol !== 'https:' || url.port) return null;
  const carried = pushCarriers.some(({ hosts }) =>
    hosts.some((it) => (it.startsWith('.') ? url.hostname.endsWith(it) : url.hostname === it)),
  );
  return carried ? { url, ours: false } : null;
}
