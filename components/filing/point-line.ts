import { getTranslations } from '@/lib/i18n/words';
import { nearPoint } from '@/lib/places/near-point';
import { pointText, readPoint } from '@/lib/places/point';
import { readAreas } from '@/lib/places/read-areas';

/** A point in words: its figures and the place it lies in or near, as far as the county has drawn them. */
export async function pointLine(point: string): Promise<string> {
  const at = readPoint(point);
  if (!at) return '';
  const [t, areas] = await Promise.all([getTranslations('places'), readAreas()]);
  const near = nearPoint(at, areas);
  const text = pointText(at);
  if (!near) return text;
  return t(near.within ? 'pointIn' : 'pointNear', { point: text, area: near.name });
}
