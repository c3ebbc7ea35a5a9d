import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import type { CaseView, Named } from '@/lib/appeals/queries/case-view';
import { readCategories } from '@/lib/appeals/queries/choices';
import type { Proposal } from '@/lib/dispatch/read-proposal';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';

interface ProposalReasonsProps {
  proposal: Proposal;
  view: CaseView;
  named(unitId: string): Named | null;
}

/** Of the like cases, how many the proposed unit answered, and how many of those held. */
function solvedBy({ proposed, solved }: Proposal) {
  if (!proposed || solved.length === 0) return null;
  const own = solved.filter((it) => it.unit?.id === proposed.unit.id);
  return {
    unitId: proposed.unit.id,
    of: solved.length,
    count: own.length,
    held: own.filter((it) => it.solved === 'yes').length,
  };
}

/** What was looked at and what it says, one line each: category, catalogue, place, like cases, risk of return. */
export async function ProposalReasons({ proposal, view, named }: ProposalReasonsProps) {
  const [t, words, locale, categories] = await Promise.all([
    getTranslations('dispatchDesk'),
    getTranslations('words'),
    readerLocale(),
    readCategories(),
  ]);
  const { entry, owners } = proposal.grounds;
  const units = (ids: readonly string[]) =>
    ids.map((id) => nameOf(named(id), locale)).join(languageOf(locale).marks.list);
  const category = (id: string) =>
    nameOf(categories.find((it) => it.id === id) ?? null, locale).trim();
  const { returns, category: likely } = proposal;
  const solved = solvedBy(proposal);
  return (
    <ul className="reasons mt-8">
      {likely && (
        <li>
          {t(view.category ? 'otherCategory' : 'likelyCategory', {
            category: category(likely.categoryId),
            words: likely.words.slice(0, 4).join(languageOf(locale).marks.list) || 'none',
            cases: likely.cases.length,
          })}
        </li>
      )}
      <li>
        {entry
          ? t('catalogue', {
              category: category(entry.categoryId),
              lead:
                entry.leadUnitIds.length > 0
                  ? units(entry.leadUnitIds)
                  : words(`unitKind.${entry.leadKind}`),
            })
          : t(proposal.categoryId ? 'catalogueSilent' : 'noCategory')}
        {entry && (
          <span className="meta block" lang="zh-CN">
            {entry.basis}
          </span>
        )}
        {entry?.confusedWith && (
          <span className="block">
            {t('confused')} <span lang="zh-CN">{entry.confusedWith}</span>
          </span>
        )}
      </li>
      <li>
        {owners.length > 0
          ? owners.map((it) => (
              <span key={it.areaId} className="block">
                {t(it.by === 'point' ? 'placeByPoint' : 'place', {
                  area: it.name,
                  unit: nameOf(named(it.unitId), locale),
                })}
              </span>
            ))
          : t('placeUnknown')}
      </li>
      {solved && <li>{t('like', { ...solved, unit: nameOf(named(solved.unitId), locale) })}</li>}
      {returns && returns.named > 0 && (
        <li>
          {t(returns.sentBack > 0 ? 'returns' : 'noReturns', {
            named: returns.named,
            sentBack: returns.sentBack,
          })}
        </li>
      )}
    </ul>
  );
}
