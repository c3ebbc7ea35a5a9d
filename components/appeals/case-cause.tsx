import { Facts } from '@/components/ui/facts';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { civilDay, dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { causeTold } from './cause-told';
import { nameOf } from './story-words';
import { tellingAt } from './telling';

/** Root at the top: whose it is, since when, and what they say about it. Nothing where it lies nowhere above. */
export async function CaseCause({ view }: { view: CaseView }) {
  const told = causeTold(view);
  if (!told) return null;
  const [t, words, telling] = await Promise.all([
    getTranslations('holds'),
    getTranslations('words.causeClass'),
    tellingAt(view.at),
  ]);
  const { cause, what, plan } = told;
  const owner = nameOf(told.owner, telling.locale);
  const since = dayOf(cause.at, telling);
  const answered = (
    <>
      {plan}
      {cause.byOn && (
        <span className="meta block">{t('by', { date: civilDay(cause.byOn, telling) })}</span>
      )}
    </>
  );
  return (
    <section aria-labelledby="cause" className="mt-32">
      <h2 id="cause">{t('heading')}</h2>
      <div className="mt-12">
        <Facts
          side
          facts={[
            { term: t('owner'), detail: owner },
            { term: t('where'), detail: words(cause.class) },
            { term: t('what'), detail: what },
            { term: t('plan'), detail: cause.answeredAt ? answered : t('silent') },
          ]}
        />
      </div>
      <p className="meta mt-8">{t('late', { since, owner })}</p>
    </section>
  );
}
