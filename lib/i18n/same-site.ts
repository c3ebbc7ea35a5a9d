/**
 * A path of this site to go back to, or null.
 *
 * Takes only an absolute path: `//host`, `/\host`, schemes and control characters would lead elsewhere.
 */
export function sameSitePath(value: string | null | undefined): string | null {
  // Bound to an action, it may be anything.
  if (typeof value !== 'string' || value.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value))
    return null;
  const base = 'http://huiyin.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  // Dot segments are gone only now: `/.//host` has become `//host`.
  const here = url?.origin === base && !/^\/[/\\]/.test(url.pathname);
  return here ? `${url.pathname}${url.search}` : null;
}

/** The path of the page a request came from, or null when it came from elsewhere. */
export function pathOfReferrer(referrer: string | null, host: string | null): string | null {
  if (!referrer || !host || !URL.canParse(referrer)) return null;
  const url = new URL(referrer);
  return url.host === host ? sameSitePath(`${url.pathname}${url.search}`) : null;
}
