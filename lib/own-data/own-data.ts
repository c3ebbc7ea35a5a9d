import { type CaseView, viewCase } from '@/lib/appeals/queries/case-view';
import { maskContact } from '@/lib/contacts/mask';
import { type Contact, ownContact, type PastReveal, revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import type { VoiceActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import { copiesOf, noteCopies, type Proof } from './copies';

/** All that is kept of one Voice in one case. */
export interface OwnData {
  view: CaseView;
  voice: { role: string; reach: string; secret: boolean; locale: string; joinedAt: Date };
  contact: Contact | null;
  /** How they wish to be told; null: by what they left. */
  channel: string | null;
  devices: number;
  verdicts: Verdict[];
  looked: PastReveal[];
  copies: Date[];
  told: Told[];
}

interface Verdict {
  at: Date;
  occasion: string;
  reached: boolean | null;
  solved: string;
  goOn: boolean;
  result: string | null;
  handling: string | null;
  released: boolean;
  /** What they answered to "did anyone ask or pay you to answer like this?". */
  pressed: boolean | null;
}

interface Told {
  at: Date;
  kind: string;
  by: { channel: string; at: Date; outcome: string }[];
}

/**
 * A copy of all that is kept of whoever asks (Personal Information Protection Law 2021, Art. 45), of each case they have
 * a Voice in, and of nobody else: of a case they read what their own page shows. That they were given it is noted first.
 * A private link may have been passed on: who holds no more than it reads name, number and address masked.
 */
export async function readOwnData(voices: readonly VoiceActor[], how: Proof): Promise<OwnData[]> {
  await noteCopies(voices, how);
  const all: OwnData[] = [];
  for (const actor of voices) {
    const one = await readOne(actor, how);
    if (one) all.push(one);
  }
  return all;
}

async function readOne(actor: VoiceActor, how: Proof): Promise<OwnData | null> {
  const { voiceId, appealId } = actor;
  const found = await db().appeal.findUnique({
    where: { id: appealId },
    select: { caseNumber: true },
  });
  const view = found && (await viewCase(actor, found.caseNumber));
  const voice = view?.file.voices.find((it) => it.id === voiceId);
  if (!view || !voice) return null;
  const { role, reach, secret, locale, joinedAt } = voice;
  const [contact, choice, devices, verdicts, pressures, looked, copies, notices] =
    await Promise.all([
      ownContact(actor),
      db().noticeChoice.findUnique({ where: { voiceId } }),
      db().pushSubscription.count({ where: { voiceId, endedAt: null } }),
      db().verdict.findMany({ where: { voiceId }, orderBy: { at: 'asc' } }),
      db().pressure.findMany({ where: { voiceId } }),
      revealsOf(actor, appealId),
      copiesOf(actor),
      db().notice.findMany({
        where: { voiceId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          ...{ createdAt: true, kind: true },
          deliveries: {
            orderBy: { attempt: 'asc' },
            select: { channel: true, at: true, outcome: true },
          },
        },
      }),
    ]);
  return {
    ...{ view, voice: { role, reach, secret, locale, joinedAt }, devices, looked, copies },
    contact: contact && how === 'link' ? maskContact(contact) : contact,
    channel: choice?.channel ?? null,
    verdicts: verdicts.map(
      ({ at, occasion, reached, solved, goOn, result, handling, released, roundId, seq }) => ({
        ...{ at, occasion, reached, solved, goOn, result, handling, released },
        pressed: pressures.find((it) => it.roundId === roundId && it.seq === seq)?.pressed ?? null,
      }),
    ),
    told: notices.map((it) => ({ at: it.createdAt, kind: it.kind, by: it.deliveries })),
  };
}

/** The same as a file for machines (PIPL Art. 45, Para. 3: to take elsewhere): UTF-8 JSON, instants in UTC. */
export function ownDataFile(all: readonly OwnData[]): string {
  const cases = all.map(({ view, ...rest }) => {
    const { appeal } = view.file;
    return {
      caseNumber: appeal.caseNumber,
      ...{ status: appeal.status, closedAs: appeal.closedAs, kind: appeal.kind },
      ...{ filedAt: appeal.filedAt, closedAt: appeal.closedAt, channel: appeal.channel },
      category: view.category?.name ?? null,
      telling: view.detail,
      ...rest,
      story: view.story.map(({ verb, at, by, round, words, facts, photos }) => ({
        ...{ verb, at, by, round, words, facts },
        attachments: photos.map((it) => it.id),
      })),
    };
  });
  return `${JSON.stringify({ madeAt: now(), cases }, null, 2)}\n`;
}
