import { type ChainFault, chainFault, commit } from '@/lib/appeals/event';
import { stepsOf } from '@/lib/appeals/queries/steps';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { pointOf, pointText } from '@/lib/places/point';

type Fault = ChainFault | 'headDiffers' | 'wordsDiffer' | 'detailDiffers' | 'photosDiffer';

export interface Verified {
  appeals: number;
  events: number;
  /** Texts whose words were erased: their steps stand, and are not broken. */
  erased: number;
  faults: { caseNumber: string; seq: number; fault: Fault }[];
}

const page = 200;

type Read = Awaited<ReturnType<typeof readPage>>[number];

/**
 * Recomputes every appeal's chain from its rows and the archive, compares its head with the appeal's own note of it, and
 * every word that is still kept with what its event is bound to. Each page is read at one instant.
 */
export async function verifyChains(): Promise<Verified> {
  const found: Verified = { appeals: 0, events: 0, erased: 0, faults: [] };
  let after: string | undefined;
  for (;;) {
    const appeals = await readPage(after);
    for (const appeal of appeals) {
      found.appeals += 1;
      found.events += appeal.events.length;
      found.erased += appeal.texts.filter((it) => it.erasedAt).length;
      const fault = faultOf(appeal);
      if (fault) found.faults.push({ caseNumber: appeal.caseNumber, ...fault });
    }
    after = appeals.at(-1)?.id;
    if (appeals.length < page) return found;
  }
}

/** One page of appeals with what belongs to them: one question after another, all of one instant. */
const readPage = (after: string | undefined) =>
  db().$transaction(
    async (transaction) => {
      const appeals = await transaction.appeal.findMany({
        ...(after ? { where: { id: { gt: after } } } : {}),
        orderBy: { id: 'asc' },
        take: page,
        select: { id: true, caseNumber: true, lastSeq: true, lastHash: true },
      });
      const theirs = { appealId: { in: appeals.map((it) => it.id) } };
      const bySeq = { orderBy: { seq: 'asc' } } as const;
      const events = groupedBy(await stepsOf(transaction, theirs.appealId.in));
      const texts = groupedBy(await transaction.text.findMany({ where: theirs, ...bySeq }));
      const photos = groupedBy(
        (await transaction.photo.findMany({ where: theirs })).flatMap(({ appealId, ...it }) =>
          appealId ? [{ appealId, ...it }] : [],
        ),
      );
      const details = groupedBy(await transaction.detail.findMany({ where: theirs }));
      return appeals.map((it) => ({
        ...it,
        events: events.get(it.id) ?? [],
        texts: texts.get(it.id) ?? [],
        photos: photos.get(it.id) ?? [],
        detail: details.get(it.id)?.[0] ?? null,
      }));
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );

function groupedBy<Row extends { appealId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.appealId);
    if (group) group.push(row);
    else groups.set(row.appealId, [row]);
  }
  return groups;
}

/** The first thing that does not add up. */
function faultOf({ events, texts, photos, detail, lastSeq, lastHash }: Read) {
  const broken = chainFault(events);
  if (broken) return broken;
  const head = events.at(-1);
  if (head?.hash !== lastHash || head.seq !== lastSeq) {
    return { seq: lastSeq, fault: 'headDiffers' as const };
  }
  for (const { seq, commitments, data } of events) {
    if (!samePhotos(data.photos, photos, seq)) return { seq, fault: 'photosDiffer' as const };
    for (const [field, commitment] of Object.entries(commitments)) {
      const text = texts.find((it) => it.seq === seq && it.field === field);
      if (text?.erasedAt) continue;
      const same = text?.body != null && commit(text.salt ?? '', text.body) === commitment;
      if (!same) return { seq, fault: 'wordsDiffer' as const };
    }
  }
  const filed = (field: string) => texts.find((it) => it.seq === 1 && it.field === field);
  const what = filed('what');
  if (!what || what.erasedAt) return null;
  const shown =
    detail?.what === what.body &&
    detail?.title === filed('title')?.body &&
    detail?.place === filed('place')?.body &&
    samePoint(detail, filed('point')?.body ?? null) &&
    detail?.since === (filed('since')?.body ?? null) &&
    detail?.wish === (filed('wish')?.body ?? null);
  return shown ? null : { seq: 1, fault: 'detailDiffers' as const };
}

/** Columns keep a point as the text of its event wrote it. */
function samePoint(detail: NonNullable<Read['detail']>, text: string | null): boolean {
  const point = pointOf(detail);
  return (point && pointText(point)) === text;
}

/** The pictures of a step are those its event is bound to, no fewer and no others. */
function samePhotos(bound: unknown, photos: Read['photos'], seq: number): boolean {
  const named = (list: readonly { id: string; sha256: string }[]) =>
    list.map(({ id, sha256 }) => `${id} ${sha256}`).toSorted();
  const kept = named(photos.filter((it) => it.seq === seq));
  const noted = Array.isArray(bound) ? named(bound as { id: string; sha256: string }[]) : [];
  return kept.join() === noted.join();
}
