import { getTranslations } from '@/lib/i18n/words';
import type { ReleasedPhoto } from '@/lib/photos/released';

/** Checked pictures of a published case, each leading to the large one. */
export async function ShownPhotos({
  slug,
  photos,
}: {
  slug: string;
  photos: readonly ReleasedPhoto[];
}) {
  if (photos.length === 0) return null;
  const t = await getTranslations('photos');
  return (
    <ul className="story-photos">
      {photos.map(({ id, width, height }, nth) => (
        <li key={id}>
          <a href={`/open/cases/${slug}/photos/${id}`} data-reload>
            <img
              src={`/open/cases/${slug}/photos/${id}`}
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
