import { Cell, Row, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { LedgerPart } from '@/lib/measures/exclusions';

type Parts = Record<LedgerPart, number>;

export interface LedgerTableRow {
  key: string;
  name: string;
  /** Null: withheld. */
  parts: Parts | null;
}

interface LedgerTableProps {
  by: 'unit' | 'class' | 'decider';
  rows: readonly LedgerTableRow[];
  all: Parts | null;
}

/** Each column a sum of what became of the exclusions. */
const columns = {
  asked: ['undecided', 'refused', 'leftOut', 'contested', 'stays', 'again'],
  undecided: ['undecided'],
  refused: ['refused'],
  granted: ['leftOut', 'contested', 'stays', 'again'],
  objected: ['contested', 'stays', 'again'],
  again: ['again'],
  now: ['leftOut', 'stays'],
} as const satisfies Record<string, readonly LedgerPart[]>;
type Column = keyof typeof columns;

/**
 * How many exclusions were asked for and what became of them, all together last; never in an order of merit. A heading
 * above says by what.
 */
export async function LedgerTable({ by, rows, all }: LedgerTableProps) {
  const t = await getTranslations('exclusions.table');
  if (rows.length === 0) return <p className="quiet mt-12">{t('none')}</p>;
  const names = Object.keys(columns) as Column[];
  const heads = [
    { label: t(by === 'class' ? 'grounds' : 'of') },
    ...names.map((it) => ({ label: t(it), end: true })),
  ];
  const line = ({ key, name, parts }: LedgerTableRow) => (
    <Row key={key}>
      <Cell head>
        <b>{name}</b>
      </Cell>
      {names.map((it) => (
        <Cell key={it} end beside label={t(it)}>
          {parts ? (
            columns[it].reduce((sum, part) => sum + parts[part], 0)
          ) : (
            <span className="quiet">{t('few')}</span>
          )}
        </Cell>
      ))}
    </Row>
  );
  return (
    <Rows caption={t(by)} captionHidden columns={heads} many>
      {rows.map(line)}
      {line({ key: 'all', name: t('all'), parts: all })}
    </Rows>
  );
}
