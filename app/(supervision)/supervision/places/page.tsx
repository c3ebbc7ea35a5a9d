import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { listAddress, overviewAddress, placesAddress } from '@/components/supervision/address';
import { CutWay } from '@/components/supervision/cut-way';
import { GridReading } from '@/components/supervision/grid-reading';
import { GridTable } from '@/components/supervision/grid-table';
import { placeTopicWords } from '@/components/supervision/place-topic-words';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { Anchor } from '@/components/ui/anchor';
import { QuickLists } from '@/components/ui/filters';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { placesAndTopics, unservedKeys } from '@/lib/measures/place-topics';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const g = await getTranslations('placeTopics');
  return { title: g('title') };
}

export default async function PlacesPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const place = readPlace(searched, at, civilZone());
  const list = unservedKeys.find((it) => it === first(searched, 'list')) ?? 'unserved';
  const found = await placesAndTopics(actor, { ...place, list, at });
  if (!found.ok) notHere();
  const { t, g, telling, unitName } = await placeTopicWords(at);
  const unit = found.units.find((it) => it.code === place.unit);
  const { listed, open } = found.whole;
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href={overviewAddress({ ...place, alone: false })}>{t('cases.back')}</BackLink>
      <h1>{g('heading')}</h1>
      <p className="quiet mt-4 max-w-measure">{g('lead')}</p>
      <QuickLists
        label={g('choose')}
        lists={unservedKeys.map((key) => ({
          href: placesAddress(place, key),
          words: t(`list.${key}`),
          current: key === list,
        }))}
      />
      <Part
        id="grid"
        heading={t(`list.${list}`)}
        aside={t('asOf', {
          moment: `${fullDayOf(at, telling)} ${hourOf(at, telling)}`,
          unit: unit ? t('withBelow', { unit: unitName(unit) }) : t('allUnits'),
        })}
      >
        <p className="quiet">{t(`list.${list}Note`)}</p>
        <CutWay
          cut={place.cut}
          ways={found.ways}
          to={(cut) => placesAddress({ ...place, cut }, list)}
          at={at}
        />
        {open + listed === 0 ? (
          <p className="mt-16">{g('none')}</p>
        ) : (
          <>
            <p className="mt-8">
              <Anchor href={listAddress(list, place)}>{g('summary', { listed, open })}</Anchor>
            </p>
            <GridTable place={place} list={list} found={found} at={at} />
            <GridReading found={found} at={at} />
          </>
        )}
      </Part>
    </DeskFrame>
  );
}
