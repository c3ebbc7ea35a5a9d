import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { decrypt, encrypt } from '@/lib/contacts/cipher';
import { type FilingStep, withStep } from '@/lib/drafts/filing-steps';
import {
  type Draft,
  keepDraft,
  keptDays,
  newDraft,
  readDraft,
  writeDraft,
} from '@/lib/drafts/keep';
import type { Entries } from '@/lib/forms';
import { isId } from '@/lib/id';
import { addressIn, networkOf } from './address';
import { counterKey } from './counter-key';
import { isSecure } from './door';
import { type Allowed, limit } from './limiter';
import { cookieOptions } from './session-cookie';

const cookieName = (): string => (isSecure() ? '__Host-huiyin.draft' : 'huiyin.draft');

/** Lets this browser write on in a draft. */
async function rememberDraft(id: string): Promise<void> {
  const options = { ...cookieOptions(), maxAge: keptDays * 24 * 60 * 60 };
  (await cookies()).set(cookieName(), encrypt(id, 'draft'), options);
}

export async function forgetDraft(): Promise<void> {
  (await cookies()).set(cookieName(), '', { ...cookieOptions(), maxAge: 0 });
}

/** What this browser has begun to write; null where there is nothing, or no more. */
export const currentDraft = cache(async (): Promise<Draft | null> => {
  const id = await draftId();
  return id ? readDraft(id) : null;
});

async function draftId(): Promise<string | null> {
  const sealed = (await cookies()).get(cookieName())?.value;
  if (!sealed) return null;
  try {
    const id = decrypt(sealed, 'draft');
    return isId(id) ? id : null;
  } catch {
    return null;
  }
}

/** Two hundred begun an hour from one place: a town behind one address, and no way to fill the disk. */
const place = limit('draft-place', 200, 60);

async function takeTry(): Promise<Allowed> {
  const network = networkOf(addressIn((await headers()).get('x-forwarded-for')));
  return place.take(counterKey(network));
}

export type KeptStep = { ok: true; told: Entries } | { ok: false; until: Date };

/** Keeps the answers of one page in this browser's draft, and begins one where there is none. */
export async function keepStep(step: FilingStep, answers: Entries): Promise<KeptStep> {
  const draft = await currentDraft();
  const written =
    draft &&
    (await writeDraft(draft.id, ({ told, version }) => ({
      told: withStep(told, step, answers),
      version: version + 1,
    })));
  return written ? { ok: true, told: written.told } : begin(step, answers, 2);
}

/** What is saved while somebody writes; nothing where the page has been answered since. */
export async function autosaveStep(
  step: FilingStep,
  answers: Entries,
  shown: number,
): Promise<{ ok: boolean }> {
  const draft = await currentDraft();
  if (!draft || draft.filed) return shown === 0 ? begin(step, answers, 1) : { ok: false };
  const written = await writeDraft(draft.id, ({ told, version }) =>
    version === Math.max(shown, 1) ? { told: withStep(told, step, answers), version } : null,
  );
  return { ok: written !== null };
}

async function begin(step: FilingStep, answers: Entries, version: number): Promise<KeptStep> {
  const allowed = await takeTry();
  if (!allowed.ok) return allowed;
  const begun = { ...newDraft(), told: withStep({}, step, answers), version };
  await keepDraft(begun);
  await rememberDraft(begun.id);
  return { ok: true, told: begun.told };
}
