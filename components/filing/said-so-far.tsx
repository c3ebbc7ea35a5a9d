import { Anchor } from '@/components/ui/anchor';
import { readCategories, readUnits } from '@/lib/appeals/queries/choices';
import { type FilingStep, pathOf } from '@/lib/drafts/filing-steps';
import { type Entries, entryOf } from '@/lib/forms';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { type Attachment, pdfsIn, picturesIn } from '@/lib/photos/attachment';
import { pointLine } from './point-line';

interface Line {
  step: FilingStep;
  term: string;
  /** Empty where nothing was said. */
  detail: string;
}

interface SaidSoFarProps {
  told: Entries;
  /** Pictures and PDFs that go with it. */
  held: readonly Attachment[];
}

/** What somebody is about to send, line by line, each with the way back to its page. */
export async function SaidSoFar({ told, held }: SaidSoFarProps) {
  const t = await getTranslations('filing');
  const lines = await linesOf(told, held);
  return (
    <dl className="facts said-so-far">
      {lines.map(({ step, term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail || <span className="quiet">{t('nothingSaid')}</span>}</dd>
          <dd>
            <Anchor href={`${pathOf(step)}?from=check`}>
              {t('change')}
              <span className="sr-only">{t('changeWhat', { term })}</span>
            </Anchor>
          </dd>
        </div>
      ))}
    </dl>
  );
}

async function linesOf(told: Entries, held: SaidSoFarProps['held']): Promise<Line[]> {
  const [t, photo, places, locale, categories, units] = await Promise.all([
    getTranslations('filing'),
    getTranslations('photos'),
    getTranslations('places'),
    getLocale(),
    readCategories(),
    readUnits(),
  ]);
  const said = (name: string) => entryOf(told, name);
  const named = (list: readonly { id: string; name: string; nameEn: string }[], name: string) => {
    const found = list.find((it) => it.id === said(name));
    return found ? nameIn(locale, found).trim() : '';
  };
  const optional = (step: FilingStep, term: string, detail: string): Line[] =>
    detail ? [{ step, term, detail }] : [];
  const kind = said('kind');
  const [photos, pdfs] = [picturesIn(held).length, pdfsIn(held).length];
  const counted = [
    ...(photos > 0 ? [photo('with', { count: photos })] : []),
    ...(pdfs > 0 ? [photo('withPdfs', { count: pdfs })] : []),
  ];
  const reached = [said('name'), said('phone'), said('email')].filter(Boolean).join('\n');
  return [
    { step: 'what', term: t('facts.what'), detail: said('what') },
    { step: 'where', term: t('facts.where'), detail: said('place') },
    ...optional('where', places('point'), await pointLine(said('point'))),
    ...optional('more', t('facts.category'), named(categories, 'categoryId')),
    ...optional('more', photo('heading'), counted.join('\n')),
    ...optional('more', t('facts.since'), said('since')),
    ...optional('more', t('facts.wish'), said('wish')),
    ...optional('more', t('facts.kind'), kind ? t(`kinds.${kind}`) : ''),
    ...optional(
      'more',
      t('facts.about'),
      [named(units, 'aboutUnitId'), said('aboutWho')].filter(Boolean).join('\n'),
    ),
    {
      step: 'who',
      term: t('facts.who'),
      detail: reached || t('byLinkOnly'),
    },
    ...optional('who', t('facts.helper'), said('helper') ? t(`helper.as.${said('helper')}`) : ''),
    ...optional('who', t('facts.secret'), said('secret') ? t('keptSecret') : ''),
    ...optional('who', t('facts.nearby'), said('nearby') ? t('nearbyYes') : ''),
    ...optional('who', t('facts.show'), said('show') ? t('shownLater') : ''),
  ];
}
