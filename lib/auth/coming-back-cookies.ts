import { cookies } from 'next/headers';
import { z } from 'zod';
import { decrypt, encrypt, lookupHash } from '@/lib/contacts/cipher';
import { now } from '@/lib/time/now';
import { codeMinutes } from './coming-back';
import { isSecure } from './door';
import { cookieOptions } from './session-cookie';

const openMinutes = 30;

const shape = z.tuple([z.string(), z.number()]);

/**
 * One sealed value for one use, kept by this browser for some minutes and sent to /mine alone.
 *
 * @param boundTo what it is sealed with besides: where that is another, nothing is read.
 */
function sealedCookie(
  use: 'mine' | 'mine-code',
  minutes: number,
  boundTo: () => string = () => use,
) {
  const name = (): string => `${isSecure() ? '__Secure-' : ''}huiyin.${use}`;
  const options = () => ({ ...cookieOptions(), path: '/mine' });
  return {
    async keep(value: string): Promise<void> {
      const until = now().getTime() + minutes * 60_000;
      const sealed = encrypt(JSON.stringify([value, until]), boundTo());
      (await cookies()).set(name(), sealed, { ...options(), maxAge: minutes * 60 });
    },
    async read(): Promise<string | null> {
      const sealed = (await cookies()).get(name())?.value;
      if (!sealed) return null;
      try {
        const [value, until] = shape.parse(JSON.parse(decrypt(sealed, boundTo())));
        return until > now().getTime() ? value : null;
      } catch {
        return null;
      }
    },
    async forget(): Promise<void> {
      (await cookies()).set(name(), '', { ...options(), maxAge: 0 });
    },
  };
}

/** Which code this browser has asked for. */
export const askedCode = sealedCookie('mine-code', codeMinutes);

/** Whose cases this browser has opened with a code: a hash, which means nothing once the secret was changed. */
export const openedCases = sealedCookie('mine', openMinutes, () => `mine ${lookupHash('mine')}`);
