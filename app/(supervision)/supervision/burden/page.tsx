import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { burdenAddress, overviewAddress } from '@/components/supervision/address';
import { BurdenCallers } from '@/components/supervision/burden-callers';
import { BurdenDefinitions } from '@/components/supervision/burden-definitions';
import { BurdenHead } from '@/components/supervision/burden-head';
import { BurdenRows } from '@/components/supervision/burden-rows';
import { BurdenSelfMade } from '@/components/supervision/burden-self-made';
import { burdenWords } from '@/components/supervision/burden-words';
import { PeriodFilter } from '@/components/supervision/period-filter';
import { readPlace, type Searched } from '@/components/supervision/read-place';
import { Anchor } from '@/components/ui/anchor';
import { BackLink, Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { leadsAlone } from '@/lib/measures/burden/access';
import { readBurden } from '@/lib/measures/burden/read';
import { wholeCut } from '@/lib/measures/cut';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const d = await getTranslations('burden');
  return { title: d('title') };
}

/** What cases ask of staff, where it comes from, and what the system does by itself; it prints as it stands. */
export default async function BurdenPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor();
  const at = now();
  const place = { ...readPlace(await searchParams, at, civilZone()), cut: wholeCut };
  const [found, verbs] = await Promise.all([
    readBurden(actor, { ...place, at }),
    getTranslations('verbs'),
  ]);
  if (!found.ok) notHere();
  const { t, d, telling, unitName, period } = await burdenWords(at);
  const asOf = found.countedAt ?? at;
  const own = leadsAlone(actor);
  const unit = found.unit && unitName(found.unit);
  const here = { ...place, unit: found.unit?.code ?? null };
  return (
    <DeskFrame actor={actor} at={own ? 'today' : 'measures'}>
      <article className="case-print">
        <div className="no-print">
          <BackLink href={own ? '/desk' : overviewAddress(place)}>
            {d(own ? 'backToDesk' : 'back')}
          </BackLink>
        </div>
        <h1>{d('heading')}</h1>
        <p className="quiet mt-4">
          {t('asOf', {
            moment: `${fullDayOf(asOf, telling)} ${hourOf(asOf, telling)}`,
            unit: unit ? t('withBelow', { unit }) : t('allUnits'),
          })}{' '}
          {period(place.period)}
        </p>
        <p className="mt-12 max-w-measure">{unit ? d('leadUnit', { unit }) : d('lead')}</p>
        <p className="quiet mt-8 max-w-measure">{d('minutes')}</p>
        {!place.understood && (
          <Notice kind="calm" heading={t('filter.label')}>
            <p>{t('filter.notUnderstood')}</p>
          </Notice>
        )}
        <PeriodFilter place={here} units={found.units} at={at} to={burdenAddress} whole={!own} />
        <p className="no-print mt-8">
          <Anchor reload href={burdenAddress(here, true)}>
            {d('download')}
          </Anchor>
        </p>
        <Part id="head" heading={d('head.heading')} aside={unit ? undefined : d('head.note')}>
          <BurdenHead found={found} at={at} />
        </Part>
        <Part id="forms" heading={d('form.heading')} aside={unit ?? d('who.told')}>
          <BurdenRows
            by="form"
            at={at}
            lines={found.byForm.map(({ verb, count }) => ({
              key: verb,
              name: verbs(`${verb}.name`),
              count,
            }))}
          />
        </Part>
        <Part id="topics" heading={d('topic.heading')} aside={unit ?? d('who.told')}>
          <BurdenRows
            by="topic"
            at={at}
            lines={found.byTopic.map(({ part, branch, count }) => ({
              key: part,
              name: branch ? unitName(branch) : d('topic.none'),
              count,
            }))}
          />
        </Part>
        <Part id="units" heading={d('unit.heading')} aside={d('unit.note')}>
          <BurdenRows
            by="unit"
            at={at}
            lines={found.byUnit.map((it) => ({
              key: it.unit.id,
              name: (
                <Anchor href={burdenAddress({ ...place, unit: it.unit.code })}>
                  {unitName(it.unit)}
                </Anchor>
              ),
              count: it.count,
            }))}
          />
        </Part>
        <Part id="callers" heading={d('caller.heading')} aside={d('caller.note')}>
          <BurdenCallers callers={found.byCaller} at={at} />
        </Part>
        <Part id="self" heading={d('self.heading')} aside={d('self.note')}>
          <BurdenSelfMade found={found} at={at} />
        </Part>
        <Part id="definitions" heading={d('definitions.heading')}>
          <BurdenDefinitions at={at} />
        </Part>
      </article>
    </DeskFrame>
  );
}
