import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { isOpen } from '@/lib/appeals/lifecycle';
import { titleFrom } from '@/lib/appeals/title';
import { file as filing } from '@/lib/appeals/transitions/file';
import { offerToken } from '@/lib/auth/share-token';
import type { OfferView } from '@/lib/form-offer';
import type { Entries } from '@/lib/forms';
import { dayOf } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { readPoint } from '@/lib/places/point';
import { readDuplicates, readOffers } from '@/lib/similar/duplicates';
import { isHere, leastOffered } from '@/lib/similar/score';
import type { Told } from '@/lib/similar/told';
import { now } from '@/lib/time/now';

/** What somebody is about to file, as others are looked for; null where it may not be filed, or is about somebody. */
function toldIn(entries: Entries): Told | null {
  const parsed = filing.input.safeParse(entries);
  // What complains of somebody is never added to a case they may be at work on.
  if (!parsed.success || parsed.data.aboutUnitId || parsed.data.aboutWho) return null;
  const { title, what, place, point } = parsed.data;
  return {
    appealId: null,
    title: title ?? titleFrom(what),
    what,
    place,
    point: point ? readPoint(point) : null,
    filedAt: now(),
    trial: false,
  };
}

/** Open cases that may be the same thing, for whoever takes a call; null where there are none. */
export async function offersForCaller(
  actor: PersonActor,
  entries: Entries,
): Promise<OfferView | null> {
  const told = toldIn(entries);
  if (!told) return null;
  const found = (await readDuplicates(actor, told)).filter(
    (it) => isOpen(it.status) && it.score >= leastOffered,
  );
  if (found.length === 0) return null;
  const [t, words, telling] = await Promise.all([
    getTranslations('offers'),
    getTranslations('words.status'),
    tellingAt(told.filedAt),
  ]);
  return {
    heading: t('caller.heading', { count: found.length }),
    lead: t('caller.lead'),
    offers: found.map((it) => ({
      value: it.caseNumber,
      title: it.title,
      lines: [
        t('where', { place: it.place, day: dayOf(it.filedAt, telling) }),
        t('stands', { status: words(it.status), people: it.people }),
      ],
      link: {
        href: `/appeals/${it.caseNumber}`,
        words: t('caller.read', { number: spokenCaseNumber(it.caseNumber) }),
      },
      take: t('caller.take'),
    })),
    none: t('caller.none'),
    edit: t('edit'),
  };
}

/**
 * The same for somebody at the front door: of another's case nothing is told but what kind of thing it is, when
 * it was filed, how many wait, and the names of places in both.
 */
export async function offersForResident(entries: Entries): Promise<OfferView | null> {
  const told = toldIn(entries);
  const found = told ? await readOffers(told) : [];
  if (!told || found.length === 0) return null;
  const [t, words, telling] = await Promise.all([
    getTranslations('offers'),
    getTranslations('words'),
    tellingAt(told.filedAt),
  ]);
  return {
    heading: t('own.heading'),
    lead: t('own.lead'),
    offers: found.map((it) => ({
      value: offerToken(it.appealId),
      title: nameOf(it.category, telling.locale) || t('own.uncategorised'),
      lines: [
        t('where', {
          // Names in both say more than a distance does.
          place:
            it.places.length === 0 && isHere(it)
              ? t('here')
              : it.places.slice(0, 2).join(languageOf(telling.locale).marks.list),
          day: dayOf(it.filedAt, telling),
        }),
        t('stands', { status: words(`residentStatus.${it.status}`), people: it.people }),
      ],
      link: null,
      take: t('own.take'),
    })),
    none: t('own.none'),
    edit: t('edit'),
  };
}
