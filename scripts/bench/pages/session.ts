/** The cookie of somebody who has signed in, as `name=value`; the session is a row like any other. */
export async function sessionOf(personId: string): Promise<string> {
  const { encode } = await import('next-auth/jwt');
  const { openSession } = await import('@/lib/auth/session-rows');
  const door = await import('@/lib/auth/session-cookie');
  const token = { sub: await openSession(personId) };
  const secret = door.sessionSecret();
  const value = await encode({ token, secret, maxAge: door.sessionSeconds });
  return `${door.sessionCookieName()}=${value}`;
}
