'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { choice, key } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { sendAgain } from '@/lib/notices/not-gone-out';
import { allowPush } from '@/lib/notices/push/allowed';
import { administering } from '@/lib/people/administering';

const input = z.object({ notice: key() });

/** Has one notice that did not go out tried again. Keep the signature. */
export async function sendNoticeAgain(state: FormState, data: FormData): Promise<FormState> {
  const sent = await administering('notices', state, data, async (actor, entries) => {
    const given = input.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    return { ok: true, value: await sendAgain(actor, given.data.notice) };
  });
  if ('state' in sent) return sent.state;
  redirect(`/admin/notices?done=${sent.done ? 'again' : 'gone'}`);
}

const pushInput = z.object({ push: choice(['on', 'off']) });

/** Allows Web Push, or ends it. Keep the signature. */
export async function switchPush(state: FormState, data: FormData): Promise<FormState> {
  const switched = await administering('notices', state, data, async (actor, entries) => {
    const given = pushInput.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    const on = given.data.push === 'on';
    await allowPush(actor, on);
    return { ok: true, value: on };
  });
  if ('state' in switched) return switched.state;
  redirect(`/admin/notices?done=${switched.done ? 'pushOn' : 'pushOff'}`);
}
