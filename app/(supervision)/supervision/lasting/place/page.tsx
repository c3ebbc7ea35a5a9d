import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { lastingAddress } from '@/components/supervision/address';
import { AtPlaceRows } from '@/components/supervision/at-place-rows';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { supervisionWords } from '@/components/supervision/words';
import { BackLink } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { casesAtPlace } from '@/lib/lasting/overview';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const l = await getTranslations('lasting.place');
  return { title: l('title') };
}

/** What was answered at one place about one subject, and what came after. */
export default async function AtPlacePage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const place = readPlace(searched, at, civilZone());
  const asked = { place: first(searched, 'key') ?? '', topicId: first(searched, 'subject') ?? '' };
  const found = await casesAtPlace(actor, { ...place, at }, asked);
  if (!found.ok) notHere();
  const [l, { unitName, period }] = await Promise.all([
    getTranslations('lasting.place'),
    supervisionWords(at),
  ]);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href={lastingAddress(place, 30)}>{l('back')}</BackLink>
      <h1>{found.address}</h1>
      <p className="quiet mt-4">
        {unitName(found.subject)} · {period(place.period)}
      </p>
      <div className="mt-24">
        <AtPlaceRows pairs={found.pairs} at={at} />
      </div>
    </DeskFrame>
  );
}
