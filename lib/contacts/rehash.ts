import { db } from '@/lib/db/client';
import { estateOf } from '@/lib/places/estate';
import { decrypt, lookupHash } from './cipher';
import { moveHashes, type Rehashed } from './one-hash';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Hashes that stand in the database, each with the one of now of what it was made of. */
interface Slice {
  last: string;
  made: Rehashed[];
  unread: number;
}

interface Place {
  name: string;
  next(after: string, size: number): Promise<Slice | null>;
  write(moves: readonly Rehashed[]): Promise<number>;
}

interface Sealed {
  owner: string;
  sealed: string;
  hash: string;
  /** Reads what was hashed out of what was sealed. */
  read?: (plain: string) => string;
}

/** @param last the key of the slice's last row: its hashes may be none. */
function sliceOf(rows: readonly Sealed[], last: string | undefined): Slice | null {
  if (!last) return null;
  const made: Rehashed[] = [];
  let unread = 0;
  for (const { owner, sealed, hash, read } of rows) {
    try {
      const plain = decrypt(sealed, owner);
      made.push({ before: hash, now: lookupHash(read ? read(plain) : plain) });
    } catch {
      unread += 1;
    }
  }
  return { last, made, unread };
}

const endpointIn = (plain: string): string => JSON.parse(plain).endpoint;

const people: Place = {
  name: 'Contact',
  async next(after, take) {
    const rows = await db().contact.findMany({
      where: { voiceId: { gt: after } },
      orderBy: { voiceId: 'asc' },
      take,
    });
    const sealed = rows.flatMap(({ voiceId, phone, phoneHash, email, emailHash }) =>
      [
        [phone, phoneHash],
        [email, emailHash],
      ].flatMap(([value, hash]) =>
        value && hash ? [{ owner: voiceId, sealed: value, hash }] : [],
      ),
    );
    return sliceOf(sealed, rows.at(-1)?.voiceId);
  },
  write: moveHashes,
};

const devices: Place = {
  name: 'PushSubscription',
  async next(after, take) {
    const rows = await db().pushSubscription.findMany({
      where: { id: { gt: after }, endedAt: null },
      orderBy: { id: 'asc' },
      take,
    });
    const sealed = rows.flatMap(({ voiceId, sealed: value, endpointHash }) =>
      value && endpointHash
        ? [{ owner: voiceId, sealed: value, hash: endpointHash, read: endpointIn }]
        : [],
    );
    return sliceOf(sealed, rows.at(-1)?.id);
  },
  write: moveHashes,
};

/** Where it was left to be asked: the place is read where its case keeps it. */
const places: Place = {
  name: 'Nearby',
  async next(after, size) {
    const rows = await db().$queryRaw<{ id: string; hash: string; place: string | null }[]>`
      SELECT n."voiceId" AS id, n."placeHash" AS hash, d.place FROM "Nearby" n
      JOIN "Voice" v ON v.id = n."voiceId" LEFT JOIN "Detail" d ON d."appealId" = v."appealId"
      WHERE n."voiceId" > ${after}::uuid ORDER BY n."voiceId" LIMIT ${size}`;
    const last = rows.at(-1)?.id;
    if (!last) return null;
    const made = rows.flatMap(({ hash, place }) => {
      const estate = place && estateOf(place);
      return estate ? [{ before: hash, now: lookupHash(estate) }] : [];
    });
    return { last, made, unread: 0 };
  },
  write(moves) {
    const [before, now] = [moves.map((it) => it.before), moves.map((it) => it.now)];
    return db().$executeRaw`
      UPDATE "Nearby" n SET "placeHash" = made.now
      FROM unnest(${before}::text[], ${now}::text[]) AS made (before, now) WHERE n."placeHash" = made.before`;
  },
};

/**
 * Makes every keyed hash anew that is not of the secret of now, from what it was made of, so many rows in a transaction. What has
 * been done stays done: cut off, it begins again and finds it done. Numbers somebody searched for that stand in no case cannot be
 * made anew, and nobody asks for them: whoever leaves such a number later was not searched for.
 *
 * @returns how many rows it changed, and by table how many could not be read.
 */
export async function rehash(
  size = 500,
  tell: (changed: number) => void = () => {},
): Promise<{ changed: number; unread: Record<string, number> }> {
  const done = { changed: 0, unread: {} as Record<string, number> };
  await walk(size, async ({ name, write }, moves, unread) => {
    done.changed += moves.length > 0 ? await write(moves) : 0;
    if (unread > 0) done.unread[name] = (done.unread[name] ?? 0) + unread;
    tell(done.changed);
  });
  return done;
}

/** How many hashes are of another secret than that of now. */
export async function hashesOfOthers(size = 500): Promise<number> {
  let left = 0;
  await walk(size, async (_place, moves, unread) => {
    left += moves.length + unread;
  });
  return left;
}

async function walk(
  size: number,
  each: (place: Place, moves: Rehashed[], unread: number) => Promise<void>,
): Promise<void> {
  for (const place of [people, devices, places]) {
    for (let after = nobody; ; ) {
      const slice = await place.next(after, size);
      if (!slice) break;
      const stale = slice.made.filter(({ before, now }) => before !== now);
      const once = new Map(stale.map((it) => [it.before, it]));
      await each(place, [...once.values()], slice.unread);
      after = slice.last;
    }
  }
}
