import { tellingAt } from '@/components/appeals/telling';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { Catalogue, EntryVersion } from '@/lib/catalogue/read';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';
import { plannedWords } from './catalogue-words';

interface EntryVersionsProps {
  versions: readonly EntryVersion[];
  catalogue: Catalogue;
}

/** What the catalogue said of a category and from when until when, the newest first. */
export async function EntryVersions({ versions, catalogue }: EntryVersionsProps) {
  const [t, telling, said] = await Promise.all([
    getTranslations('adminCatalogue'),
    tellingAt(now()),
    plannedWords(catalogue),
  ]);
  const columns = (['version', 'lead', 'help', 'basis'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('versions')} captionHidden columns={columns}>
      {versions.map((it) => (
        <Row key={it.id}>
          <Cell head>
            {t('number', { number: it.number })}
            <RowBy>
              {it.untilAt
                ? t('span', {
                    from: momentOf(it.fromAt, telling),
                    until: momentOf(it.untilAt, telling),
                  })
                : t('since', { from: momentOf(it.fromAt, telling) })}
            </RowBy>
            {it.person && <RowBy>{t('by', { name: it.person.name })}</RowBy>}
          </Cell>
          <Cell label={t('column.lead')}>
            {said.lead(it)}
            {it.bySystem && <RowBy>{t('bySystem')}</RowBy>}
          </Cell>
          <Cell label={t('column.help')}>{said.units(it.helpUnitIds)}</Cell>
          <Cell label={t('column.basis')}>
            <span lang="zh-CN">{it.basis}</span>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
