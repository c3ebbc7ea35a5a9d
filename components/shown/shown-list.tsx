import { nameOf } from '@/components/appeals/story-words';
import { langOf, readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { ShownCase } from '@/lib/publication/read-shown';
import { ShownStatus } from './shown-status';

/** Published cases, newest first. */
export async function ShownList({ cases }: { cases: readonly ShownCase[] }) {
  const [t, locale] = await Promise.all([getTranslations('shown'), readerLocale()]);
  const columns = (['what', 'where', 'how'] as const).map((it) => ({ label: t(it) }));
  return (
    <Rows caption={t('list')} captionHidden columns={columns}>
      {cases.map((shown) => (
        <Row key={shown.slug}>
          <Cell head>
            <RowTitle>
              <Anchor href={`/open/cases/${shown.slug}`}>
                <span lang={langOf(shown.locale)}>{shown.title}</span>
              </Anchor>
            </RowTitle>
            {shown.category && <RowBy>{nameOf(shown.category, locale)}</RowBy>}
          </Cell>
          <Cell label={t('where')}>
            <span lang={langOf(shown.locale)}>{shown.place}</span>
            {shown.area && <RowBy>{nameOf(shown.area, locale)}</RowBy>}
          </Cell>
          <Cell label={t('how')}>
            <ShownStatus shown={shown} />
            {shown.solved && (
              <RowBy>{t('saidOfIt', { solved: t(`solved.${shown.solved}`) })}</RowBy>
            )}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
