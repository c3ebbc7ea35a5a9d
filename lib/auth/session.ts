import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { sameSitePath } from '@/lib/i18n/same-site';
import { atPage, may, type PersonActor } from '@/lib/people/actor';
import { mayAdminister, type Power } from '@/lib/people/powers';
import type { Capability } from '@/lib/people/roles';
import { noteInAnswer } from '@/lib/request-at-hand';
import { notHere } from './not-here';
import { markWriting, ownMark } from './own-writing';
import { sessionCookieName, sessionIdIn } from './session-cookie';
import { type LiveSession, liveSession, type WaitingSession, waitingSession } from './session-rows';

/** The session of the request at hand, asked for once however many parts of a page want it. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const jar = await cookies();
  const id = await sessionIdIn(jar.get(sessionCookieName())?.value);
  const session = id && (await liveSession(id));
  if (!session) return null;
  noteInAnswer({ person: session.actor.personId });
  const mark = await ownMark();
  // Whoever does something meets the database as it is.
  return (await markWriting()) ? session : { ...session, actor: atPage(session.actor, mark) };
});

/** Somebody whose password was right and who is still asked for more; never beside a current session. */
export async function currentWaiting(): Promise<WaitingSession | null> {
  const jar = await cookies();
  const id = await sessionIdIn(jar.get(sessionCookieName())?.value);
  return id ? waitingSession(id) : null;
}

export async function currentActor(): Promise<PersonActor | null> {
  return (await currentSession())?.actor ?? null;
}

/** Whoever has a page open that asks by itself. @param does whether they did something on it meanwhile. */
export async function actorAtPage(does: boolean): Promise<PersonActor | null> {
  const jar = await cookies();
  const id = await sessionIdIn(jar.get(sessionCookieName())?.value);
  return (id && (await liveSession(id, does))?.actor) || null;
}

/**
 * For pages of the desk: sends whoever is not signed in to the door and back again afterwards; without
 * the capability the page does not exist.
 */
export async function requireActor(capability?: Capability): Promise<PersonActor> {
  const { actor } = await requireSession();
  if (capability && !may(actor, capability)) notHere();
  return actor;
}

/** The same for pages of administration. */
export async function requirePower(power: Power): Promise<PersonActor> {
  const { actor } = await requireSession();
  if (!mayAdminister(actor, power)) notHere();
  return actor;
}

/** The same for pages about the session itself. */
export async function requireSession(): Promise<LiveSession> {
  return (await currentSession()) ?? redirect(await signInPath());
}

/** scripts/web.mjs tells the present path in `x-path`, since a server component cannot ask for it. */
async function signInPath(): Promise<string> {
  const back = sameSitePath((await headers()).get('x-path'));
  return back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in';
}
