import { v7 as newId } from 'uuid';
import { db, type Transaction } from '@/lib/db/client';
import { areApart } from './administrators-stand';
import { invite } from './invitations';

/**
 * The way in for the first administrator, while nobody who could sign in hands out rights. Each call makes
 * a fresh link and voids the one before, so that an old console log opens nothing.
 *
 * @returns `<publicUrl>/welcome/<token>`, valid for a day and once; null when there is an administrator.
 */
export async function firstAdministratorLink(publicUrl: string): Promise<string | null> {
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`;
    const administrators = await transaction.person.findMany({
      where: { roles: { hasSome: ['administrator', 'securityAdministrator'] }, disabledAt: null },
      orderBy: { createdAt: 'asc' },
    });
    if (administrators.some((it) => it.passwordHash !== null)) return null;
    const apart = await areApart(transaction);
    const person = administrators[0] ?? (await newAdministrator(transaction, apart));
    const token = await invite(transaction, person.id);
    return `${publicUrl}/welcome/${token}`;
  });
}

/** Where the three are apart, the one who hands out rights. */
async function newAdministrator(transaction: Transaction, apart: boolean) {
  const unit = await transaction.unit.findUniqueOrThrow({ where: { code: 'hotline' } });
  return transaction.person.create({
    data: {
      id: newId(),
      unitId: unit.id,
      name: noName,
      login: await freeLogin(transaction),
      roles: [apart ? 'securityAdministrator' : 'administrator'],
    },
  });
}

/** Stands for a name until the first administrator gives their own. */
export const noName = '管理员';

/** `admin`, unless somebody who was disabled since had it. */
async function freeLogin(transaction: Transaction): Promise<string> {
  const taken = await transaction.person.findMany({
    where: { login: { startsWith: 'admin' } },
    select: { login: true },
  });
  const logins = new Set(taken.map((it) => it.login));
  let number = 1;
  while (logins.has(number === 1 ? 'admin' : `admin${number}`)) number += 1;
  return number === 1 ? 'admin' : `admin${number}`;
}
