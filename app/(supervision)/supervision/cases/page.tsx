import type { Metadata } from 'next';
import { dot } from '@/components/appeals/telling';
import { DeskFrame } from '@/components/desk/desk-frame';
import { breakdownAddress, casesAddress, listAddress } from '@/components/supervision/address';
import { AnswerLists } from '@/components/supervision/answer-lists';
import { breakdownWords } from '@/components/supervision/breakdown-words';
import { CasePage } from '@/components/supervision/case-page';
import {
  first,
  type ReadPlace,
  readPlace,
  readWanted,
  type Searched,
  type Wanted,
} from '@/components/supervision/read-place';
import { supervisionWords } from '@/components/supervision/words';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import type { MeasuredUnit } from '@/lib/measures/ask';
import { casesBehind, casesListed, type CasePage as Found } from '@/lib/measures/cases';
import { isWhole, nameCut } from '@/lib/measures/cut';
import { lists } from '@/lib/measures/lists';
import { now } from '@/lib/time/now';

type CasesProps = { searchParams: Promise<Searched> };

export async function generateMetadata({ searchParams }: CasesProps): Promise<Metadata> {
  const wanted = readWanted(await searchParams);
  return wanted ? { title: await headingOf(wanted) } : {};
}

export default async function CasesPage({ searchParams }: CasesProps) {
  const actor = await requireActor('measure');
  const searched = await searchParams;
  const at = now();
  const place = readPlace(searched, at, civilZone());
  const wanted = readWanted(searched);
  const after = first(searched, 'after');
  if (!wanted) notHere();

  const found =
    wanted.list === null
      ? await casesBehind(actor, { ...place, ...wanted, at }, after)
      : await casesListed(actor, { ...place, list: wanted.list, at }, after);
  if (!found.ok) notHere();
  const shared = {
    heading: await headingOf(wanted),
    about: await aboutOf(wanted, place, found, at),
    place,
    found,
    later: after !== undefined,
    at,
  };
  return (
    <DeskFrame actor={actor}>
      {wanted.list === null ? (
        <CasePage
          {...shared}
          kind="behind"
          here={(key) => casesAddress({ ...place, ...wanted }, key)}
          back={
            isWhole(place.cut)
              ? undefined
              : breakdownAddress({ ...place, ...wanted, by: place.cut.topic ? 'topic' : 'area' })
          }
        >
          <AnswerLists place={{ ...place, ...wanted }} at={at} />
        </CasePage>
      ) : (
        <CasePage
          {...shared}
          kind={wanted.list === 'overdue' ? 'overdue' : 'list'}
          here={(key) => listAddress(wanted.list, place, key)}
        />
      )}
    </DeskFrame>
  );
}

async function headingOf(wanted: Wanted): Promise<string> {
  const t = await getTranslations('supervision');
  const name =
    wanted.list === null ? t(`measure.${wanted.measure}.name`) : t(`list.${wanted.list}`);
  return t('cases.title', { name });
}

async function aboutOf(
  wanted: Wanted,
  place: ReadPlace,
  { units }: Found,
  at: Date,
): Promise<string> {
  const [{ t, telling, unitName, period }, origins] = await Promise.all([
    supervisionWords(at),
    getTranslations('words.origin'),
  ]);
  const chosen = units.find((it) => it.code === place.unit);
  const named = (it: MeasuredUnit) =>
    t(place.alone ? 'cases.unitAlone' : 'withBelow', { unit: unitName(it) });
  const unit = [chosen ? named(chosen) : t('allUnits'), ...(await partsOf(place, units, at))];
  const about = { unit: unit.join(dot(telling.locale)), period: period(place.period) };
  if (wanted.list === null) return t('cases.meta', { ...about, origin: origins(wanted.origin) });
  return t(lists[wanted.list].spans === 'now' ? 'cases.metaNow' : 'cases.metaPeriod', about);
}

/** What the list is cut down to, in words. */
async function partsOf({ cut }: ReadPlace, units: MeasuredUnit[], at: Date): Promise<string[]> {
  if (isWhole(cut)) return [];
  const [{ partName }, named] = await Promise.all([breakdownWords(at), nameCut(cut, units)]);
  if (!named) notHere();
  return [
    ...(cut.topic ? [partName('topic', cut.topic, named.topicBranch)] : []),
    ...(cut.area ? [partName('area', cut.area, named.areaBranch)] : []),
    ...(cut.channel ? [partName('channel', cut.channel, null)] : []),
  ];
}
