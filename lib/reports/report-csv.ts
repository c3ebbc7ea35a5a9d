import { csvText } from '@/lib/exchange/csv-text';
import { measureKeys, origins } from '@/lib/measures/define';
import { shareOf, type Tally } from '@/lib/measures/tally';
import { listsOf } from './figures';
import type { Report } from './read-reports';
import { unitNow } from './since';

interface CsvWords {
  /** Words of a heading of the table. */
  head(key: (typeof columns)[number] | 'lists'): string;
  /** The keys `measure.<key>.name`, `list.<key>` and so on. */
  measure(key: string): string;
  list(key: string): string;
  origin(key: string): string;
  unit(code: string): string;
}

const columns = [
  'part',
  'name',
  'due',
  'answered',
  'yes',
  'share',
  'low',
  'high',
  'nowDue',
  'nowAnswered',
  'nowYes',
] as const;

/** A report as a table: what it said, and what the same is now. */
export function reportCsv({ said, now }: Report, words: CsvWords): string {
  const line = (part: string, name: string, one: Tally, other: Tally | undefined) => {
    const share = shareOf(one.yes, one.answered);
    const shares = share ? [share.value, share.low, share.high] : [null, null, null];
    return [
      part,
      name,
      ...[one.due, one.answered, one.yes].map(String),
      ...shares.map((it) => (it === null ? '' : (100 * it).toFixed(1))),
      ...[other?.due, other?.answered, other?.yes].map((it) => String(it ?? '')),
    ];
  };
  const rates = origins.flatMap((origin) =>
    measureKeys.flatMap((key) => {
      const tally = said.rates[origin][key];
      const name = words.measure(key);
      return tally ? [line(words.origin(origin), name, tally, now.rates[origin][key])] : [];
    }),
  );
  const units = said.units.flatMap(({ code, tallies }) =>
    measureKeys.flatMap((key) => {
      const [tally, present] = [
        (tallies as Partial<Record<string, Tally>>)[key],
        (unitNow(now, code) as Partial<Record<string, Tally>>)[key],
      ];
      return tally ? [line(words.unit(code), words.measure(key), tally, present)] : [];
    }),
  );
  const counts = listsOf(said).flatMap((key) => {
    const n = said.lists[key];
    if (n === undefined) return [];
    const blank = Array.from({ length: 5 }, () => '');
    return [
      [
        words.head('lists'),
        words.list(key),
        String(n),
        ...blank,
        String(now.lists[key] ?? ''),
        '',
        '',
      ],
    ];
  });
  return csvText([columns.map((key) => words.head(key)), ...counts, ...rates, ...units]);
}
