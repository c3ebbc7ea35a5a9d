import { isSecure } from '@/lib/auth/door';

/** Under https nothing but this very host can set it: `__Host-`. */
export const choiceCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name);

/** How a choice of language or size is kept in this browser, for a year. */
export const choiceOptions = () =>
  ({
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: isSecure(),
    maxAge: 365 * 24 * 60 * 60,
  }) as const;
