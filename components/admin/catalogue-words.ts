import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import type { EntryFacts } from '@/lib/catalogue/entry';
import type { Catalogue } from '@/lib/catalogue/read';
import { pathName } from '@/lib/catalogue/table';
import { getTranslations } from '@/lib/i18n/words';

/** A category by its names from the first level down, as tables call it. */
export function pathNames(categoryId: string, { tree }: Pick<Catalogue, 'tree'>): string {
  const category = tree.find((it) => it.id === categoryId);
  return category ? pathName(category, tree) : '';
}

/** How an entry says who leads and who helps, in the reader's language. */
export async function plannedWords({ units }: Pick<Catalogue, 'units'>) {
  const [t, words, locale] = await Promise.all([
    getTranslations('adminCatalogue'),
    getTranslations('words'),
    readerLocale(),
  ]);
  const named = (ids: readonly string[]): string =>
    ids.map((id) => nameOf(units.get(id) ?? null, locale)).join(locale === 'en' ? ', ' : '、');
  return {
    units: (ids: readonly string[]): string => (ids.length > 0 ? named(ids) : t('nobody')),
    lead: ({ leadKind, leadUnitIds }: Pick<EntryFacts, 'leadKind' | 'leadUnitIds'>): string =>
      leadUnitIds.length > 0
        ? named(leadUnitIds)
        : t(leadKind === 'street' || leadKind === 'community' ? 'ofPlace' : 'anyOfKind', {
            kind: words(`unitKind.${leadKind}`),
          }),
  };
}
