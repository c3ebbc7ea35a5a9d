import { cookies } from 'next/headers';
import type { AuthOptions, TokenSet } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { type SingleSignOn, settings } from '@/lib/env';
import { sameSitePath } from '@/lib/i18n/same-site';
import { log } from '@/lib/log';
import { type Known, personBehind } from '@/lib/people/identity';
import { cookieIn, getFromNextAuth, nextAuthBasics, postToNextAuth } from './ask-next-auth';
import { giveWayBack, takeWayElsewhere } from './attempts';
import { isSecure } from './door';
import { cookieOptions, sessionSeconds } from './session-cookie';
import { type Awaited, awaitedOf } from './session-rows';
import { cameFrom, letIn } from './sign-in';
import { type Claims, descriptionOf, provesSecondFactor, verifiedEmail } from './sso-claims';

/** Why somebody did not come in; the sign-in page has words for each. */
export const ssoRefusals = [
  'declined',
  'tooLate',
  'unreachable',
  'untrusted',
  'tooMany',
  'nobody',
  'unverified',
  'several',
] as const;
export type SsoRefusal = (typeof ssoRefusals)[number];

/** How long somebody may take for signing in there, in seconds. */
const waySeconds = 15 * 60;

const cookieNamed = (name: string): string => `${isSecure() ? '__Host-' : ''}huiyin.sso-${name}`;

/** What next-auth must find again when they come back; sealed by it, and gone then. */
const checks = { state: 'state', pkceCodeVerifier: 'verifier', nonce: 'nonce' } as const;
const backCookie = () => cookieNamed('back');
const leftCookie = () => cookieNamed('left');

/** The address registered there; the address of the request is not asked, since a proxy may stand before us. */
const returnAddress = (): string => `${settings().publicUrl}/sign-in/sso/back`;

/** What came of asking the other house. */
interface Told {
  claims?: Claims;
  refusal?: SsoRefusal;
}

/**
 * How next-auth speaks to the other house: authorization code with PKCE, state and nonce, all three. It verifies
 * signature, issuer, audience, nonce and age of the ID token; who that is here is not its affair.
 *
 * @param anew has the password asked there even where they are still signed in.
 */
