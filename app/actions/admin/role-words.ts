import type { FormState } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

/** Problems whose values are roles. */
const ofRoles = ['rolesClash', 'partOfNobody', 'apartNobody'];

/** Roles a problem tells of are called as people know them. */
export async function withRoleNames(state: FormState): Promise<FormState> {
  const words = await getTranslations('words.role');
  const problems = state.problems.map((it) => {
    if (!ofRoles.includes(it.code) || !it.values) return it;
    const named = Object.entries(it.values).map(([key, role]) => [key, words(String(role))]);
    return { ...it, values: Object.fromEntries(named) };
  });
  return { ...state, problems };
}
