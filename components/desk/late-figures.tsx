import { tellingAt } from '@/components/appeals/telling';
import { lateFigures } from '@/lib/desk/as-of';
import { secondOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';

/** Of when the figures are, where they come from a read replica that is some seconds behind. */
export async function LateFigures({ actor }: { actor: PersonActor }) {
  const asOf = await lateFigures(actor);
  if (!asOf) return null;
  const [t, telling] = await Promise.all([getTranslations('desk'), tellingAt(asOf)]);
  return <p className="meta mb-8">{t('asOf', { time: secondOf(asOf, telling) })}</p>;
}