function options(house: SingleSignOn, told: Told, anew: boolean): AuthOptions {
  const { state, pkceCodeVerifier, nonce } = checks;
  const named = (name: string) => ({
    name: cookieNamed(name),
    options: { ...cookieOptions(), maxAge: waySeconds },
  });
  const provider: OAuthConfig<Claims> = {
    id: 'sso',
    name: house.name,
    type: 'oauth',
    wellKnown: descriptionOf(house.issuer),
    clientId: house.clientId,
    clientSecret: house.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: {
      params: {
        scope: 'openid email',
        redirect_uri: returnAddress(),
        // Then the token must say when they proved who they are.
        max_age: sessionSeconds,
        ...(anew && { prompt: 'login' }),
      },
    },
    token: {
      async request({ client, params, checks: wanted }) {
        // Not checked by the library: the settings name one issuer, and none that merely answers there.
        if (client.issuer.metadata.issuer !== house.issuer) throw refused(told, 'untrusted', 'iss');
        try {
          const kept = { ...wanted, max_age: sessionSeconds };
          return { tokens: await client.callback(returnAddress(), params, kept) };
        } catch (error) {
          throw refused(told, refusalOf(error), error);
        }
      },
    },
    userinfo: {
      async request({ client, tokens }) {
        const given = tokens as TokenSet & { claims(): Claims };
        const claims = given.claims();
        if (claims.email || !client.issuer.metadata.userinfo_endpoint) return { ...claims };
        const { email, email_verified } = await client.userinfo(given as never);
        return { ...claims, email, email_verified };
      },
    },
    profile(claims) {
      told.claims = claims;
      return { id: claims.sub };
    },
  };
  return {
    ...nextAuthBasics(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: {
      ...nextAuthBasics().cookies,
      callbackUrl: named('onward'),
      state: named(state),
      pkceCodeVerifier: named(pkceCodeVerifier),
      nonce: named(nonce),
    },
    providers: [provider],
    logger: {
      error: (code) => log.warn({ code, refusal: told.refusal }, 'single sign-on'),
      warn: () => {},
      debug: () => {},
    },
  };
}

function refused(told: Told, refusal: SsoRefusal, cause: unknown): Error {
  told.refusal = refusal;
  const reason = cause instanceof Error ? cause.message : cause;
  log.warn({ refusal, reason }, 'single sign-on refused');
  return new Error(refusal);
}

/** Errors of openid-client are told by name: of what we were sent, or of what the other house answered. */
function refusalOf(error: unknown): SsoRefusal {
  const { name, error: code, message } = error as Error & { error?: string };
  // A code is good once, and for a minute.
  if (name === 'OPError') return code === 'invalid_grant' ? 'tooLate' : 'unreachable';
  return name === 'RPError' && !message.includes('timed out') ? 'untrusted' : 'unreachable';
}

/** Whether single sign-on is set up, and what it is called here. */
export const singleSignOn = (): SingleSignOn | null => settings().singleSignOn;

/**
 * Where a browser is to go to sign in there; what is needed when it comes back is in cookies then.
 *
 * @param back a path of ours to lead to in the end.
 */
export async function beginSso(
  house: SingleSignOn,
  back: string | null,
): Promise<{ ok: true; address: string } | { ok: false; code: SsoRefusal }> {
  if (!(await takeWayElsewhere(await cameFrom(''))).ok) return { ok: false, code: 'tooMany' };
  const jar = await cookies();
  const anew = jar.has(leftCookie());
  const response = await postToNextAuth(['signin', 'sso'], {}, options(house, {}, anew));
  const address = response.headers.get('location');
  const sealed = Object.values(checks).map((it) => [it, cookieIn(response, cookieNamed(it))]);
  if (!address || sealed.some(([, value]) => !value)) return { ok: false, code: 'unreachable' };
  const kept = { ...cookieOptions(), maxAge: waySeconds };
  for (const [name = '', value = ''] of sealed) jar.set(cookieNamed(name), value, kept);
  jar.set(backCookie(), back ?? '', kept);
  return { ok: true, address };
}

/** How somebody came back, and where they wanted to go in the first place. */
export type Returned = { back: string | null } & (
  | { ok: true; awaits: Awaited | null }
  | { ok: false; code: SsoRefusal }
);

/** Somebody comes back from there: what they bring is good once, and only for the browser that went. */
export async function endSso(house: SingleSignOn, query: URLSearchParams): Promise<Returned> {
  const jar = await cookies();
  const back = sameSitePath(jar.get(backCookie())?.value);
  const outcome = await broughtBack(house, query);
  const over = { ...cookieOptions(), maxAge: 0 };
  for (const it of Object.values(checks)) jar.set(cookieNamed(it), '', over);
  jar.set(backCookie(), '', over);
  return { back, ...outcome };
}

async function broughtBack(house: SingleSignOn, query: URLSearchParams) {
  const no = (code: SsoRefusal) => ({ ok: false, code }) as const;
  const from = await cameFrom('');
  if (!(await takeWayElsewhere(from)).ok) return no('tooMany');
  const jar = await cookies();
  if (Object.values(checks).some((it) => !jar.get(cookieNamed(it))?.value)) return no('tooLate');
  const error = query.get('error');
  if (error) return no(error === 'access_denied' ? 'declined' : 'unreachable');
  const told: Told = {};
  await getFromNextAuth(['callback', 'sso'], query, options(house, told, false));
  const { claims } = told;
  if (!claims || told.refusal) return no(told.refusal ?? 'unreachable');
  const known = await personOf(house, claims);
  if (!known.ok) return no(known.code);
  const proven = provesSecondFactor(claims, house.secondFactor);
  const awaits = proven ? null : await awaitedOf(known.personId);
  await letIn(known, awaits, new Date((claims.auth_time ?? 0) * 1000));
  await giveWayBack(from);
  jar.set(leftCookie(), '', { ...cookieOptions(), maxAge: 0 });
  return { ok: true, awaits } as const;
}

const personOf = (house: SingleSignOn, claims: Claims): Promise<Known> =>
  personBehind({ issuer: house.issuer, subject: claims.sub, email: verifiedEmail(claims) });

/**
 * Somebody signs out here. There they may still be signed in: whoever sits down next at this machine and asks to be
 * signed in from there is asked who they are.
 */
export async function askAnewNext(): Promise<void> {
  if (!singleSignOn()) return;
  (await cookies()).set(leftCookie(), '1', { ...cookieOptions(), maxAge: sessionSeconds });
}
