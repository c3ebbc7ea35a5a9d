import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import { now } from '@/lib/time/now';
import { signInProblem } from './form-problem';
import { prove } from './prove';
import type { LiveSession } from './session-rows';
import { renewSession } from './sign-in';

/** The field in which a form of a grave act takes the password or a code once more. */
export const proofField = 'proof';

/** How many minutes a proof holds for grave acts; administration's to say. */
export async function proofMinutes(): Promise<number> {
  const where = { id: 1 };
  const row = await db().installation.findUniqueOrThrow({ where, select: { proofMinutes: true } });
  return row.proofMinutes;
}

/** Whether it is too long ago that whoever sits there has proved who they are (ASVS 5.0, 7.5.3). */
export async function isProofStale({ provedAt }: Pick<LiveSession, 'provedAt'>): Promise<boolean> {
  return now().getTime() - provedAt.getTime() > (await proofMinutes()) * 60_000;
}

/**
 * What speaks against a grave act before its form is looked at: nothing where the last proof is fresh, or where
 * the form brings one, which then holds for the next acts too. All else of the form goes back as it was sent.
 */
export async function proofProblem(
  session: LiveSession,
  given: string,
): Promise<FormProblem | null> {
  if (!(await isProofStale(session))) return null;
  if (given === '') return { field: proofField, code: 'proofNeeded' };
  const proved = await prove(session, given.slice(0, 1000));
  if (!proved.ok) {
    const { field, code, values } = signInProblem(proved, proofField);
    return {
      field,
      code: `proof${code.charAt(0).toUpperCase()}${code.slice(1)}`,
      ...(values && { values }),
    };
  }
  await renewSession(session);
  return null;
}
