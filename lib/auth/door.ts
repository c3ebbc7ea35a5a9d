import { settings } from '@/lib/env';

/** Whether this site is reached by https: then its cookies are sent nowhere else. */
export const isSecure = (): boolean => settings().publicUrl.startsWith('https:');

export type DoorWarning = 'unencrypted' | 'otherAddress';

/**
 * What is wrong with the way somebody came here, or null. Passwords over plain http can be read on the
 * way; and where the public address is https, the session's cookie does not come back at any other.
 */
export function doorWarning(publicUrl: string, host: string | null): DoorWarning | null {
  const wanted = new URL(publicUrl);
  const came = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  if (wanted.protocol === 'https:') return came === wanted.hostname ? null : 'otherAddress';
  return isLoopback(came) ? null : 'unencrypted';
}

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '[::1]' || /^127(\.\d+){3}$/.test(name);
