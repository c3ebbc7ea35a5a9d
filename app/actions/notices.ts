'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { entryOf, readForm } from '@/lib/forms';
import { markSeen } from '@/lib/notices/staff-notices';

/** `upTo`: milliseconds, when the page that was read was drawn; what came later stays new. */
export async function seeNotices(data: FormData): Promise<void> {
  const actor = await currentActor();
  const upTo = entryOf(readForm(data), 'upTo');
  if (actor && /^\d{1,13}$/.test(upTo)) await markSeen(actor, new Date(Number(upTo)));
  redirect('/desk/notices');
}
