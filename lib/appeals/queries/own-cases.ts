import { db } from '@/lib/db/client';
import type { ClosedAs, Status } from '../lifecycle';
import type { Named } from './case-view';

/** One case of whoever proved that a telephone or address is theirs. */
export interface OwnCaseLine {
  appealId: string;
  caseNumber: string;
  status: Status;
  closedAs: ClosedAs | null;
  filedAt: Date;
  /** The resident's own words; '' where a neighbour filed it. */
  title: string;
  category: Named | null;
  locale: string;
  voice: { id: string; generation: number };
}

const mostShown = 100;

/** Every case in which this telephone or address was left and is still told of, newest first. */
export async function readOwnCases(contactHash: string): Promise<OwnCaseLine[]> {
  const rows = await db().voice.findMany({
    where: {
      leftAt: null,
      contact: { OR: [{ phoneHash: contactHash }, { emailHash: contactHash }] },
    },
    orderBy: [{ joinedAt: 'desc' }, { id: 'desc' }],
    take: mostShown,
    select: {
      id: true,
      appealId: true,
      generation: true,
      locale: true,
      joinedAt: true,
      appeal: {
        select: {
          caseNumber: true,
          status: true,
          closedAs: true,
          filedAt: true,
          detail: { select: { title: true } },
          category: { select: { id: true, name: true, nameEn: true } },
        },
      },
    },
  });
  return rows.map(
    ({ id, appealId, generation, joinedAt, locale, appeal: { detail, ...appeal } }) => ({
      appealId,
      ...appeal,
      // One who joined reads none of the filer's words, though the filer may have left since.
      title: joinedAt <= appeal.filedAt ? (detail?.title ?? '') : '',
      locale,
      voice: { id, generation },
    }),
  );
}
