'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { changeMap, mapInput } from '@/lib/installation/map-settings';
import { powerAgainst } from '@/lib/people/administering';

/** Where map tiles come from, and where maps begin. */
export async function saveMap(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  const against = powerAgainst(actor, 'map');
  if (!actor || against) {
    return refused(state, entries, [{ field: null, code: against ?? 'signedOut' }]);
  }
  const given = mapInput.safeParse(entries);
  if (!given.success) return refused(state, entries, problemsOf(given.error));
  await changeMap(actor, given.data);
  redirect('/admin/settings?done=map');
}
