import { v7 as newId } from 'uuid';
import { chainFault, type EventRow } from '@/lib/appeals/event';
import { fileAppeal } from '@/lib/appeals/file';
import type { Status, Verb } from '@/lib/appeals/lifecycle';
import type { Performed, perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { mintResident, type PersonActor } from '@/lib/people/actor';
import type { Cast } from '@/prisma/seed/install-cast';
import type { Outcome } from './outcome';
import { personOf, unitOf } from './own-cast';

/** One of two who move the same case from forms opened at the same step. */
interface Move {
  verb: Verb;
  input: object;
  by: PersonActor;
}

interface Head {
  id: string;
  step: number;
  lastSeq: number;
  status: Status;
  /** The unit that leads; null while it is filed. */
  unit: string | null;
}

const handlers: Record<string, [string, string]> = {
  liuwan: ['zhaolimin', 'wangxiulan'],
  chengguan: ['maqiang', 'liufang'],
};
const other = (unit: string) => (unit === 'liuwan' ? 'chengguan' : 'liuwan');

/** Whatever two may want of a case at one moment, each of it possible for itself. */
function pairsAt({ status, unit }: Head, cast: Cast): [Move, Move][] {
  const who = (login: string) => personOf(cast, login);
  const dispatch = (to: string): Move => ({
    verb: 'dispatch',
    input: { unitId: unitOf(cast, to), reason: '两个窗口同时派' },
    by: who('chenjing'),
  });
  if (status === 'filed') return [[dispatch('liuwan'), dispatch('chengguan')]];
  const lead = unit ?? '';
  const [one, two] = (handlers[lead] ?? []).map(who);
  if (!one || !two) return [];
  const take = (verb: Verb, input: object, by: PersonActor): Move => ({ verb, input, by });
  const away: Move = {
    verb: 'redispatch',
    input: { unitId: unitOf(cast, other(lead)), reason: '督办改派' },
    by: who('zhoumin'),
  };
  const said = { how: 'visit', said: '上门看过' };
  const answer = { outcome: 'done', answer: '修好了' };
  if (status === 'dispatched') {
    const accept = (by: PersonActor) => take('accept', {}, by);
    return [
      [accept(one), accept(two)],
      [accept(one), away],
    ];
  }
  if (status === 'accepted') {
    const contact = (by: PersonActor) => take('contact', said, by);
    return [
      [contact(one), contact(two)],
      [contact(one), away],
    ];
  }
  if (status === 'contacted') {
    const resolve = (by: PersonActor) => take('resolve', answer, by);
    return [
      [resolve(one), resolve(two)],
      [resolve(one), away],
    ];
  }
  return [];
}

/** A case of one walk is left after so many pairs: a long one takes longer to read. */
const pairsOfACase = 12;

/**
 * So many times two people move the same case from the same step at one moment, on cases walked from filing to
 * their answer. Counts pairs that did not end with one winner, one event, and a loser who was told who was faster.
 */
export async function conflictingPairs(
  cast: Cast,
  take: typeof perform,
  count: number,
  lanes = 4,
): Promise<Outcome> {
  const wrong = {
    'with two winners': 0,
    'without a winner': 0,
    'with an unclear refusal': 0,
    'told the wrong name': 0,
    'not with one event': 0,
    'broken chains': 0,
  };
  const seen = { cases: 0 };
  let left = count;
  let turn = 0;

  async function lane() {
    while (left > 0) {
      let head = await fresh();
      seen.cases += 1;
      for (let nth = 0; nth < pairsOfACase && left > 0; nth += 1) {
        const pairs = pairsAt(head, cast);
        const pair = pairs[turn++ % Math.max(1, pairs.length)];
        if (!pair) break;
        left -= 1;
        head = await race(head, pair);
      }
      const log = await db().event.findMany({
        where: { appealId: head.id },
        orderBy: { seq: 'asc' },
      });
      if (chainFault(log as unknown as EventRow[])) wrong['broken chains'] += 1;
    }
  }

  async function race(head: Head, pair: [Move, Move]): Promise<Head> {
    const results = await Promise.allSettled(
      pair.map(({ verb, input, by }) =>
        take({ appealId: head.id, verb, input, step: head.step, formKey: newId() }, by),
      ),
    );
    const answers = results.map((it) => (it.status === 'fulfilled' ? it.value : null));
    const winners = pair.filter((_, nth) => answers[nth]?.ok);
    const loser = answers.find((it) => !it?.ok);
    if (winners.length === 2) wrong['with two winners'] += 1;
    if (winners.length === 0) wrong['without a winner'] += 1;
    if (winners.length === 1 && !isClear(loser)) wrong['with an unclear refusal'] += 1;
    else if (winners.length === 1 && nameIn(loser) !== winners[0]?.by.name) {
      wrong['told the wrong name'] += 1;
    }
    const after = await headOf(head.id);
    const events = await db().event.count({
      where: { appealId: head.id, seq: { gt: head.lastSeq } },
    });
    if (events !== 1 || after.lastSeq !== head.lastSeq + 1) wrong['not with one event'] += 1;
    return after;
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  return { done: count, wrong, seen, longestMs: {} };

  async function headOf(id: string): Promise<Head> {
    const appeal = await db().appeal.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ id: true, step: true, lastSeq: true, status: true },
        assignments: { where: { untilAt: null }, select: { unit: { select: { code: true } } } },
      },
    });
    const { assignments, ...head } = appeal;
    return { ...head, status: head.status as Status, unit: assignments[0]?.unit.code ?? null };
  }

  async function fresh(): Promise<Head> {
    const input = { what: '暖气不热', place: '安康里' };
    const filed = await fileAppeal({ input }, mintResident());
    if (!filed.ok) throw new Error(filed.code);
    return headOf(filed.appealId);
  }
}

const isClear = (it: Performed | null | undefined): boolean =>
  it?.ok === false && it.code === 'changedMeanwhile';

const nameIn = (it: Performed | null | undefined): string | undefined =>
  it?.ok === false ? it.by : undefined;
