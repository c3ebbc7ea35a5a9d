import { tellingAt } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import { civilDay, dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { OpenDraw } from '@/lib/spot-checks/read-draws';
import { now } from '@/lib/time/now';

/** Everything of each draw with which somebody else comes to the same sample. */
export async function DrawRows({ draws }: { draws: readonly OpenDraw[] }) {
  const [t, telling] = await Promise.all([getTranslations('spotChecks'), tellingAt(now())]);
  if (draws.length === 0) return <p className="quiet">{t('draws.none')}</p>;
  const code = (text: string) => <code className="break-all">{text}</code>;
  return (
    <>
      {draws.map((it) => (
        <section key={it.number} className="mt-24" aria-labelledby={`draw-${it.number}`}>
          <h3 id={`draw-${it.number}`}>
            {t('draws.one', { number: it.number, day: dayOf(it.at, telling) })}
          </h3>
          <Facts
            facts={[
              {
                term: t('draws.up'),
                detail: t('draws.upWords', { n: it.cases, from: it.afterSeal, to: it.sealId }),
              },
              { term: t('draws.share'), detail: `${it.perMille / 10}%` },
              {
                term: t('draws.chosen'),
                detail: it.chosen === null ? t('draws.notYet') : String(it.chosen),
              },
              { term: t('draws.root'), detail: code(it.root) },
              {
                term: t('draws.value'),
                detail: (
                  <>
                    {t('draws.from', { source: it.source, day: civilDay(it.valueOn, telling) })}{' '}
                    {it.value === null ? t('draws.notYet') : code(it.value)}
                  </>
                ),
              },
              { term: t('draws.secret'), detail: it.secret ? code(it.secret) : t('draws.later') },
              { term: t('draws.secretHash'), detail: code(it.secretHash) },
              { term: t('draws.listHash'), detail: code(it.listHash) },
            ]}
          />
        </section>
      ))}
    </>
  );
}
