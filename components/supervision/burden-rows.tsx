import { CountBar } from '@/components/ui/count-bar';
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
  return (
    <Rows caption={d(`${by}.caption`)} captionHidden many columns={columns}>
      {lines.map(({ key, name, count }) => (
        <Row key={key}>
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
      ))}
    </Rows>
  );
}

/** Of few cases there is no figure. */
const each = (part: number, whole: number) =>
  whole < fewestForAShare ? <span className="quiet">–</span> : perOne(part, whole);
