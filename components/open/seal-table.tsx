import { tellingAt } from '@/components/appeals/telling';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { NewestSeals } from '@/lib/integrity/read-seals';
import { now } from '@/lib/time/now';

/** Roots of days or of hours, newest first, each with its signature. */
export async function SealTable({
  caption,
  seals,
}: {
  caption: string;
  seals: NewestSeals['daily'];
}) {
  const [t, telling] = await Promise.all([getTranslations('seals'), tellingAt(now())]);
  if (seals.length === 0) return <p className="quiet">{t('none')}</p>;
  const columns = [{ label: t('when') }, { label: t('root') }];
  return (
    <Rows caption={caption} captionHidden columns={columns}>
      {seals.map((it) => (
        <Row key={it.id}>
          <Cell head>
            <b>{momentOf(it.at, telling)}</b>
            <RowBy>{t('numbered', { id: it.id, count: it.count })}</RowBy>
          </Cell>
          <Cell label={t('root')}>
            <code className="break-all">{it.root}</code>
            <RowBy>
              {t('signature')} <code className="break-all">{it.signature}</code>
            </RowBy>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
