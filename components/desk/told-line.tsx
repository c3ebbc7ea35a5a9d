import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { LastTold } from '@/lib/notices/told';

interface ToldLineProps {
  told: LastTold | undefined;
  at: Date;
  /** Where the notice is printed, for whoever brings letters. */
  letter: string | undefined;
}

/** How one resident was told last: by which way and when, or that they could not be. */
export async function ToldLine({ told, at, letter }: ToldLineProps) {
  const [t, paper, telling] = await Promise.all([
    getTranslations('telling.staff'),
    getTranslations('paperLetter'),
    tellingAt(at),
  ]);
  if (!told) return null;
  const outcome = told.outcome ?? 'waiting';
  if (!t.has(outcome)) return null;
  const moment = momentOf(told.at, telling);
  const values = { moment, channel: told.channel ?? 'none', by: told.by ?? '' };
  return (
    <span className="meta block">
      {t(outcome, values)}{' '}
      {letter && outcome === 'noChannel' && (
        <Anchor className="no-print" href={letter}>
          {paper('write')}
        </Anchor>
      )}
    </span>
  );
}
