import type { Named } from '@/lib/appeals/queries/case-view';
import { type PageKey, writePageKey } from '@/lib/appeals/queries/page-key';
import { barredInSql } from '@/lib/appeals/queries/recused';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { db, planned } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';

export interface NoticeLine {
  id: string;
  /** A verb, or a word of its own such as `card`. */
  kind: string;
  at: Date;
  seen: boolean;
  /** To the reader in person, not to the unit. */
  own: boolean;
  caseNumber: string;
  title: string;
  category: Named | null;
  /** Language in which the resident wrote. */
  voiceLocale: string | undefined;
}

export interface Notices {
  at: Date;
  lines: NoticeLine[];
  older: string | null;
  unseen: boolean;
}

const pageOf = 25;

/** Whoever acts for the unit reads what the unit is told. */
const readsUnit = (actor: PersonActor): boolean => may(actor, 'handle') || may(actor, 'assign');

/**
 * What a person and their unit were told, newest first, under `visibleTo`. Two lists, each in the order
 * of its index, are merged: asked together they would have to be sorted whole.
 */
export async function readNotices(actor: PersonActor, after: PageKey | null): Promise<Notices> {
  const [at, person] = await Promise.all([
    databaseClock(db()),
    db().person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: { noticesSeenAt: true, createdAt: true },
    }),
  ]);
  const addressed: Prisma.NoticeWhereInput[] = [
    { personId: actor.personId },
    ...(readsUnit(actor) ? [{ unitId: actor.unitId, personId: null }] : []),
  ];
  const lists = await Promise.all(
    addressed.map((to) =>
      db().notice.findMany({
        where: { AND: [to, { appeal: visibleTo(actor) }, ...(after ? [behind(after)] : [])] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: pageOf + 1,
        select: noticeFields,
      }),
    ),
  );
  const found = lists
    .flat()
    .toSorted(newestFirst)
    .slice(0, pageOf + 1);
  const page = found.slice(0, pageOf);
  const last = page.at(-1);
  const since = person.noticesSeenAt ?? person.createdAt;
  const lines = page.map((row) => lineOf(row, actor, since));
  return {
    at,
    lines,
    older: found.length > pageOf && last ? writePageKey({ at: last.createdAt, id: last.id }) : null,
    unseen: lines.some((it) => !it.seen),
  };
}

/** Counted up to here; beyond it the number means "at least". */
export const mostUnseen = 99;

/**
 * How many notices are not yet seen, for the masthead of every page: two short index scans. What came before
 * a person was there counts as seen.
 */
export function unseenInSql(actor: PersonActor): Prisma.Sql {
  const { personId, unitId } = actor;
  // Part of the text: for so many as may be asked for whole tables would be read.
  const most = Prisma.raw(String(mostUnseen + 1));
  const since = Prisma.sql`(SELECT COALESCE("noticesSeenAt", "createdAt")
    FROM "Person" WHERE id = ${personId}::uuid)`;
  const own = Prisma.sql`SELECT 1 FROM "Notice" n JOIN "Appeal" a ON a.id = n."appealId"
    WHERE n."personId" = ${personId}::uuid AND ${visibleInSql(actor)}
      AND n."createdAt" > ${since} LIMIT ${most}`;
  // Those they are barred from are few and looked up once: a hundred cases would have to be, one by one.
  const ofUnit = Prisma.sql`SELECT 1 FROM "Notice" n
    WHERE n."unitId" = ${unitId}::uuid AND n."personId" IS NULL AND n."createdAt" > ${since}
      AND n."appealId" <> ALL (ARRAY(${barredInSql(actor)})) LIMIT ${most}`;
  const lists = readsUnit(actor) ? [own, ofUnit] : [own];
  return Prisma.sql`(SELECT count(*)::int FROM (
    ${Prisma.join(
      lists.map((it) => Prisma.sql`(${it})`),
      ' UNION ALL ',
    )}) AS unseen)`;
}

/** The same, asked for by itself. */
export async function countUnseen(actor: PersonActor): Promise<number> {
  const rows = await db().$queryRaw<{ n: number }[]>`${planned} SELECT ${unseenInSql(actor)} AS n`;
  return rows[0]?.n ?? 0;
}

/**
 * Everything up to this instant has been seen; later notices stay new. An instant that is not past, or
 * lies before what was seen already, changes nothing more.
 */
export async function markSeen(actor: PersonActor, upTo: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE "Person" SET "noticesSeenAt" = LEAST(${upTo}::timestamptz, clock_timestamp())
    WHERE id = ${actor.personId}::uuid
      AND COALESCE("noticesSeenAt", '-infinity') < LEAST(${upTo}::timestamptz, clock_timestamp())`;
}

const noticeFields = {
  id: true,
  kind: true,
  personId: true,
  createdAt: true,
  appeal: {
    select: {
      caseNumber: true,
      detail: { select: { title: true } },
      category: { select: { id: true, name: true, nameEn: true } },
      voices: { where: { role: 'filer' }, select: { locale: true } },
    },
  },
} satisfies Prisma.NoticeSelect;

type Row = Prisma.NoticeGetPayload<{ select: typeof noticeFields }>;

const newestFirst = (a: Row, b: Row): number =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

function behind({ at, id }: PageKey): Prisma.NoticeWhereInput {
  if (!at) return {};
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}

const lineOf = (row: Row, actor: PersonActor, since: Date): NoticeLine => ({
  id: row.id,
  kind: row.kind,
  at: row.createdAt,
  seen: row.createdAt <= since,
  own: row.personId === actor.personId,
  caseNumber: row.appeal.caseNumber,
  title: row.appeal.detail?.title ?? '',
  category: row.appeal.category,
  voiceLocale: row.appeal.voices[0]?.locale,
});
