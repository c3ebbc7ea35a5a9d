import type { Role } from '@/lib/people/roles';
import type { Caller } from './callers';
import type { MatrixCase } from './cases';

/**
 * What somebody gets: `page`, the page itself; `key`, the page that asks for the private link; `to /x`, led
 * elsewhere; a number, that status.
 */
export type Outcome = 'page' | 'key' | `to ${string}` | number;

/** What an entry answers to whom. Of an entry that is about no case, `about` is null. */
export type Rule = (caller: Caller, about: MatrixCase | null) => Outcome;

export const door = 'to /sign-in';
export const nothing = 'to /not-here';

/** The same for everybody. */
export const anyone =
  (outcome: Outcome = 'page'): Rule =>
  () =>
    outcome;

/** Whoever is signed in. */
export const staff: Rule = ({ role }) => (role ? 'page' : door);

/** Whoever holds one of these roles; to others of the staff there is no such thing. */
export const only =
  (...roles: Role[]): Rule =>
  ({ role }) => {
    if (!role) return door;
    return roles.includes(role) ? 'page' : nothing;
  };

const seen = ({ sees }: Caller, about: MatrixCase | null): boolean =>
  about !== null && sees.includes(about.name);

/** Staff who may know of the case, of these roles where any are named, of these cases where any are named. */
export const seeing =
  (roles: readonly Role[] | null = null, but: readonly MatrixCase['name'][] = []): Rule =>
  (caller, about) => {
    if (!caller.role) return door;
    const may = seen(caller, about) && (roles?.includes(caller.role) ?? true);
    return may && about && !but.includes(about.name) ? 'page' : nothing;
  };

/** Whoever holds the link of the very case. */
export const following: Rule = ({ follows }, about) =>
  follows !== null && follows === about?.name ? 'page' : 'key';
