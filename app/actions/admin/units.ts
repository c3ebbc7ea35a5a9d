'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { key, optional } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { administering } from '@/lib/people/administering';
import { addUnit as add } from '@/lib/units/add-unit';
import { changeUnit as change } from '@/lib/units/change-unit';
import { closeUnit as close, reopenUnit as reopen } from '@/lib/units/close-unit';
import { mergeUnit as merge } from '@/lib/units/merge-unit';
import { moveUnit as move } from '@/lib/units/move-unit';
import { newUnit, unitFacts } from '@/lib/units/unit-fields';

export async function addUnit(state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('units', state, data, async (actor, entries) => {
    const given = newUnit.safeParse(entries);
    return given.success
      ? add(given.data, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/units/${ended.done}?done=added`);
}

export async function changeUnit(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('units', state, data, async (actor, entries) => {
    const given = unitFacts.safeParse(entries);
    return given.success
      ? change(idOf(id), given.data, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/units/${id}?done=changed`);
}

const underWhat = z.object({ parentId: optional(key()) });

export async function moveUnit(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('units', state, data, async (actor, entries) => {
    const given = underWhat.safeParse(entries);
    return given.success
      ? move(idOf(id), given.data.parentId ?? null, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/units/${id}?done=moved`);
}

const intoWhat = z.object({ intoId: key() });

export async function mergeUnit(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('units', state, data, async (actor, entries) => {
    const given = intoWhat.safeParse(entries);
    return given.success
      ? merge(idOf(id), given.data.intoId, actor)
      : { ok: false, problems: problemsOf(given.error) };
  });
  if ('state' in ended) return ended.state;
  redirect(`/admin/units/${id}?done=merged`);
}

export async function closeUnit(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('units', state, data, (actor) => close(idOf(id), actor));
  if ('state' in ended) return ended.state;
  redirect(`/admin/units/${id}?done=closed`);
}

export async function reopenUnit(id: string, state: FormState, data: FormData): Promise<FormState> {
  const ended = await administering('units', state, data, (actor) => reopen(idOf(id), actor));
  if ('state' in ended) return ended.state;
  redirect(`/admin/units/${id}?done=reopened`);
}

/** What is bound to a form is in the sender's hands; anything but a key is nobody's. */
const idOf = (bound: string): string =>
  z.uuid().safeParse(bound).data ?? '00000000-0000-0000-0000-000000000000';
