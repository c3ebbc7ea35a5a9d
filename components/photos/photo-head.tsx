import { BackLink, Kicker } from '@/components/ui/headings';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { getTranslations } from '@/lib/i18n/words';
import type { Photo } from '@/lib/photos/attachment';

type PhotoHeadProps = {
  caseNumber: string;
  /** Shown small beneath, unless the page shows it itself. */
  photo?: Photo;
  heading: string;
  lead: string;
  /** Where one came from; the case, if nothing else is said. */
  back?: { href: string; words: string };
};

/** The head of a page about one picture of a case. */
export async function PhotoHead({ caseNumber, photo, heading, lead, back }: PhotoHeadProps) {
  const [t, photos] = await Promise.all([getTranslations('desk.step'), getTranslations('photos')]);
  return (
    <>
      <BackLink href={back?.href ?? `/appeals/${caseNumber}`}>{back?.words ?? t('back')}</BackLink>
      <Kicker>{spokenCaseNumber(caseNumber)}</Kicker>
      <h1>{heading}</h1>
      <p className="quiet mt-8">{lead}</p>
      {photo && (
        <p className="mt-24">
          <img
            src={`/appeals/${caseNumber}/photos/${photo.id}?size=small`}
            alt={photos('one', { number: 1, of: 1 })}
            width={240}
            height={Math.round((240 * photo.height) / photo.width)}
          />
        </p>
      )}
    </>
  );
}
