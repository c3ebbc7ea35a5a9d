import { v7 as newId } from 'uuid';
import { fileAppeal } from '@/lib/appeals/file';
import type { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { mintResident } from '@/lib/people/actor';
import type { Cast } from '@/prisma/seed/install-cast';
import { type Act, checkHistory, type Operation } from './check-history';
import type { Outcome } from './outcome';
import { personOf, unitOf } from './own-cast';

/** A case is left after so many operations: a long one takes longer to read. */
const operationsOfACase = 60;
/** So many cases are worked on at once, each by all clients. */
const cases = 2;

/**
 * So many operations of several clients at once, on cases that are read as pages read them. Each case holds two lists: the
 * notes on it, which move nothing and so are asked for no step, and the reasons for its hand-overs, each taken by a form
 * that was opened at what its taker had just read. Whoever hands over must therefore have read the last reason.
 */
export async function appendLists(
  cast: Cast,
  take: typeof perform,
  count: number,
  clients = 6,
): Promise<Outcome> {
  const supervisor = personOf(cast, 'zhoumin');
  const dispatcher = personOf(cast, 'chenjing');
  const units = ['liuwan', 'chengguan'].map((it) => unitOf(cast, it));
  const history: Operation[] = [];
  const seen = { 'appends taken': 0, 'appends refused': 0, readings: 0 };
  let values = 0;
  let left = count;

  async function noted(acts: (done: boolean) => readonly Act[], work: () => Promise<boolean>) {
    const from = performance.now();
    let outcome: Operation['outcome'] = 'open';
    try {
      outcome = (await work()) ? 'ok' : 'no';
    } catch {
      // Nobody said whether it happened.
    }
    history.push({ from, to: performance.now(), outcome, acts: acts(outcome === 'ok') });
    return outcome === 'ok';
  }

  async function read(one: Case) {
    let view: Awaited<ReturnType<typeof viewCase>> = null;
    const lists = () => ({
      reasons: view ? wordsIn(view, 'redispatch', 'reason') : [],
      notes: view ? wordsIn(view, 'annotate', 'note') : [],
    });
    seen.readings += 1;
    await noted(
      () => [
        { of: one.reasons, read: lists().reasons },
        { of: one.notes, read: lists().notes },
      ],
      async () => {
        view = await viewCase(supervisor, one.caseNumber);
        return view !== null;
      },
    );
    return { view: view as Awaited<ReturnType<typeof viewCase>>, ...lists() };
  }

  async function note(one: Case) {
    const append = `n${values++}`;
    const step = { appealId: one.id, verb: 'annotate' as const, input: { note: append } };
    const done = await noted(
      () => [{ append, to: one.notes }],
      async () => (await take({ ...step, formKey: newId() }, dispatcher)).ok,
    );
    seen[done ? 'appends taken' : 'appends refused'] += 1;
  }

  /** Opens the form, and sends it. */
  async function handOver(one: Case) {
    const { view, reasons } = await read(one);
    const append = `r${values++}`;
    const unitId = units.find((it) => it !== view?.lead?.unit.id);
    const step = { appealId: one.id, verb: 'redispatch' as const, step: view?.file.appeal.step };
    const done = await noted(
      (taken) => [
        ...(taken ? [{ of: one.reasons, read: reasons }] : []),
        { append, to: one.reasons },
      ],
      async () => {
        const input = { unitId, reason: append };
        return (await take({ ...step, input, formKey: newId() }, supervisor)).ok;
      },
    );
    seen[done ? 'appends taken' : 'appends refused'] += 1;
  }

  async function workOn(one: Case) {
    let mine = Math.min(left, operationsOfACase);
    left -= mine;
    const works = [note, handOver, read];
    const client = async (nth: number) => {
      for (let turn = nth; mine > 0; turn += 1) {
        const work = works[turn % works.length] ?? read;
        // Opening a form is a reading.
        mine -= work === handOver ? 2 : 1;
        await work(one);
      }
    };
    await Promise.all(Array.from({ length: clients }, (_, nth) => client(nth)));
    await read(one);
  }

  const lane = async () => {
    while (left > 0) await workOn(await dispatched());
  };
  await Promise.all(Array.from({ length: cases }, lane));
  const { lost, doubled, unsaid, reordered, cycles } = checkHistory(history);
  const open = history.filter((it) => it.outcome === 'open').length;
  return {
    done: count,
    wrong: { lost, doubled, unsaid, reordered, cycles, 'without an answer': open },
    seen,
    longestMs: {},
  };

  async function dispatched(): Promise<Case> {
    const filed = await fileAppeal({ input: { what: '路灯坏了', place: '北苑' } }, mintResident());
    if (!filed.ok) throw new Error(filed.code);
    const { appealId: id, caseNumber } = filed;
    const input = { unitId: units[0], reason: '就近' };
    const sent = await take({ appealId: id, verb: 'dispatch', input }, dispatcher);
    if (!sent.ok) throw new Error(sent.code);
    return { id, caseNumber, reasons: `${caseNumber} reasons`, notes: `${caseNumber} notes` };
  }
}

interface Case {
  id: string;
  caseNumber: string;
  /** Names of its two lists. */
  reasons: string;
  notes: string;
}

type View = NonNullable<Awaited<ReturnType<typeof viewCase>>>;

/** In the order of the log. A step whose words were not there yet when they were read was not read yet. */
function wordsIn({ story }: View, verb: string, field: string): string[] {
  return story
    .toSorted((a, b) => a.seq - b.seq)
    .filter((it) => it.verb === verb)
    .flatMap((it) => it.words[field] ?? []);
}
