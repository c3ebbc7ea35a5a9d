import { csvText } from '@/lib/exchange/csv-text';
import { type BurdenCount, burdenKeys, selfMadeKinds } from './define';
import type { Burden } from './read';

const columns = ['part', 'name', ...burdenKeys, 'calls'] as const;

interface CsvWords {
  head(key: (typeof columns)[number] | 'selfMade'): string;
  /** What a part of the page is about: `form`, `topic`, `unit`, `caller`. */
  part(key: 'form' | 'topic' | 'unit' | 'caller'): string;
  told: string;
  others: string;
  verb(verb: string): string;
  selfMade(kind: string): string;
  noTopic: string;
  name(named: { name: string; nameEn: string }): string;
}

/** The burden ledger as a table: all its counts, and none of the figures that anybody can make of them. */
export function burdenCsv(found: Burden, words: CsvWords): string {
  const { told, others, either, selfMade } = found;
  const line = (part: string, name: string, it: BurdenCount) => [
    part,
    name,
    ...burdenKeys.map((key) => `${it[key]}`),
    '',
  ];
  const bare = (part: string, name: string, n: number) => [
    part,
    name,
    `${n}`,
    ...Array.from({ length: columns.length - 3 }, () => ''),
  ];
  return csvText([
    columns.map((key) => words.head(key)),
    line(words.head('forms'), words.told, told),
    ...(others ? [line(words.head('forms'), words.others, others)] : []),
    ...found.byForm.map((it) => line(words.part('form'), words.verb(it.verb), it.count)),
    ...found.byTopic.map((it) =>
      line(words.part('topic'), it.branch ? words.name(it.branch) : words.noTopic, it.count),
    ),
    ...found.byUnit.map((it) => line(words.part('unit'), words.name(it.unit), it.count)),
    ...found.byCaller.map(({ unit, calls, forms, texts }) => [
      words.part('caller'),
      words.name(unit),
      `${forms}`,
      `${texts}`,
      ...Array.from({ length: columns.length - 5 }, () => ''),
      `${calls}`,
    ]),
    ...selfMadeKinds.map((kind) =>
      bare(words.head('selfMade'), words.selfMade(kind), selfMade[kind]),
    ),
    ...(either ? [bare(words.head('selfMade'), words.selfMade('either'), either.system)] : []),
  ]);
}
