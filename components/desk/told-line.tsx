import { tellingAt } from '@/components/appeals/telling';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { LastTold } from '@/lib/notices/told';

/** How one resident was told last: by which way and when, or that they could not be. */
export async function ToldLine({ told, at }: { told: LastTold | undefined; at: Date }) {
  const [t, telling] = await Promise.all([getTranslations('telling.staff'), tellingAt(at)]);
  if (!told) return null;
  const outcome = told.outcome ?? 'waiting';
  if (!t.has(outcome)) return null;
  const moment = momentOf(told.at, telling);
  return (
    <span className="meta block">{t(outcome, { moment, channel: told.channel ?? 'none' })}</span>
  );
}
