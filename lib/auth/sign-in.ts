import { cookies, headers } from 'next/headers';
import type { AuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { traceOf } from '@/lib/detectors/trace';
import { log } from '@/lib/log';
import { addressIn, beginningOf } from './address';
import { cookieIn, nextAuthBasics, postToNextAuth } from './ask-next-auth';
import type { From } from './attempts';
import { browserOf } from './browser-of';
import { type Credentials, canonicalLogin, checkPassword, type Refused } from './check-password';
import { deviceCookieName, deviceSeconds, knownDevice, withDevice } from './known-device';
import { passwordAwaited } from './password-age';
import { offerFactor } from './second-factor';
import { cookieOptions, sessionCookieName, sessionSeconds, sessionSecret } from './session-cookie';
import {
  type Awaited,
  awaitedOf,
  endSession,
  type LiveSession,
  openSession,
  type Place,
  replaceSession,
  type WaitingSession,
} from './session-rows';

/** Of who was let in, what is still asked of them. */
type Outcome = { ok: true; awaits: Awaited | null } | Refused;

/**
 * How next-auth works here. The token it seals into the cookie carries nothing but the id of a Session
 * row: who that is and what they may do is asked of the database at every request.
 *
 * @param from where the try comes from.
 * @param tell hears how it went; next-auth itself passes on only whether.
 */
function authOptions(from: From, tell: (outcome: Outcome) => void): AuthOptions {
  return {
    ...nextAuthBasics(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    providers: [
      CredentialsProvider({
        id: 'staff',
        credentials: { login: {}, password: {} },
        async authorize(given) {
          const { login = '', password = '' } = given ?? {};
          const checked = await checkPassword({ login, password, ...from });
          if (!checked.ok) {
            tell(checked);
            return null;
          }
          const { personId } = checked;
          const awaits = (await awaitedOf(personId)) ?? (await passwordAwaited(personId));
          if (awaits === 'enrolment') await offerFactor(personId);
          tell({ ok: true, awaits });
          return { id: await openSession(personId, awaits, await placeOf()) };
        },
      }),
    ],
    callbacks: { jwt: ({ token }) => ({ sub: token.sub }) },
    logger: { error: (code) => log.error({ code }, 'next-auth'), warn: () => {}, debug: () => {} },
  };
}

/**
 * Signs somebody in within a server action: the form works without JavaScript, and next-auth's own
 * handler checks the password and seals the cookie. Next has already checked the form's origin.
 *
 * @returns what the session awaits, whose cookie is set, before it opens anything.
 */
export async function signInWith({
  login,
  password,
}: Pick<Credentials, 'login' | 'password'>): Promise<Outcome> {
  const jar = await cookies();
  const told: { outcome?: Outcome } = {};
  const options = authOptions(await cameFrom(login), (outcome) => {
    told.outcome = outcome;
  });
  const response = await postToNextAuth(['callback', 'staff'], { login, password }, options);

  const { outcome } = told;
  if (outcome?.ok === false) return outcome;
  const sealed = cookieIn(response, sessionCookieName());
  if (!sealed || !outcome) throw new Error(`no session: ${response.headers.get('location')}`);
  jar.set(sessionCookieName(), sealed, { ...cookieOptions(), maxAge: sessionSeconds });
  if (!outcome.awaits) await knowDevice(canonicalLogin(login));
  return outcome;
}

async function placeOf(): Promise<Place> {
  const head = await headers();
  return {
    agent: browserOf(head.get('user-agent')),
    network: beginningOf(addressIn(head.get('x-forwarded-for'))),
    trace: traceOf(head.get('x-forwarded-for'), null)?.network ?? null,
  };
}

/** Where the request at hand comes from, as counted for this login. */
export async function cameFrom(login: string): Promise<From> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const mark = jar.get(deviceCookieName())?.value;
  return {
    address: addressIn(head.get('x-forwarded-for')),
    device: knownDevice(mark, canonicalLogin(login)),
  };
}

/** From now on this browser is one from which the login's owner has signed in. */
export async function knowDevice(login: string): Promise<void> {
  const jar = await cookies();
  const mark = withDevice(jar.get(deviceCookieName())?.value, login);
  jar.set(deviceCookieName(), mark, { ...cookieOptions(), maxAge: deviceSeconds });
}

/**
 * What the session waited for has come: another takes its place, under another cookie (ASVS 5.0, 7.2.4).
 *
 * @returns what that one awaits: another password, where the one that was given is too old.
 */
export async function goOn({ id, personId, login, awaits, vouched }: WaitingSession) {
  await endSession(id);
  const next = awaits === 'password' || vouched ? null : await passwordAwaited(personId);
  await holdSession(await openSession(personId, next, await placeOf()));
  await knowDevice(login);
  return next;
}

/**
 * Lets in whom another house vouches for: a session row like all others, that may still await a code.
 *
 * @param provedAt when they proved there who they are: a session that goes on there is no fresh proof here.
 */
export async function letIn(
  { personId, login }: { personId: string; login: string },
  awaits: Awaited | null,
  provedAt: Date,
): Promise<void> {
  if (awaits === 'enrolment') await offerFactor(personId);
  await holdSession(await openSession(personId, awaits, await placeOf(), { provedAt }));
  if (!awaits) await knowDevice(login);
}

/** After another proof: the same session goes on under another name and cookie (ASVS 5.0, 7.2.4). */
export async function renewSession({ id }: LiveSession): Promise<void> {
  const next = await replaceSession(id);
  if (next) await holdSession(next);
}

/** The cookie of a session, as next-auth seals it. */
async function holdSession(sub: string): Promise<void> {
  const sealed = await encode({ token: { sub }, secret: sessionSecret(), maxAge: sessionSeconds });
  const jar = await cookies();
  jar.set(sessionCookieName(), sealed, { ...cookieOptions(), maxAge: sessionSeconds });
}
