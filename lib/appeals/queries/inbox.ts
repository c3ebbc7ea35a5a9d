import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { reviveDates } from '@/lib/db/revive';
import { filtersFrom, type SavedFilter } from '@/lib/desk/saved-filters';
import { standsInForInSql } from '@/lib/people/absences';
import { may, type PersonActor } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { now } from '@/lib/time/now';
import { isVerb, type Status, type Verb } from '../lifecycle';
import type { Behind } from '../merged';
import type { PauseCause } from '../records';
import type { Named } from './case-view';
import { type Desk, desksOf, type InboxList, readList } from './inbox-lists';
import { type InboxQuestion, inboxStatement } from './inbox-statement';
import { type PageKey, writePageKey } from './page-key';

export interface InboxRow {
  id: string;
  verb: Verb;
  dueAt: Date | null;
  yellowAt: Date | null;
  redAt: Date | null;
  /** Why the promise stands still, until `dueAt`; null while it runs. */
  hold: PauseCause | null;
  /** Named to the reader in person. */
  own: boolean;
  person: string | null;
  /** The person named has left. */
  gone: boolean;
  /** Last day on which the person named is away, 'YYYY-MM-DD'; null where they are here today. */
  awayUntilOn: string | null;
  /** The unit whose turn it is; null where it is an office's. */
  unit: Named | null;
  caseNumber: string;
  status: Status;
  round: number;
  /** How often units were rid of the present round; see handOversOf. */
  handOvers: number;
  /** The unit helps another that leads. */
  helps: boolean;
  trial: boolean;
  behind: Behind;
  title: string;
  place: string;
  category: Named | null;
  secret: boolean;
  /** Language in which the resident wrote. */
  voiceLocale: string | undefined;
}

/** How much waits on a desk, in the list it was asked for. */
export interface Tally {
  desk: Desk;
  counts: Partial<Record<InboxList, number>>;
  overdue: number;
  today: number;
  total: number;
  /** There are more turns than were counted: every number means "at least". */
  atLeast: boolean;
}

export interface Inbox extends Tally {
  at: Date;
  dayEndsAt: Date;
  rows: InboxRow[];
  older: string | null;
  /** Every desk of the reader, in order. */
  tallies: Tally[];
  /** Notices not seen, for the masthead. */
  unseen: number;
  /** On the unit's own desk, how many causes lie with it. */
  causes: number;
  /** On the reviewers' desk, how many cases wait to be looked at before everybody reads them. */
  showings: number;
  /** The reader's own lists. */
  saved: SavedFilter[];
}

interface Answer {
  at: Date;
  dayEndsAt: Date;
  tallies: Tally[];
  unseen: number;
  causes: number;
  showings: number;
  saved: Parameters<typeof filtersFrom>[2];
  rows: (Omit<InboxRow, 'verb' | 'title' | 'place' | 'secret' | 'voiceLocale'> & {
    verb: string;
    title: string | null;
    place: string | null;
    secret: boolean | null;
    voiceLocale: string | null;
  })[];
}

const pageOf = 25;
/** Bounds the work of counting; the most urgent turns come first. */
const mostCounted = 1000;

/** One desk's turns, most urgent first, under `visibleTo`. `zone` decides when today ends. */
export async function readInbox(
  actor: PersonActor,
  desk: Desk,
  list: InboxList,
  after: PageKey | null,
  zone: string,
): Promise<Inbox> {
  const { tallies, rows, saved, ...whole } = await ask(actor, desk, list, after, zone);
  const tally = tallies.find((it) => it.desk === desk);
  if (!tally) throw new Error(`no tally of the desk ${desk}`);
  const page = rows.slice(0, pageOf);
  const last = page.at(-1);
  const order = desksOf(actor);
  return {
    ...tally,
    ...whole,
    rows: page.flatMap(rowOf),
    older: rows.length > pageOf && last ? writePageKey({ at: last.dueAt, id: last.id }) : null,
    saved: filtersFrom(actor, 'inbox', saved),
    tallies: tallies.toSorted((a, b) => order.indexOf(a.desk) - order.indexOf(b.desk)),
  };
}

async function ask(
  actor: PersonActor,
  desk: Desk,
  list: InboxList,
  after: PageKey | null,
  zone: string,
): Promise<Answer> {
  const others = desksOf(actor).filter((it) => it !== desk);
  const names = ['handle', 'takeOn'] as const;
  const question: InboxQuestion = {
    actor,
    standsInFor: names.some((it) => may(actor, it))
      ? standsInForInSql(actor.personId, civilDateOf(now(), zone))
      : Prisma.sql`'{}'::uuid[]`,
    desks: [
      { desk, list },
      ...others.map((it) => ({ desk: it, list: readList(undefined, it, actor) })),
    ],
    after,
    zone,
    pageOf,
    mostCounted,
  };
  const [found] = await db().$queryRaw<{ inbox: Answer }[]>(inboxStatement(question));
  if (!found) throw new Error('the inbox has no answer');
  return reviveDates(found.inbox);
}

function rowOf({ verb, title, place, secret, voiceLocale, ...row }: Answer['rows'][number]) {
  if (!isVerb(verb)) return [];
  return [
    {
      ...row,
      verb,
      title: title ?? '',
      place: place ?? '',
      secret: secret ?? false,
      voiceLocale: voiceLocale ?? undefined,
    },
  ];
}
