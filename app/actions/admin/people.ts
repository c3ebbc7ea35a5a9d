'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { settings } from '@/lib/env';
import { civilDate, key, optional } from '@/lib/fields';
import { type FormState, freshForm, problemsOf } from '@/lib/forms';
import { addAbsence as add, cancelAbsence as cancel } from '@/lib/people/absences';
import { addPerson as addNew } from '@/lib/people/add-person';
import { administering, administeringGravely } from '@/lib/people/administering';
import { changePerson as change, personFacts } from '@/lib/people/change-person';
import { comeBack } from '@/lib/people/come-back';
import { setDeputy as set } from '@/lib/people/deputy';
import { giveLink as give } from '@/lib/people/give-link';
import { type HandedOver, handOverAgain } from '@/lib/people/hand-over';
import { unbindIdentity } from '@/lib/people/identity';
import { leave } from '@/lib/people/leave';
import { movePerson as move } from '@/lib/people/move-person';
import { newPerson } from '@/lib/people/person-fields';
import { signOutPerson } from '@/lib/people/sign-out-person';
import { takeFactorAway } from '@/lib/people/take-factor';
import { withRoleNames } from './role-words';

export async function addPerson(state: FormState, data: FormData): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, async (actor, entries) => {
    const given = newPerson.safeParse(entries);
    return given.success
      ? addNew(given.data, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return withRoleNames(ended.state);
  redirect(`/admin/people/${ended.done}/link?done=added`);
}

export async function changePerson(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, async (actor, entries) => {
    const given = personFacts.safeParse(entries);
    return given.success
      ? change(idOf(id), given.data, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return withRoleNames(ended.state);
  redirect(`/admin/people/${id}?done=changed`);
}

const deputy = z.object({ deputyId: optional(key()) });

export async function setDeputy(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('people', state, data, async (actor, entries) => {
    const given = deputy.safeParse(entries);
    return given.success
      ? set(idOf(id), given.data.deputyId ?? null, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=deputy`);
}

const days = z.object({ fromOn: civilDate(), untilOn: civilDate() });

export async function addAbsence(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('people', state, data, async (actor, entries) => {
    const given = days.safeParse(entries);
    return given.success
      ? add(idOf(id), given.data, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=absence`);
}

export async function cancelAbsence(
  id: string,
  absenceId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administering('people', state, data, (actor) =>
    cancel(idOf(absenceId), actor),
  );
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${idOf(id)}?done=cancelled`);
}

/** The link is in no address and no log, only in what this form answers. */
export async function giveLink(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, (actor) => give(idOf(id), actor));
  if ('state' in ended) return ended.state;
  const { name, login, token } = ended.done;
  const link = `${settings().publicUrl}/welcome/${token}`;
  return { ...freshForm, done: { code: 'link', values: { name, login, link } } };
}

/** Takes a lost second factor away. Keep the signature. */
export async function takeFactorFrom(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, (actor) =>
    takeFactorAway(idOf(id), actor),
  );
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=factorTaken`);
}

/** Lets a person be known anew by single sign-on. Keep the signature. */
export async function unbindSingleSignOn(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, (actor) =>
    unbindIdentity(idOf(id), actor),
  );
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=identityUnbound`);
}

/** Ends all sessions of a person. Keep the signature. */
export async function signOutEverywhere(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, (actor) =>
    signOutPerson(idOf(id), actor),
  );
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=signedOut`);
}

const goes = z.object({ toPersonId: optional(key()) });

export async function leavePerson(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, async (actor, entries) => {
    const given = goes.safeParse(entries);
    return given.success
      ? leave(idOf(id), given.data.toPersonId ?? null, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return withRoleNames(ended.state);
  redirect(`/admin/people/${id}?done=left${cases(ended.done)}`);
}

export async function handOverCases(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, async (actor, entries) => {
    const given = goes.safeParse(entries);
    return given.success
      ? handOverAgain(idOf(id), given.data.toPersonId ?? null, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=handedOver${cases(ended.done)}`);
}

const movesTo = z.object({ unitId: key(), toPersonId: optional(key()) });

export async function movePerson(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, async (actor, entries) => {
    const given = movesTo.safeParse(entries);
    return given.success
      ? move(idOf(id), given.data.unitId, given.data.toPersonId ?? null, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}?done=moved${cases(ended.done)}`);
}

const backTo = z.object({ unitId: key() });

export async function returnPerson(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const ended = await administeringGravely('people', state, data, async (actor, entries) => {
    const given = backTo.safeParse(entries);
    return given.success
      ? comeBack(idOf(id), given.data.unitId, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/people/${id}/link?done=returned`);
}

const cases = ({ moved, failed }: HandedOver): string =>
  moved + failed > 0 ? `&moved=${moved}&failed=${failed}` : '';

/** What is bound to a form is in the sender's hands; anything but a key is nobody's. */
const idOf = (bound: string): string =>
  z.uuid().safeParse(bound).data ?? '00000000-0000-0000-0000-000000000000';
