import type { FormProblem } from '@/lib/forms';
import type { Refused } from './check-password';
import { minutesUntil } from './limiter';

/** What is said at the field in which a password or a code was wrong. */
export function signInProblem(refusal: Refused, field: string): FormProblem {
  if (refusal.code === 'wrongSignIn') {
    const { code, left } = refusal;
    return { field, code: left > 0 ? code : 'wrongSignInLast', values: { left } };
  }
  const { code, until } = refusal;
  return { field, code, values: { minutes: minutesUntil(until) } };
}
