import { dayOf, type Telling } from '@/lib/i18n/dates';
import type { Words } from '@/lib/i18n/gaps';
import { type Attachment, pdfsIn, picturesIn } from '@/lib/photos/attachment';
import { PdfLink } from './pdf-link';

type StoryPhotosProps = {
  /** Where the case's pictures and PDFs are served to this reader. */
  at: string;
  photos: readonly Attachment[];
  telling: Telling;
  /** Words about photos. */
  t: Words;
};

/** The pictures that came with a step, each leading to the large one, and beneath them its PDFs. */
export function StoryPhotos({ at, photos, telling, t }: StoryPhotosProps) {
  if (photos.length === 0) return null;
  const [pictures, pdfs] = [picturesIn(photos), pdfsIn(photos)];
  const dayGone = ({ goneAt }: Attachment) => goneAt && dayOf(goneAt, telling);
  const days = [...new Set(pictures.flatMap((it) => dayGone(it) ?? []))];
  return (
    <>
      {pictures.length > 0 && (
        <ul className="story-photos">
          {pictures.map(({ id, width, height, goneAt }, nth) => {
            const image = (
              <img
                src={`${at}/${id}?size=small`}
                alt={t('one', { number: nth + 1, of: pictures.length })}
                width={120}
                height={Math.round((120 * height) / width)}
                loading="lazy"
              />
            );
            return (
              <li key={id}>
                {goneAt ? (
                  image
                ) : (
                  <a href={`${at}/${id}`} data-reload>
                    {image}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {days.map((date) => (
        <p key={date} className="meta">
          {t('largeGone', { date })}
        </p>
      ))}
      {pdfs.length > 0 && (
        <ul className="story-pdfs">
          {pdfs.map((pdf, nth) => (
            <li key={pdf.id}>
              <PdfLink
                at={at}
                pdf={pdf}
                nth={nth}
                of={pdfs.length}
                gone={dayGone(pdf)}
                t={t}
                locale={telling.locale}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
