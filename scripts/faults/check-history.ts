/** One act of an operation: a value put at the end of a list, or a whole list read. */
export type Act = { append: string; to: string } | { read: readonly string[]; of: string };

/** What one client did between two moments of one clock, as the client saw it. */
export interface Operation {
  from: number;
  to: number;
  /** no: refused, and so nothing may have happened · open: nobody said. */
  outcome: 'ok' | 'no' | 'open';
  acts: readonly Act[];
}

export interface Anomalies {
  /** Acknowledged, and in no last reading. */
  lost: number;
  /** Twice in one list. */
  doubled: number;
  /** Read, though it was refused or never appended. */
  unsaid: number;
  /** Two readings of a list, neither of which begins the other. */
  reordered: number;
  /** Groups of operations for which there is no order, one after another, that explains what was seen. */
  cycles: number;
}

/**
 * Looks for whatever cannot be if operations happened one after another, each at some moment between its beginning
 * and its end (strict serializability), after Elle (Kingsbury and Alvaro, VLDB 2021): lists that are only appended to
 * tell the order of their writers, and what each reader missed. Values are unique; the history ends with a reading of
 * every list.
 */
export function checkHistory(history: readonly Operation[]): Anomalies {
  const writers = writersOf(history);
  const readings = readingsOf(history);
  const found: Anomalies = { lost: 0, doubled: 0, unsaid: 0, reordered: 0, cycles: 0 };
  const longest = new Map<string, readonly string[]>();
  for (const [key, lists] of readings) {
    const all = lists.reduce((a, b) => (b.length > a.length ? b : a), []);
    longest.set(key, all);
    found.reordered += lists.filter((it) => it.some((value, nth) => all[nth] !== value)).length;
    const values = new Set(lists.flat());
    found.doubled += new Set(
      lists.flatMap((it) => it.filter((v, nth) => it.indexOf(v) !== nth)),
    ).size;
    for (const value of values) {
      const writer = writers.get(nameOf(key, value));
      if (writer === undefined || history[writer]?.outcome === 'no') found.unsaid += 1;
    }
    const last = new Set(lists.at(-1));
    for (const { outcome, acts } of history) {
      if (outcome !== 'ok') continue;
      found.lost += acts.filter(
        (it) => 'append' in it && it.to === key && !last.has(it.append),
      ).length;
    }
  }
  found.cycles = cyclesIn(edgesOf(history, writers, longest));
  return found;
}

const nameOf = (key: string, value: string) => `${key}\n${value}`;

function writersOf(history: readonly Operation[]): Map<string, number> {
  const writers = new Map<string, number>();
  history.forEach(({ acts }, nth) => {
    for (const it of acts) if ('append' in it) writers.set(nameOf(it.to, it.append), nth);
  });
  return writers;
}

/** What was read of each list, in the order the readings ended. */
function readingsOf(history: readonly Operation[]): Map<string, (readonly string[])[]> {
  const readings = new Map<string, (readonly string[])[]>();
  for (const { acts } of history.toSorted((a, b) => a.to - b.to)) {
    for (const it of acts) {
      if ('append' in it) readings.set(it.to, readings.get(it.to) ?? []);
      else readings.set(it.of, [...(readings.get(it.of) ?? []), it.read]);
    }
  }
  return readings;
}

/** From each operation to those that must come after it. */
function edgesOf(
  history: readonly Operation[],
  writers: ReadonlyMap<string, number>,
  longest: ReadonlyMap<string, readonly string[]>,
): number[][] {
  const edges: number[][] = history.map(() => []);
  const put = (from: number | undefined, to: number | undefined) => {
    if (from === undefined || to === undefined || from === to) return;
    edges[from]?.push(to);
  };
  for (const [key, values] of longest) {
    const order = values.map((it) => writers.get(nameOf(key, it)));
    for (let nth = 1; nth < order.length; nth += 1) put(order[nth - 1], order[nth]);
  }
  history.forEach(({ acts, outcome }, reader) => {
    if (outcome !== 'ok') return;
    for (const it of acts) {
      if ('append' in it) continue;
      const last = it.read.at(-1);
      // Whoever wrote the last value read came before, whoever wrote the next one after.
      if (last !== undefined) put(writers.get(nameOf(it.of, last)), reader);
      const next = longest.get(it.of)?.[it.read.length];
      if (next !== undefined) put(reader, writers.get(nameOf(it.of, next)));
    }
  });
  inTime(history, put);
  return edges;
}

/** One that ended before another began comes before it; what follows from others is left out. */
function inTime(history: readonly Operation[], put: (from: number, to: number) => void): void {
  const ends = history.flatMap((it, nth) =>
    it.outcome === 'ok' ? [{ at: it.to, nth, ends: true }] : [],
  );
  const begins = history.map((it, nth) => ({ at: it.from, nth, ends: false }));
  let front: number[] = [];
  for (const { nth, ends: isEnd } of [...begins, ...ends].sort((a, b) => a.at - b.at)) {
    if (!isEnd) for (const it of front) put(it, nth);
    else {
      const from = history[nth]?.from ?? 0;
      front = [...front.filter((it) => (history[it]?.to ?? 0) >= from), nth];
    }
  }
}

/** How many groups of two or more can each be reached from one another (Tarjan 1972, without recursion). */
function cyclesIn(edges: readonly (readonly number[])[]): number {
  const index: number[] = [];
  const low: number[] = [];
  const onStack = new Set<number>();
  const stack: number[] = [];
  let next = 0;
  let cycles = 0;
  const enter = (node: number) => {
    index[node] = low[node] = next++;
    stack.push(node);
    onStack.add(node);
    return { node, nth: 0 };
  };
  const leave = (node: number) => {
    if (low[node] !== index[node]) return;
    let size = 0;
    for (let it = stack.pop(); it !== undefined; it = stack.pop()) {
      onStack.delete(it);
      size += 1;
      if (it === node) break;
    }
    if (size > 1) cycles += 1;
  };
  for (let root = 0; root < edges.length; root += 1) {
    if (index[root] !== undefined) continue;
    const way = [enter(root)];
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const { node } = here;
      const to = edges[node]?.[here.nth++];
      if (to === undefined) {
        leave(node);
        way.pop();
        const above = way.at(-1);
        if (above) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
      } else if (index[to] === undefined) way.push(enter(to));
      else if (onStack.has(to)) low[node] = Math.min(low[node] ?? 0, index[to] ?? 0);
    }
  }
  return cycles;
}
