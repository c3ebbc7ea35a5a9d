import { readInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import { checkPassword } from './check-password';
import { signInProblem } from './form-problem';
import { usedLately } from './password-age';
import { cameFrom } from './sign-in';
import { weaknessOf } from './weak-password';

/** What speaks against a person's taking this password in the place of the one they have now; null: nothing. */
export async function otherPasswordProblem(
  personId: string,
  given: { now: string; password: string },
): Promise<FormProblem | null> {
  const [{ name, login, unit }, installation] = await Promise.all([
    db().person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, login: true, unit: { select: { name: true, nameEn: true } } },
    }),
    readInstallation(),
  ]);
  const about = [name, login, unit.name, unit.nameEn, installation.name, installation.nameEn];
  const weak = weaknessOf(given.password, about);
  if (weak) return { field: 'password', code: weak };
  const known = await checkPassword({ login, password: given.now, ...(await cameFrom(login)) });
  if (!known.ok) return signInProblem(known, 'now');
  if (!(await usedLately(personId, given.password))) return null;
  return { field: 'password', code: 'passwordUsed' };
}
