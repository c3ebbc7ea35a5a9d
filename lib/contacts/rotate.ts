import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { decrypt, encrypt } from './cipher';
import { currentMark } from './contact-keys';

/** A column of encrypted values, what its rows are told apart by, and to whom a value is bound. */
interface Place {
  table: string;
  column: string;
  key: string;
  /** Where the owner is named by another column than the key. */
  ownedBy?: string;
  /** What stands before the name of the owner. */
  as?: string;
}

/** Every place where values of `encrypt` stay. Cookies hold some for minutes, and a draft for an hour. */
export const places: readonly Place[] = [
  { table: 'Contact', column: 'name', key: 'voiceId' },
  { table: 'Contact', column: 'phone', key: 'voiceId' },
  { table: 'Contact', column: 'email', key: 'voiceId' },
  { table: 'Person', column: 'email', key: 'id' },
  { table: 'SecondFactor', column: 'secret', key: 'personId', as: 'second factor ' },
  { table: 'SecondFactor', column: 'pending', key: 'personId', as: 'second factor ' },
  { table: 'PushSubscription', column: 'sealed', key: 'id', ownedBy: 'voiceId' },
  { table: 'Draft', column: 'sealed', key: 'id', as: 'draft ' },
  { table: 'Photo', column: 'evidence', key: 'id', as: 'photo ' },
];

interface Row {
  id: string;
  owner: string;
  sealed: string;
}

const named = (name: string) => Prisma.raw(`"${name}"`);
const nobody = '00000000-0000-0000-0000-000000000000';

/** The next rows of a place that are not under the current key, by their key. */
function nextOf(
  { table, column, key, ownedBy = key, as = '' }: Place,
  after: string,
  size: number,
) {
  const [of, id, value] = [table, key, column].map(named);
  return db().$queryRaw<Row[]>`
    SELECT ${id}::text AS id, ${as} || ${named(ownedBy)} AS owner, ${value} AS sealed FROM ${of}
    WHERE ${id} > ${after}::uuid AND ${value} IS NOT NULL AND left(${value}, 8) <> ${mark()}
    ORDER BY ${id} LIMIT ${size}`;
}

/** @throws where values have no key of their own to go under. */
function mark(): string {
  const found = currentMark();
  if (!found) throw new Error('HUIYIN_CONTACT_KEY is not set');
  return found;
}

export interface Rotated {
  /** Values that are under the current key now and were under another. */
  renewed: number;
  /** `Contact.phone` with how many values whose key is not at hand, or that were altered. */
  unread: Record<string, number>;
}

/**
 * Puts every value that is under another key under the current one, so many rows in a statement. What has been done stays
 * done: cut off, it goes on with what is left. A value that changes meanwhile is left to whoever changed it.
 */
export async function rotate(
  size = 500,
  tell: (renewed: number) => void = () => {},
): Promise<Rotated> {
  const rotated: Rotated = { renewed: 0, unread: {} };
  for (const place of places) {
    for (let after = nobody; ; ) {
      const rows = await nextOf(place, after, size);
      const last = rows.at(-1);
      if (!last) break;
      const { made, unread } = renewed(rows);
      rotated.renewed += await write(place, made);
      if (unread > 0) {
        const name = `${place.table}.${place.column}`;
        rotated.unread[name] = (rotated.unread[name] ?? 0) + unread;
      }
      tell(rotated.renewed);
      after = last.id;
    }
  }
  return rotated;
}

function renewed(rows: readonly Row[]) {
  const made: (Row & { other: string })[] = [];
  let unread = 0;
  for (const row of rows) {
    try {
      made.push({ ...row, other: encrypt(decrypt(row.sealed, row.owner), row.owner) });
    } catch {
      unread += 1;
    }
  }
  return { made, unread };
}

function write(
  { table, column, key }: Place,
  made: readonly (Row & { other: string })[],
): Promise<number> {
  const [of, id, value] = [table, key, column].map(named);
  return db().$executeRaw`
    UPDATE ${of} SET ${value} = made.other
    FROM unnest(${made.map((it) => it.id)}::uuid[], ${made.map((it) => it.sealed)}::text[],
      ${made.map((it) => it.other)}::text[]) AS made (id, sealed, other)
    WHERE ${of}.${id} = made.id AND ${of}.${value} = made.sealed`;
}

/** How many values are under another key than the current one: none before the other may be taken away. */
export async function leftUnderOthers(): Promise<number> {
  let left = 0;
  for (const { table, column } of places) {
    const [of, value] = [table, column].map(named);
    const [row] = await db().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM ${of} WHERE ${value} IS NOT NULL AND left(${value}, 8) <> ${mark()}`;
    left += Number(row?.count ?? 0);
  }
  return left;
}
