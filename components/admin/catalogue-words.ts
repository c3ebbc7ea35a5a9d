import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { isOfPlaces } from '@/lib/appeals/power';
import { type EntryFacts, leadKinds } from '@/lib/catalogue/entry';
import type { Catalogue } from '@/lib/catalogue/read';
import { pathName } from '@/lib/catalogue/table';
import { languageOf } from '@/lib/i18n/languages';
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
  const all = [...units.values()].filter((it) => !it.closed);
  // Every unit of a kind, named one by one, would be a long way of saying so.
  const named = (ids: readonly string[]): string => {
    const whole = leadKinds.filter((kind) => {
      const own = all.filter((it) => it.kind === kind);
      return own.length > 2 && own.every((it) => ids.includes(it.id));
    });
    const others = ids
      .flatMap((id) => units.get(id) ?? [])
      .filter((it) => !whole.some((kind) => kind === it.kind));
    return [
      ...whole.map((kind) => t('all', { kind: words(`unitKind.${kind}`), of: kind })),
      ...others.map((it) => nameOf(it, locale)),
    ].join(languageOf(locale).marks.list);
  };
  return {
    units: named,
    lead: ({ leadKind, leadUnitIds }: Pick<EntryFacts, 'leadKind' | 'leadUnitIds'>): string =>
      leadUnitIds.length > 0
        ? named(leadUnitIds)
        : t(isOfPlaces(leadKind) ? 'ofPlace' : 'anyOfKind', {
            kind: words(`unitKind.${leadKind}`),
            of: leadKind,
          }),
  };
}
