import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { CallTally } from '@/lib/measures/calls';
import { supervisionWords } from './words';

/** Who called and who came, in the order of the organisation: pairs of numbers, no rates and no ranks. */
export async function CallTable({ tallies, at }: { tallies: readonly CallTally[]; at: Date }) {
  const { t, unitName } = await supervisionWords(at);
  if (tallies.length === 0) return <p className="quiet">{t('calls.empty')}</p>;
  const names = ['unit', 'made', 'called', 'inTime', 'arrived', 'back', 'silent', 'rated'] as const;
  const columns = names.map((name) => ({
    label: t(`calls.column.${name}`),
    ...(name === 'unit' ? {} : { end: true }),
  }));
  const pair = (part: number, whole: number) =>
    whole > 0 ? t('ofCount', { part, whole }) : <span className="quiet">{t('calls.none')}</span>;
  return (
    <Rows caption={t('calls.caption')} columns={columns}>
      {tallies.map((it) => (
        <Row key={it.unit.id}>
          <Cell head>{unitName(it.unit)}</Cell>
          <Cell end label={t('calls.column.made')}>
            {it.made}
            {it.callRated > 0 && (
              <RowBy>{t('calls.callRated', { good: it.callGood, n: it.callRated })}</RowBy>
            )}
          </Cell>
          <Cell end label={t('calls.column.called')}>
            {it.called}
          </Cell>
          <Cell end label={t('calls.column.inTime')}>
            {pair(it.inTime, it.inDue)}
          </Cell>
          <Cell end label={t('calls.column.arrived')}>
            {pair(it.arrived, it.asked)}
          </Cell>
          <Cell end label={t('calls.column.back')}>
            {pair(it.backInTime, it.backDue)}
            {it.notOurs > 0 && <RowBy>{t('calls.notOurs', { n: it.notOurs })}</RowBy>}
          </Cell>
          <Cell end label={t('calls.column.silent')}>
            {it.silent}
          </Cell>
          <Cell end label={t('calls.column.rated')}>
            {pair(it.helpGood, it.helpRated)}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
