import { nameOf } from '@/components/appeals/story-words';
import { readerLocale, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { Cell, Row, Rows } from '@/components/ui/rows';
import type { Catalogue } from '@/lib/catalogue/read';
import type { Upheld } from '@/lib/catalogue/upheld';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

interface UpheldPartProps {
  upheld: readonly Upheld[];
  catalogue: Catalogue;
  /** On the page of one category, which needs no naming. */
  within?: boolean;
}

/** What returns found right say of the catalogue: who was named, who it should have been, how often. */
export async function UpheldPart({ upheld, catalogue, within = false }: UpheldPartProps) {
  if (upheld.length === 0) return null;
  const [t, locale, telling] = await Promise.all([
    getTranslations('adminCatalogue'),
    readerLocale(),
    tellingAt(now()),
  ]);
  const unit = (id: string) => nameOf(catalogue.units.get(id) ?? null, locale);
  const shown = within
    ? (['from', 'to', 'times', 'last'] as const)
    : (['category', 'from', 'to', 'times', 'last'] as const);
  const columns = shown.map((it) => ({ label: t(`upheld.${it}`), end: it === 'times' }));
  return (
    <Part id="upheld" heading={t('upheld.heading')}>
      <p className="quiet">{t(within ? 'upheld.leadOne' : 'upheld.lead')}</p>
      <Rows caption={t('upheld.heading')} captionHidden columns={columns}>
        {upheld.map((it) => (
          <Row key={`${it.categoryId} ${it.fromUnitId} ${it.toUnitId}`}>
            {!within && (
              <Cell head>
                <Anchor href={`/admin/catalogue/${it.categoryId}`}>
                  {nameOf(catalogue.tree.find(({ id }) => id === it.categoryId) ?? null, locale)}
                </Anchor>
              </Cell>
            )}
            <Cell head={within} label={t('upheld.from')}>
              {unit(it.fromUnitId)}
            </Cell>
            <Cell label={t('upheld.to')}>{unit(it.toUnitId)}</Cell>
            <Cell label={t('upheld.times')} end beside>
              {it.times}
            </Cell>
            <Cell label={t('upheld.last')} beside>
              {dayOf(it.lastAt, telling)}
            </Cell>
          </Row>
        ))}
      </Rows>
    </Part>
  );
}
