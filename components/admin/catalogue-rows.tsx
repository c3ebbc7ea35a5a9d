import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { Catalogue, CatalogueLine } from '@/lib/catalogue/read';
import { namesIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { pathNames, plannedWords } from './catalogue-words';

interface CatalogueRowsProps {
  caption: string;
  captionHidden?: boolean;
  lines: readonly CatalogueLine[];
  catalogue: Catalogue;
  /** Where a category's own page lies; absent: there is none for this reader. */
  href?: string;
  /** A list out of the tree: each with the names of all levels. */
  flat?: boolean;
}

/** Category, who leads, who helps, on what ground; a category without an entry of its own shows whose it follows. */
export async function CatalogueRows({
  caption,
  captionHidden = false,
  lines,
  catalogue,
  href,
  flat = false,
}: CatalogueRowsProps) {
  if (lines.length === 0) return null;
  const [t, locale, said] = await Promise.all([
    getTranslations('adminCatalogue'),
    readerLocale(),
    plannedWords(catalogue),
  ]);
  const columns = (['category', 'lead', 'help', 'basis'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  const title = ({ category, level }: CatalogueLine) => {
    if (flat && namesIn(locale) === 'zh') return pathNames(category.id, catalogue);
    const name = nameOf(category, locale);
    return level === 1 ? <strong>{name}</strong> : name;
  };
  return (
    <Rows caption={caption} captionHidden={captionHidden} columns={columns}>
      {lines.map((it) => (
        <Row key={it.category.id}>
          <Cell head>
            <span className={it.level > 1 && !flat ? `block inset-${it.level}` : 'block'}>
              {href ? <Anchor href={`${href}/${it.category.id}`}>{title(it)}</Anchor> : title(it)}
            </span>
          </Cell>
          {it.own ? (
            <>
              <Cell label={t('column.lead')}>
                {said.lead(it.own)}
                {it.own.bySystem && <RowBy>{t('bySystem')}</RowBy>}
              </Cell>
              <Cell label={t('column.help')}>{said.units(it.own.helpUnitIds)}</Cell>
              <Cell label={t('column.basis')}>
                <span lang="zh-CN">{it.own.basis}</span>
                {it.own.confusedWith && (
                  <RowBy>
                    {t('confused')} <span lang="zh-CN">{it.own.confusedWith}</span>
                  </RowBy>
                )}
              </Cell>
            </>
          ) : (
            <>
              <Cell label={t('column.lead')}>
                <span className="quiet">
                  {it.holds ? t('asAbove', { lead: said.lead(it.holds) }) : t('unsaid')}
                </span>
              </Cell>
              <Cell>{null}</Cell>
              <Cell>{null}</Cell>
            </>
          )}
        </Row>
      ))}
    </Rows>
  );
}
