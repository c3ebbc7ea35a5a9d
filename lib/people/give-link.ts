import { recordChange } from '@/lib/audit/record-change';
import { endSessionsOf } from '@/lib/auth/session-rows';
import { changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { administratorsStand } from './administrators-stand';
import { presentPerson } from './find-person';
import { invite } from './invitations';

export interface Link {
  name: string;
  login: string;
  token: string;
}

/**
 * A link with which a person sets a password, shown once to whoever hands it over. With a password
 * already set this is a reset: the old one is void and they are signed out everywhere, at once. Not so
 * for one's own: it holds until the link is used, or an administrator could lock themselves out.
 */
export function giveLink(id: string, by: PersonActor): Promise<Outcome<Link>> {
  return changeOrganisation(async (transaction) => {
    const { name, login, passwordHash } = await presentPerson(transaction, id);
    const reset = passwordHash !== null;
    if (reset && id !== by.personId) {
      await transaction.person.update({ where: { id }, data: { passwordHash: null } });
      await administratorsStand(transaction);
      await endSessionsOf(id, transaction);
    }
    const token = await invite(transaction, id);
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name,
      action: reset ? 'passwordReset' : 'invited',
    });
    return { name, login, token };
  });
}
