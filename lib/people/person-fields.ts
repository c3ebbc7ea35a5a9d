import { z } from 'zod';
import { canonicalLogin } from '@/lib/auth/check-password';
import { choices, email, key, line, optional } from '@/lib/fields';
import { type Role, roleNames } from './roles';

/** As people may also choose it themselves when they take up an invitation. */
export const personLogin = line(32)
  .transform(canonicalLogin)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,}$/, 'wrongLogin'));

export const personName = line(40);
export const workEmail = optional(email());
export const personRoles = choices(roleNames as [Role, ...Role[]]);

export const newPerson = z.object({
  name: personName,
  login: personLogin,
  unitId: key(),
  roles: personRoles,
  email: workEmail,
});
export type NewPerson = z.infer<typeof newPerson>;
