'use server';

import { redirect } from 'next/navigation';
import { tellingAt } from '@/components/appeals/telling';
import { minutesUntil } from '@/lib/auth/limiter';
import { currentActor } from '@/lib/auth/session';
import { entryOf, type FormProblem, type FormState, readForm, refused } from '@/lib/forms';
import { civilDay } from '@/lib/i18n/dates';
import { keepBack, releasePhoto } from '@/lib/photos/release';
import { revealTaken, type Taken } from '@/lib/photos/taken';
import { now } from '@/lib/time/now';

const decisions = { show: releasePhoto, keep: keepBack } as const;

/** Whether everybody may see a picture, and with what covered. Keep the signature. */
export async function decidePhoto(
  decision: 'show' | 'keep',
  caseNumber: string,
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems);
  const actor = await currentActor();
  if (!actor) return no([{ field: null, code: 'signedOut' }]);
  const decide = decision === 'show' ? decisions.show : decisions.keep;
  const done = await decide(actor, { caseNumber, id, input: entries });
  if (!done.ok) {
    return no(done.code === 'badInput' ? done.problems : [{ field: null, code: done.code }]);
  }
  const which = decision === 'show' ? 'shown' : 'keptBack';
  redirect(`/appeals/${caseNumber}/photos/${id}/release?done=${which}`);
}

/** Answers with what the camera wrote, so that it stands in this one answer and in no address. */
export async function showTaken(
  caseNumber: string,
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems);
  const actor = await currentActor();
  if (!actor) return no([{ field: null, code: 'signedOut' }]);
  const seen = await revealTaken(actor, { caseNumber, id, reason: entryOf(entries, 'reason') });
  if (seen.ok) {
    const values = await wordsOf(seen.taken);
    return { attempt: 0, entries: {}, problems: [], done: { code: 'revealed', values } };
  }
  if (seen.code === 'badInput') return no(seen.problems);
  const { code } = seen;
  return code === 'tooManyReveals'
    ? no([{ field: null, code, values: { minutes: minutesUntil(seen.until) } }])
    : no([{ field: null, code }]);
}

/** As the camera's clock stood, whose zone nobody knows. */
async function wordsOf({ takenAt, place }: Taken) {
  const day = takenAt && civilDay(takenAt.slice(0, 10), await tellingAt(now()));
  return {
    takenAt: takenAt ? `${day} ${takenAt.slice(11, 16)}` : '',
    place: place ? `${place.lat.toFixed(5)}, ${place.lng.toFixed(5)}` : '',
  };
}
