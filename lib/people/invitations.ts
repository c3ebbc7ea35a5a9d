import { createHash, randomBytes } from 'node:crypto';
import { recordChange } from '@/lib/audit/record-change';
import { endSessionsOf } from '@/lib/auth/session-rows';
import { db, type Transaction } from '@/lib/db/client';
import { now } from '@/lib/time/now';

const validHours = 24;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * A one-time link with which a person sets a password; links given to them before are void.
 *
 * @returns the token (256 random bits), which is not kept: the database holds its hash.
 */
export async function invite(database: Transaction, personId: string): Promise<string> {
  const at = now();
  await database.invitation.updateMany({
    where: { personId, usedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  });
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + validHours * 3_600_000);
  await database.invitation.create({ data: { tokenHash: hashOf(token), personId, expiresAt } });
  return token;
}

const open = (token: string) => ({
  tokenHash: hashOf(token),
  usedAt: null,
  expiresAt: { gt: now() },
  person: { disabledAt: null },
});

/** Whom a link invites, as long as it holds. Looking uses nothing up. */
export async function invitedPerson(
  token: string,
): Promise<{ personId: string; name: string; login: string } | null> {
  const invitation = await db().invitation.findFirst({
    where: open(token),
    select: { personId: true, person: { select: { name: true, login: true } } },
  });
  return invitation && { personId: invitation.personId, ...invitation.person };
}

export interface Acceptance {
  name: string;
  login: string;
  passwordHash: string;
}

/** Uses an invitation, once: of two at the same moment one finds it gone. Ends older sessions. */
export async function acceptInvitation(
  token: string,
  given: Acceptance,
): Promise<'accepted' | 'invitationGone' | 'loginTaken'> {
  return db().$transaction(async (transaction) => {
    const where = open(token);
    const invitation = await transaction.invitation.findFirst({ where });
    if (!invitation) return 'invitationGone';
    const { personId } = invitation;
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${given.login}))`;
    const taken = await transaction.person.count({
      where: { login: given.login, id: { not: personId } },
    });
    if (taken > 0) return 'loginTaken';
    const used = await transaction.invitation.updateMany({ where, data: { usedAt: now() } });
    if (used.count !== 1) return 'invitationGone';
    const before = await transaction.person.findUniqueOrThrow({ where: { id: personId } });
    await transaction.person.update({ where: { id: personId }, data: given });
    await recordOwnChange(transaction, before, given);
    await endSessionsOf(personId, transaction);
    return 'accepted';
  });
}

/** Whoever takes a link up may correct their name and login; the log says so. */
async function recordOwnChange(
  transaction: Transaction,
  before: { id: string; name: string; login: string },
  { name, login }: Acceptance,
): Promise<void> {
  if (before.name === name && before.login === login) return;
  await recordChange(
    transaction,
    { personId: before.id },
    {
      subject: 'person',
      subjectId: before.id,
      name,
      action: 'changed',
      before: { name: before.name, login: before.login },
      after: { name, login },
    },
  );
}
