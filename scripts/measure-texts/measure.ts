import { fileAppeal } from '@/lib/appeals/file';
import { readTree } from '@/lib/categories/queries';
import { wilson } from '@/lib/measures/wilson';
import { mintResident, playing } from '@/lib/people/actor';
import { readDuplicates } from '@/lib/similar/duplicates';
import { readLike } from '@/lib/similar/read-like';
import type { Told } from '@/lib/similar/told';
import type { Cast } from '@/prisma/seed/install-cast';
import type { Labels } from './labels';
import type { RealText } from './texts';

const inFlight = 6;

/** Files the texts and asks for what is proposed of those a person has judged; the figures, in lines. */
export async function measureTexts(
  texts: readonly RealText[],
  { pairs, categories }: Labels,
  { actors }: Cast,
): Promise<string[]> {
  const dispatcher = actors.get('chenjing');
  if (!dispatcher) throw new Error('nobody dispatches');
  const filed = new Map<number, Told>();
  await eachOf(texts.entries(), async ([nth, text]) => filed.set(nth + 1, await fileText(text)));
  const toldOf = (row: number) => {
    const found = filed.get(row);
    if (!found) throw new Error(`there is no row ${row}`);
    return found;
  };

  const suggested = new Map<number, Set<string>>();
  await eachOf(
    new Set([...pairs.map(([one]) => one), ...pairs.map(([, other]) => other)]),
    async (row) => {
      const found = await readDuplicates(dispatcher, toldOf(row));
      suggested.set(row, new Set(found.map((it) => it.appealId)));
    },
  );
  const says = (one: number, other: number) =>
    suggested.get(one)?.has(toldOf(other).appealId ?? '') ?? false;
  const judged = pairs.map(([one, other, same]) => ({
    same,
    suggested: says(one, other) || says(other, one),
  }));
  const count = (same: boolean, found: boolean) =>
    judged.filter((it) => it.same === same && it.suggested === found).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];

  const tree = await readTree();
  const byId = new Map(tree.map((it) => [it.id, it.path]));
  const topOf = (path: string | undefined) => path?.split('/')[0] ?? '';
  const meant = categories.map(([row, code]) => {
    const path = tree.find((it) => it.code === code)?.path;
    if (!path) throw new Error(`there is no category ${code}`);
    return { row, top: topOf(path) };
  });
  let hits = 0;
  await eachOf(meant, async ({ row, top }) => {
    const { category } = await readLike(dispatcher, toldOf(row));
    if (category && topOf(byId.get(category.categoryId)) === top) hits += 1;
  });
  const tops = meant.map((it) => it.top);
  const majority = Math.max(
    0,
    ...[...new Set(tops)].map((top) => tops.filter((it) => it === top).length),
  );
  return [
    `${texts.length} texts filed, ${pairs.length} pairs and ${categories.length} categories labelled by a person.`,
    `Suggested pairs that are the same thing (precision): ${share(right, right + wrong)}`,
    `Same things that are suggested (recall): ${share(right, right + missed)}`,
    `Class (first level) proposed right: ${share(hits, meant.length)}`,
    `Always the commonest class: ${share(majority, meant.length)}`,
  ];
}

async function fileText({ at, ...matter }: RealText): Promise<Told> {
  const done = await fileAppeal({ input: matter }, playing(mintResident(), at));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...matter, appealId: done.appealId, filedAt: at, trial: false };
}

async function eachOf<T>(list: Iterable<T>, work: (it: T) => Promise<unknown>): Promise<void> {
  const waiting = list[Symbol.iterator]();
  const worker = async () => {
    for (let it = waiting.next(); !it.done; it = waiting.next()) await work(it.value);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

function share(part: number, of: number): string {
  const percent = (it: number) => `${(it * 100).toFixed(1)} %`;
  const interval = wilson(part, of);
  const within = interval
    ? `, 95 % between ${percent(interval.low)} and ${percent(interval.high)}`
    : '';
  return `${part} of ${of}${of > 0 ? `, ${percent(part / of)}` : ''}${within}`;
}
