import { getTranslations } from '@/lib/i18n/words';
import type { Photo } from '@/lib/photos/held';

type StoryPhotosProps = {
  /** Where the case's pictures are served to this reader. */
  at: string;
  photos: readonly Photo[];
};

/** The pictures that came with a step, each leading to the large one. */
export async function StoryPhotos({ at, photos }: StoryPhotosProps) {
  if (photos.length === 0) return null;
  const t = await getTranslations('photos');
  return (
    <ul className="story-photos">
      {photos.map(({ id, width, height }, nth) => (
        <li key={id}>
          <a href={`${at}/${id}`} data-reload>
            <img
              src={`${at}/${id}?size=small`}
              alt={t('one', { number: nth + 1, of: photos.length })}
              width={120}
              height={Math.round((120 * height) / width)}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
