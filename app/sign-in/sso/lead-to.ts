/** A bare path where it is of ours: behind a proxy the address seen here is not the public one. */
export const leadTo = (place: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: place, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
  });

/** The sign-in page, or what comes after it, with what it is to say and to remember. */
export function toSignIn(asked: Record<string, string | null>, more = ''): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given);
  return `/sign-in${more}${query.size > 0 ? `?${query}` : ''}`;
}
