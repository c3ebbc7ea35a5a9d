import { mapWords } from '@/components/map/map-words';
import { PointOnMap } from '@/components/map/point-on-map';
import { getTranslations } from '@/lib/i18n/words';
import { readMap } from '@/lib/installation/map-settings';

/** A point of an appeal: its figures to take along, and on a map for whoever presses for one. */
export async function PointPart({ point }: { point: string | null }) {
  if (!point) return null;
  const [t, setting, words] = await Promise.all([getTranslations('places'), readMap(), mapWords()]);
  return (
    <div>
      <span className="meta">{t('point')} </span>
      <span className="num nb select-all">{point}</span>
      {setting && <PointOnMap point={point} setting={setting} words={words} />}
    </div>
  );
}
