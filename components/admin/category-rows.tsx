import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { CountedCategory } from '@/lib/categories/queries';
import { namesIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';

/** The tree, each level set in. */
export async function CategoryRows({ rows }: { rows: readonly CountedCategory[] }) {
  const [t, locale] = await Promise.all([getTranslations('adminCategories'), readerLocale()]);
  const english = namesIn(locale) === 'en';
  const names = new Map(rows.map((it) => [it.id, nameOf(it, locale)]));
  const columns = (['name', 'other', 'appeals', 'limits'] as const).map((it) => ({
    label: t(`column.${it}`),
    end: it === 'appeals' || it === 'limits',
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {rows.map((it) => (
        <Row key={it.id}>
          <Cell head>
            <span className={it.level > 1 ? `block inset-${it.level}` : 'block'}>
              <Anchor href={`/admin/categories/${it.id}`}>
                {it.level === 1 ? <strong>{names.get(it.id)}</strong> : names.get(it.id)}
              </Anchor>
              {it.retiredAt && (
                <RowBy>
                  {it.mergedIntoId
                    ? t('mergedInto', { name: names.get(it.mergedIntoId) ?? '' })
                    : t('retired')}
                </RowBy>
              )}
            </span>
          </Cell>
          <Cell label={t('column.other')}>
            <span lang={english ? 'zh-CN' : 'en'}>{english ? it.name : it.nameEn}</span>
          </Cell>
          <Cell label={t('column.appeals')} end beside>
            {it.appeals}
          </Cell>
          <Cell label={t('column.limits')} end beside>
            {it.limits}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
