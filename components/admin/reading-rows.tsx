import { nameOf } from '@/components/appeals/story-words';
import { readerLocale, tellingAt } from '@/components/appeals/telling';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { Reading } from '@/lib/audit/read-readings';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

/** One row a reading: when, who, what of which case, and why they said they did. */
export async function ReadingRows({ rows }: { rows: readonly Reading[] }) {
  const [t, locale, telling] = await Promise.all([
    getTranslations('readings'),
    readerLocale(),
    tellingAt(now()),
  ]);
  const columns = (['when', 'who', 'what', 'why'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {rows.map((it) => (
        <Row key={it.id}>
          <Cell head>{momentOf(it.at, telling)}</Cell>
          <Cell label={t('column.who')}>
            {it.person}
            <RowBy>{nameOf({ id: it.id, name: it.unit, nameEn: it.unitEn }, locale)}</RowBy>
          </Cell>
          <Cell label={t('column.what')}>
            {t(`what.${it.what}`)}
            <RowBy>
              {it.caseNumber
                ? spokenCaseNumber(it.caseNumber)
                : t('found', { count: it.found ?? 0 })}
            </RowBy>
          </Cell>
          <Cell label={t('column.why')}>{it.reason || t('noReason')}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
