import { z } from 'zod';
import { line } from '@/lib/fields';
import { lengthOf } from '@/lib/text';
import { canonicalLogin } from './check-password';
import { longestPassword, shortestPassword } from './password';

/** Length alone: rules about which characters drive people to `Passw0rd!` (NIST SP 800-63B §5.1.1.2). */
const password = z.string({ error: 'required' }).superRefine((value, context) => {
  const count = lengthOf(value.normalize('NFKC'));
  const refuse = (message: string, params = {}) =>
    context.addIssue({ code: 'custom', message, params });
  if (count === 0) refuse('required');
  else if (count < shortestPassword) refuse('passwordShort', { min: shortestPassword, count });
  else if (count > longestPassword) refuse('tooLong', { max: longestPassword, count });
});

const login = line(32)
  .transform(canonicalLogin)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,}$/, 'wrongLogin'));

const again = z.string({ error: 'required' });

/** Another password of one's own: the one there was, and twice the new one. */
export const otherPassword = z
  .object({
    now: z.string({ error: 'required' }).min(1, 'required').max(1000, 'wrongFormat'),
    password,
    again,
  })
  .superRefine((given, context) => {
    if (given.password === given.again) return;
    context.addIssue({ code: 'custom', path: ['again'], message: 'passwordsDiffer' });
  });

/** What somebody says about themselves when they take up an invitation. */
export const newAccount = z
  .object({ name: line(40), login, password, again })
  .superRefine((given, context) => {
    if (given.password === given.again) return;
    context.addIssue({ code: 'custom', path: ['again'], message: 'passwordsDiffer' });
  });
