import { Anchor } from '@/components/ui/anchor';
import { type Fact, Facts } from '@/components/ui/facts';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { behind, mergeOf, sourcesOf } from '@/lib/appeals/merged';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';

/** How many people and cases stand behind it, and the cases it is joined to. */
export async function BehindFacts({ view: { file } }: { view: CaseView }) {
  const t = await getTranslations('desk.voices');
  const { numbers } = file.merged;
  const caseLink = (id: string) => {
    const number = numbers[id] ?? '';
    return (
      <Anchor key={id} href={`/appeals/${number}`} className="num nb mr-12">
        {spokenCaseNumber(number)}
      </Anchor>
    );
  };
  const count = behind(file);
  const into = mergeOf(file);
  const sources = sourcesOf(file);
  const facts: Fact[] = [];
  if (count.people > 1 || count.cases > 1) {
    facts.push({ term: t('behindTerm'), detail: t('behind', { ...count }) });
  }
  if (sources.length > 0) {
    facts.push({
      term: t('mergedFrom'),
      detail: <>{sources.map((it) => caseLink(it.sourceId))}</>,
    });
  }
  if (into) facts.push({ term: t('mergedInto'), detail: caseLink(into.targetId) });
  return facts.length > 0 ? (
    <div className="mt-24">
      <Facts side facts={facts} />
    </div>
  ) : null;
}
