import { tellingAt } from '@/components/appeals/telling';
import { Empty } from '@/components/ui/empty';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { ExportEntry } from '@/lib/exports/read-exports';
import { civilDay, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

type ExportRowsProps = { entries: readonly ExportEntry[]; at: Date };

/** The ledger: what was taken, by whom, how far it came, and by which sum a file is known again. */
export async function ExportRows({ entries, at }: ExportRowsProps) {
  const [t, telling] = await Promise.all([getTranslations('exports'), tellingAt(at)]);
  if (entries.length === 0) {
    return (
      <div className="mt-24">
        <Empty kind="done" heading={t('ledger.empty')}>
          <p className="quiet">{t('ledger.emptyNote')}</p>
        </Empty>
      </div>
    );
  }
  const columns = (['number', 'what', 'who', 'rows'] as const).map((it) => ({
    label: t(`ledger.${it}`),
    end: it === 'rows',
  }));
  return (
    <Rows caption={t('ledger.caption')} captionHidden columns={columns}>
      {entries.map((it) => (
        <Row key={it.number}>
          <Cell head>{t('ledger.numbered', { number: it.number })}</Cell>
          <Cell label={t('ledger.what')}>
            {t(`kind.${it.kind}.name`)}
            <RowBy>
              {t('ledger.span', {
                from: civilDay(it.fromOn, telling),
                to: civilDay(it.toOn, telling),
              })}
            </RowBy>
          </Cell>
          <Cell label={t('ledger.who')}>
            {it.person}
            <RowBy>{momentOf(it.at, telling)}</RowBy>
          </Cell>
          <Cell label={t('ledger.rows')} end>
            {t('ledger.count', { n: it.rows })}
            <RowBy>{t(`state.${it.state}`)}</RowBy>
            {it.digest && <RowBy>{t('ledger.sum', { sum: it.digest })}</RowBy>}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
