import { recordChange } from '@/lib/audit/record-change';
import { type Database, db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import {
  type Administrator,
  administeringRoles,
  readAdministrators,
} from '@/lib/people/administrators-stand';
import { administratorOf, type Part, parts } from '@/lib/people/roles';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';

/** What keeps the three from being apart: of whom, or of which part. */
export type Hindrance =
  | { code: 'notOpen' }
  | { code: 'holdsSeveral'; name: string; id: string }
  | { code: 'nobodyFor'; part: Part };

export interface ThreeAdministrators {
  /** Since when they are apart; null: one may administer everything. */
  since: Date | null;
  /** Who asked that they no longer be, and when. */
  endAsked: { name: string; at: Date } | null;
  people: Administrator[];
  /** Empty where they are apart, or could be. */
  hindrances: Hindrance[];
}

const facts = {
  apartSince: true,
  apartEndAskedAt: true,
  apartEndAskedById: true,
  setUpAt: true,
  demo: true,
  name: true,
} as const;

const readFacts = (database: Database) =>
  database.installation.findUniqueOrThrow({ where: { id: 1 }, select: facts });

function hindrancesOf(people: readonly Administrator[], open: boolean): Hindrance[] {
  const nobody = parts.filter(
    (part) => !people.some((it) => it.canSignIn && it.parts.length === 1 && it.parts[0] === part),
  );
  return [
    ...(open ? [] : [{ code: 'notOpen' } as const]),
    ...people
      .filter((it) => it.parts.length > 1)
      .map(({ id, name }) => ({ code: 'holdsSeveral', id, name }) as const),
    ...nobody.map((part) => ({ code: 'nobodyFor', part }) as const),
  ];
}

/** Who administers what, whether they are apart, and what is against it. */
export async function readThree(database: Database = db()): Promise<ThreeAdministrators> {
  const [found, people] = await Promise.all([readFacts(database), readAdministrators(database)]);
  const { apartSince: since, apartEndAskedAt: at, apartEndAskedById: id } = found;
  const asking = id && (await database.person.findUnique({ where: { id } }));
  const open = found.demo || found.setUpAt !== null;
  return {
    since,
    endAsked: at && asking ? { name: asking.name, at } : null,
    people,
    hindrances: since ? [] : hindrancesOf(people, open),
  };
}

/**
 * From now on nobody may be two of the three. Refused while somebody is, or while a part has nobody who can
 * sign in; under the lock of the organisation, so that no role is given meanwhile.
 */
export function keepApart(by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const { since, hindrances } = await readThree(transaction);
    if (since) return;
    const [first] = hindrances;
    if (first?.code === 'notOpen') against(null, 'apartNotOpen');
    if (first?.code === 'holdsSeveral') against(null, 'apartHoldsSeveral', { name: first.name });
    if (first) against(null, 'apartNobody', { role: administratorOf(first.part) });
    await write(transaction, by, { apartSince: await databaseClock(transaction) }, { apart: true });
  });
}

/** Asks an audit administrator that one may administer everything again. Asked twice, the first stands. */
export function askApartEnd(by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const found = await readFacts(transaction);
    if (!found.apartSince) against(null, 'notApart');
    if (found.apartEndAskedAt) return;
    await write(
      transaction,
      by,
      { apartEndAskedAt: await databaseClock(transaction), apartEndAskedById: by.personId },
      { apartEnd: 'asked' },
    );
  });
}

/**
 * The audit administrator's word on it: with `agreed` the three need not be apart any more, else all stays. By
 * whoever asked nothing is agreed to, whatever they have become since.
 */
export function answerApartEnd(agreed: boolean, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const found = await readFacts(transaction);
    if (!found.apartEndAskedAt) against(null, 'nothingAsked');
    if (agreed && found.apartEndAskedById === by.personId) against(null, 'ownAsking');
    const none = { apartEndAskedAt: null, apartEndAskedById: null };
    await write(
      transaction,
      by,
      agreed ? { ...none, apartSince: null } : none,
      agreed ? { apart: false, apartEnd: 'agreed' } : { apartEnd: 'refused' },
    );
  });
}

interface Written {
  apartSince?: Date | null;
  apartEndAskedAt?: Date | null;
  apartEndAskedById?: string | null;
}

async function write(
  transaction: Transaction,
  by: PersonActor,
  data: Written,
  after: { apart?: boolean; apartEnd?: string },
): Promise<void> {
  const { name } = await transaction.installation.update({ where: { id: 1 }, data });
  const before = after.apart === undefined ? {} : { apart: !after.apart };
  await recordChange(transaction, by, {
    ...{ subject: 'installation', subjectId: '1', action: 'changed', name },
    ...{ before, after },
  });
}

/** How long what was done with the administrators themselves is told to all of them. */
const toldDays = 30;
const mostTold = 20;

export interface AdministratorsNews {
  id: string;
  at: Date;
  /** Null: the system. */
  by: string | null;
  subject: string;
  name: string;
  action: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/**
 * What was done of late with the three and their accounts, told to each of them: who of them it was, and that
 * they are apart or no longer are. Of all else that was changed only the log tells.
 */
export async function readAdministratorsNews(): Promise<AdministratorsNews[]> {
  return db().$queryRaw<AdministratorsNews[]>`
    SELECT c.id, c.at, n.name AS by, c.subject, c.name, c.action,
      COALESCE(c.before, '{}') AS before, COALESCE(c.after, '{}') AS after
    FROM "Change" c LEFT JOIN "Person" n ON n.id = c."personId"
    WHERE c.at > clock_timestamp() - make_interval(days => ${toldDays}::int) AND (
      (c.subject = 'installation' AND (jsonb_exists(c.after, 'apart') OR jsonb_exists(c.after, 'apartEnd')))
      OR (c.subject = 'person' AND (
        EXISTS (SELECT FROM "Person" p WHERE p.id::text = c."subjectId" AND p.roles && ${administeringRoles})
        OR jsonb_exists_any(COALESCE(c.before->'roles', '[]'), ${administeringRoles})
        OR jsonb_exists_any(COALESCE(c.after->'roles', '[]'), ${administeringRoles}))))
    ORDER BY c.at DESC, c.id DESC LIMIT ${mostTold}`;
}
