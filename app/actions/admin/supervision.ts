'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { currentActor } from '@/lib/auth/session';
import { key } from '@/lib/fields';
import { type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { isId } from '@/lib/id';
import { ruledCauses, supervisionLevels } from '@/lib/installation/supervision-causes';
import { nameOfficers } from '@/lib/installation/supervision-officers';
import { ruleInput, saveRule } from '@/lib/installation/supervision-rules';
import { powerAgainst } from '@/lib/people/administering';

/** Adds a rule of a cause, or changes the one with the id. Keep the signature. */
export async function saveSupervisionRule(
  cause: string,
  id: string | null,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: string) => refused(state, entries, [{ field: null, code }]);
  const actor = await currentActor();
  const against = powerAgainst(actor, 'supervision');
  if (!actor || against) return no(against ?? 'signedOut');
  const known = ruledCauses.find((it) => it === cause);
  if (!known || (id !== null && !isId(id))) return no('ruleGone');
  const given = ruleInput(known).safeParse(entries);
  if (!given.success) return refused(state, entries, problemsOf(given.error));
  const problem = await saveRule(actor, known, id, given.data);
  if (problem) return refused(state, entries, [problem]);
  redirect('/admin/supervision?done=rule');
}

export async function nameSupervisionOfficers(
  level: number,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: string) => refused(state, entries, [{ field: null, code }]);
  const actor = await currentActor();
  const against = powerAgainst(actor, 'supervision');
  if (!actor || against) return no(against ?? 'signedOut');
  const known = supervisionLevels.find((it) => it === level);
  if (!known) return no('ruleGone');
  const listed = z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? [...new Set(value)] : [value]),
    z.array(key()),
  );
  const given = z.object({ people: listed }).safeParse(entries);
  if (!given.success) return refused(state, entries, problemsOf(given.error));
  const problem = await nameOfficers(actor, known, given.data.people);
  if (problem) return refused(state, entries, [problem]);
  redirect('/admin/supervision?done=officers');
}
