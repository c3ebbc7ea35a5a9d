import type { Metadata } from 'next';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { EffectTable } from '@/components/open/effect-table';
import { LedgerTable } from '@/components/open/ledger-table';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { excludeDays, keepInDays } from '@/lib/appeals/exclusions';
import { civilDay, dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import type { LedgerPart } from '@/lib/measures/exclusions';
import { printedFrom, quartersPrinted, readOpenLedger } from '@/lib/measures/open-ledger';
import type { Period } from '@/lib/measures/period';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exclusions');
  return { title: t('open.heading') };
}

/** Whether nobody asked for any: what is withheld may be some. */
const isEmpty = (parts: Record<LedgerPart, number> | null): boolean =>
  parts !== null && Object.values(parts).every((n) => n === 0);

const steps = ['ask', 'decide', 'object', 'rule', 'few'] as const;

/** What units had left out of the figures, by quarter: who asked, on what grounds, who decided, what it changes. No case is named. */
export default async function OpenExclusionsPage({
  searchParams,
}: {
  searchParams: Promise<{ quarter?: string | string[] }>;
}) {
  const [at, zone] = [now(), civilZone()];
  const quarters = quartersPrinted(zone, at);
  const { quarter: wanted } = await searchParams;
  const quarter = quarters.find((it) => it.fromOn === wanted) ?? quarters[0];
  if (!quarter) throw new Error('some quarter is always over');
  const [t, grounds, telling, found] = await Promise.all([
    getTranslations('exclusions'),
    getTranslations('words.exclusionClass'),
    tellingAt(at),
    readOpenLedger(quarter, zone),
  ]);
  const name = ({ fromOn, toOn }: Period) =>
    t('open.quarter', { from: civilDay(fromOn, telling), to: civilDay(toOn, telling) });
  const units = (table: typeof found.byUnit) =>
    table.rows.map(({ of, parts }) => ({ key: of.id, name: nameOf(of, telling.locale), parts }));
  return (
    <ResidentShell>
      <h1>{t('open.heading')}</h1>
      <p className="lead mt-8">{t('open.lead')}</p>
      <Part id="quarter" heading={name(quarter)}>
        <p className="quiet">{t('open.asOf', { day: dayOf(found.countedAt, telling) })}</p>
        {isEmpty(found.byClass.all) ? (
          <p className="mt-12 max-w-measure">{t('nobody')}</p>
        ) : (
          <>
            <h3 className="mt-24">{t('effect.heading')}</h3>
            <p className="quiet mt-4">{t('effect.note')}</p>
            <EffectTable groups={[{ key: 'all', name: null, effect: found.effect }]} />
            <h3 className="mt-32">{t('table.unit')}</h3>
            <LedgerTable by="unit" rows={units(found.byUnit)} all={found.byUnit.all} />
            <h3 className="mt-32">{t('table.class')}</h3>
            <LedgerTable
              by="class"
              rows={found.byClass.rows.map(({ of, parts }) => ({
                key: of,
                name: grounds(of),
                parts,
              }))}
              all={found.byClass.all}
            />
            <h3 className="mt-32">{t('table.decider')}</h3>
            <LedgerTable by="decider" rows={units(found.byDecider)} all={found.byDecider.all} />
          </>
        )}
      </Part>
      <Part id="quarters" heading={t('open.quarters')}>
        <ul className="stack">
          {quarters
            .filter((it) => it !== quarter)
            .map((it) => (
              <li key={it.fromOn} className="alone">
                <Anchor href={`/open/exclusions?quarter=${it.fromOn}`}>{name(it)}</Anchor>
              </li>
            ))}
        </ul>
        <p className="quiet mt-12">
          {t('open.next', { day: dayOf(printedFrom(at, zone), telling) })}
        </p>
      </Part>
      <Part id="how" heading={t('open.how')}>
        <ol className="stack">
          {steps.map((it) => (
            <li key={it}>
              <p>{t(`open.step.${it}`, { ask: excludeDays, object: keepInDays })}</p>
            </li>
          ))}
        </ol>
      </Part>
    </ResidentShell>
  );
}
