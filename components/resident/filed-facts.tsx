import { PointPart } from '@/components/appeals/point-part';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { type Fact, Facts } from '@/components/ui/facts';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { MaskedContact } from '@/lib/contacts/masked';
import { getTranslations } from '@/lib/i18n/words';

type FiledFactsProps = { view: CaseView; contact: MaskedContact | null };

/** What was taken down, so that a mistake shows at once. */
export async function FiledFacts({ view, contact }: FiledFactsProps) {
  const t = await getTranslations('receipt');
  const { locale } = await tellingAt(view.at);
  const { detail, category, file } = view;
  const reach = [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(' ');
  const facts: (Fact | null)[] = [
    category && { term: t('what'), detail: nameOf(category, locale) },
    {
      term: t('place'),
      detail: (
        <>
          {detail.place}
          <PointPart point={detail.point} />
        </>
      ),
    },
    detail.since ? { term: t('since'), detail: detail.since } : null,
    detail.wish ? { term: t('wish'), detail: detail.wish } : null,
    { term: t('reach'), detail: reach || t('reachNone') },
    { term: t('secret'), detail: contact?.secret ? t('secretYes') : t('secretNo') },
  ];
  const open = view.steps.some((it) => it.verb === 'supplement' && !it.refusal);
  return (
    <section aria-labelledby="filed">
      <h2 id="filed" className="mb-12 text-20">
        {t('filed')}
      </h2>
      <Facts side facts={facts.filter((it) => it !== null)} />
      {open && (
        <p className="no-print mt-16">
          <Anchor href={`/follow/${file.appeal.caseNumber}/supplement`}>{t('supplement')}</Anchor>
        </p>
      )}
    </section>
  );
}
