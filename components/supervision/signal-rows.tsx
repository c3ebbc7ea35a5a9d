import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import type { Signal } from '@/lib/detectors/signals';
import { dayOf } from '@/lib/i18n/dates';
import { signalWords } from './signal-words';

type SignalRowsProps = { signals: readonly Signal[]; at: Date };

export async function SignalRows({ signals, at }: SignalRowsProps) {
  const { t, telling, unitName, days, found } = await signalWords(at);
  if (signals.length === 0) {
    return (
      <div className="mt-24">
        <Empty kind="done" heading={t('empty')}>
          <p className="quiet">{t('emptyNote')}</p>
        </Empty>
      </div>
    );
  }
  const columns = (['what', 'unit', 'state'] as const).map((it) => ({ label: t(`column.${it}`) }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {signals.map((it) => (
        <Row key={it.id}>
          <Cell head>
            <RowTitle>
              <Anchor href={`/supervision/signals/${it.id}`}>
                {t(`detector.${it.detector}.name`)}
              </Anchor>
            </RowTitle>
            <RowBy>{found(it)}</RowBy>
          </Cell>
          <Cell label={t('column.unit')}>
            {unitName(it)}
            <RowBy>{days(it)}</RowBy>
          </Cell>
          <Cell label={t('column.state')}>
            {t(`state.${it.state}`)}
            {it.finding && (
              <RowBy>{t('by', { name: it.finding.by, day: dayOf(it.finding.at, telling) })}</RowBy>
            )}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
