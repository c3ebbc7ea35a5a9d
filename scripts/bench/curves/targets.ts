import type { Figure, Served } from '../figures';
import type { Run } from '../kept-runs';
import { figureOf, type Size } from './sizes';

/** What is wanted of one thing, and how it is read from a run. */
interface Target {
  name: string;
  /** In words, as the table says it. */
  wanted: string;
  /** Null where the run does not hold it. */
  read(run: Run, smallest: Run): number | null;
  /** Whether a figure reaches it. */
  reached(value: number): boolean;
  /** How a figure is written. */
  unit: string;
  digits: number;
}

const atLeast = (least: number) => (value: number) => value >= least;
const atMost = (most: number) => (value: number) => value <= most;

const served = (name: string, read: (it: Served, figure: Figure) => number | null | undefined) => {
  return (run: Run): number | null => {
    const figure = figureOf(run, name);
    return figure?.served ? (read(figure.served, figure) ?? null) : null;
  };
};

/** Milliseconds of processors a request: web processes and PostgreSQL. */
const processors = ({ webMs, postgresMs }: Served): number => webMs + postgresMs;

/** The largest ratio of SQL against that by hand, of all that stand beside such. */
function worstSql({ figures }: Run): number | null {
  const ratios = figures.flatMap(({ served: it }) =>
    it?.sqlByHandMs ? [it.sqlMs / it.sqlByHandMs] : [],
  );
  return ratios.length > 0 ? Math.max(...ratios) : null;
}

/** Median, over all kinds of requests, of what one costs against the same on the smallest county. */
function growth(run: Run, smallest: Run): number | null {
  if (run === smallest) return null;
  const ratios = run.figures.flatMap(({ name, served: it }) => {
    const small = figureOf(smallest, name)?.served;
    return it && small ? [processors(it) / processors(small)] : [];
  });
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? null;
}

const highestHeld = ({ figures }: Run): number | null => {
  const mixed = figures.filter(({ name }) => name.startsWith('mixed load'));
  return mixed.length > 0 ? Math.max(...mixed.map(({ reached }) => reached ?? 0)) : null;
};

const rate = { unit: '/s', digits: 0 };
const millis = { unit: ' ms', digits: 1 };
const times = { unit: ' ×', digits: 2 };

export const targets: readonly Target[] = [
  {
    name: 'create, requests a second',
    wanted: '≥ 110',
    read: served('create', (it) => it.perSecond),
    reached: atLeast(110),
    ...rate,
  },
  {
    name: 'create, processor',
    wanted: '≤ 12 ms',
    read: served('create', processors),
    reached: atMost(12),
    ...millis,
  },
  {
    name: 'step, requests a second',
    wanted: '≥ 120',
    read: served('step', (it) => it.perSecond),
    reached: atLeast(120),
    ...rate,
  },
  {
    name: 'step, processor',
    wanted: '≤ 12 ms',
    read: served('step', processors),
    reached: atMost(12),
    ...millis,
  },
  {
    name: 'queue against a bare page, requests a second',
    wanted: '≥ 0.6 ×',
    read: served('queue', (it) => it.bare && it.perSecond / it.bare.perSecond),
    reached: atLeast(0.6),
    ...times,
  },
  {
    name: 'case with its story against a bare page, processor',
    wanted: '≤ 2.5 ×',
    read: served('case with its story', (it) => it.bare && processors(it) / it.bare.webMs),
    reached: atMost(2.5),
    ...times,
  },
  {
    name: 'whole lives a second, twelve requests each',
    wanted: '≥ 15',
    read: (run) => figureOf(run, 'whole lives')?.reached ?? null,
    reached: atLeast(15),
    unit: '/s',
    digits: 1,
  },
  {
    name: 'supervision, requests a second',
    wanted: '≥ 60',
    read: served('supervision', (it) => it.perSecond),
    reached: atLeast(60),
    ...rate,
  },
  {
    name: 'search by 2 letters, one client, 95th',
    wanted: '≤ 150 ms',
    read: served('search, 2 letters', (it) => it.alone?.p95),
    reached: atMost(150),
    ...millis,
  },
  {
    name: 'SQL against SQL by hand, the worst of eight',
    wanted: '≤ 2 ×',
    read: worstSql,
    reached: atMost(2),
    ...times,
  },
  {
    name: 'processor a request against the smallest county, median of all kinds',
    wanted: '≤ 1.3 ×',
    read: growth,
    reached: atMost(1.3),
    ...times,
  },
  {
    name: "multiple of a capital's peak that was held",
    wanted: '≥ 0.4 ×',
    read: highestHeld,
    reached: atLeast(0.4),
    ...times,
  },
  {
    name: 'memory of two web processes and the worker after it',
    wanted: '≤ 1,200 MB',
    read: (run) => figureOf(run, 'memory')?.reached ?? null,
    reached: atMost(1_200),
    unit: ' MB',
    digits: 0,
  },
];

/** A figure as the table has it: set off where it reaches what is wanted. */
export function cellOf(target: Target, { run }: Size, smallest: Run): string {
  const value = target.read(run, smallest);
  if (value === null) return '';
  const words = `${value.toFixed(target.digits)}${target.unit}`;
  return target.reached(value) ? `**${words}**` : words;
}
