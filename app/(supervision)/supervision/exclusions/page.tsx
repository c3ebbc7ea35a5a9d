import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { EffectTable } from '@/components/open/effect-table';
import { LedgerTable } from '@/components/open/ledger-table';
import { addressOf, overviewAddress } from '@/components/supervision/address';
import { LedgerCases } from '@/components/supervision/ledger-cases';
import { openEffect, partsOf } from '@/components/supervision/ledger-parts';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { supervisionWords } from '@/components/supervision/words';
import { Anchor } from '@/components/ui/anchor';
import { BackLink, Part } from '@/components/ui/headings';
import { exclusionClasses } from '@/lib/appeals/words';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { readLedger } from '@/lib/measures/exclusions';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exclusions');
  return { title: t('heading') };
}

/** Every exclusion asked about rounds that count in a period: who asked, on what grounds, who decided, and what it changes. */
export default async function ExclusionsPage({
  searchParams,
}: {
  searchParams: Promise<Searched>;
}) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const place = readPlace(searched, at, civilZone());
  const after = first(searched, 'after');
  const [t, grounds, { t: words, unitName, period }, found] = await Promise.all([
    getTranslations('exclusions'),
    getTranslations('words.exclusionClass'),
    supervisionWords(at),
    readLedger(actor, { ...place, at }, after),
  ]);
  if (!found.ok) notHere();
  const chosen = found.units.find((it) => it.code === place.unit);
  const about = chosen ? words('withBelow', { unit: unitName(chosen) }) : words('allUnits');
  const here = (key?: string) =>
    addressOf('/supervision/exclusions', place, key ? { after: key } : {});
  const rowsBy = (key: 'unitId' | 'deciderId') =>
    found.units
      .filter(({ id }) => found.counts.some((it) => it[key] === id))
      .map((unit) => ({
        key: unit.id,
        name: unitName(unit),
        parts: partsOf(found.counts.filter((it) => it[key] === unit.id)),
      }));
  const decided = found.counts.filter((it) => it.deciderId !== null);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href={overviewAddress(place)}>{t('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-4">{t('meta', { unit: about, period: period(place.period) })}</p>
      <p className="mt-8 max-w-measure">{t('lead')}</p>
      {found.counts.length === 0 ? (
        <p className="mt-24 max-w-measure">{t('nobody')}</p>
      ) : (
        <>
          <Part id="effect" heading={t('effect.heading')} aside={t('effect.note')}>
            <EffectTable
              groups={[
                { key: 'all', name: t('effect.county'), effect: openEffect(found.effect) },
                ...found.byUnit.flatMap(({ unitId, effect }) => {
                  const unit = found.units.find((it) => it.id === unitId);
                  const name = unit && t('effect.unit', { unit: unitName(unit) });
                  return name ? [{ key: unitId, name, effect: openEffect(effect) }] : [];
                }),
              ]}
            />
          </Part>
          <Part id="unit" heading={t('table.unit')}>
            <LedgerTable by="unit" rows={rowsBy('unitId')} all={partsOf(found.counts)} />
          </Part>
          <Part id="class" heading={t('table.class')}>
            <LedgerTable
              by="class"
              rows={exclusionClasses.map((it) => ({
                key: it,
                name: grounds(it),
                parts: partsOf(found.counts.filter((count) => count.exclusionClass === it)),
              }))}
              all={partsOf(found.counts)}
            />
          </Part>
          <Part id="decider" heading={t('table.decider')}>
            <LedgerTable by="decider" rows={rowsBy('deciderId')} all={partsOf(decided)} />
          </Part>
          <Part id="cases" heading={t('cases.heading')}>
            <LedgerCases found={found} at={at} />
            <p className="mt-16">
              {after && <Anchor href={here()}>{t('cases.first')}</Anchor>}{' '}
              {found.next && <Anchor href={here(found.next)}>{t('cases.more')}</Anchor>}
            </p>
          </Part>
        </>
      )}
    </DeskFrame>
  );
}
