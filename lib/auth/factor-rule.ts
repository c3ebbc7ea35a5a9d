import type { Role } from '@/lib/people/roles';

/** Who sees everything or hands out rights. */
export const mustHave: readonly Role[] = [
  'supervisor',
  'inspector',
  'administrator',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
];

/** Whether administration's rule, in force from `from` on, means somebody with these roles. */
export const isMeant = (roles: readonly string[], from: Date | null): from is Date =>
  from !== null && mustHave.some((role) => roles.includes(role));

/** Whether they may not sign in any more without one. */
export const mustEnrol = (roles: readonly string[], from: Date | null, at: Date): boolean =>
  isMeant(roles, from) && from <= at;
