import { CountBar } from '@/components/ui/count-bar';
import { Folded } from '@/components/ui/folded';
import { Cell, Row, Rows } from '@/components/ui/rows';
import type { BurdenCount } from '@/lib/measures/burden/define';
import { fewestForAShare } from '@/lib/measures/tally';
import { burdenWords } from './burden-words';
import { perOne } from './percent';

export interface BurdenLine {
  key: string;
  name: React.ReactNode;
  count: BurdenCount;
}

/** So many stand open; what is left is folded away, unless it is next to nothing. */
const mostShown = 8;
const fewestFolded = 3;

type BurdenRowsProps = { by: 'form' | 'topic' | 'unit'; lines: readonly BurdenLine[]; at: Date };

/** Where the forms come from: a bar and its number, and what they come to for each case. */
export async function BurdenRows({ by, lines, at }: BurdenRowsProps) {
  const { d } = await burdenWords(at);
  if (lines.length === 0) return <p className="quiet">{d('nothing')}</p>;
  const most = Math.max(...lines.map(({ count }) => count.forms));
  const names = ['forms', 'cases', 'perCase', 'texts', 'again', 'copied'] as const;
  const columns = [
    { label: d(`${by}.name`) },
    ...names.map((name) => ({ label: d(`table.${name}`), end: true })),
  ];
  const rest = lines.length - mostShown;
  const table = (some: readonly BurdenLine[]) => (
    <Rows caption={d(`${by}.caption`)} captionHidden many columns={columns}>
      {some.map((line) => (
        <Line key={line.key} line={line} most={most} at={at} />
      ))}
    </Rows>
  );
  if (rest < fewestFolded) return table(lines);
  return (
    <>
      {table(lines.slice(0, mostShown))}
      <Folded summary={d(`${by}.folded`, { n: rest })}>{table(lines.slice(mostShown))}</Folded>
    </>
  );
}

async function Line({ line, most, at }: { line: BurdenLine; most: number; at: Date }) {
  const { d } = await burdenWords(at);
  const { name, count } = line;
  return (
    <Row>
      <Cell head>{name}</Cell>
      <Cell end label={d('table.forms')}>
        <b>{count.forms}</b>
        <CountBar n={count.forms} most={most} />
      </Cell>
      <Cell end beside label={d('table.cases')}>
        {count.cases}
      </Cell>
      <Cell end beside label={d('table.perCase')}>
        {each(count.forms, count.cases)}
      </Cell>
      <Cell end beside label={d('table.texts')}>
        {each(count.texts, count.cases)}
      </Cell>
      <Cell end beside label={d('table.again')}>
        {count.again}
      </Cell>
      <Cell end beside label={d('table.copied')}>
        {count.copied}
      </Cell>
    </Row>
  );
}

/** Of few cases there is no figure. */
const each = (part: number, whole: number) =>
  whole < fewestForAShare ? <span className="quiet">–</span> : perOne(part, whole);
