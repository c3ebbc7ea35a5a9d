import { tellingAt } from '@/components/appeals/telling';
import type { Signal } from '@/lib/detectors/signals';
import { civilDay } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { percent } from './percent';

/** Beyond this nobody reads a number any more. */
const seldomest = 1e9;

/** `1 in 40,000`: how seldom chance brings it, in one digit that counts. */
function seldomOf(tail: number): number {
  const times = Math.min(seldomest, 1 / Math.max(tail, Number.MIN_VALUE));
  const size = 10 ** Math.floor(Math.log10(times));
  return Math.floor(times / size) * size;
}

/** A signal in sentences. */
export async function signalWords(at: Date) {
  const [t, telling] = await Promise.all([getTranslations('signals'), tellingAt(at)]);
  return {
    t,
    telling,
    unitName: ({ unit }: Signal) => nameIn(telling.locale, unit),
    days: ({ fromOn, toOn }: Signal) =>
      t('days', { from: civilDay(fromOn, telling), to: civilDay(toOn, telling) }),
    found: ({ detector, numbers: { n, k, usual } }: Signal) =>
      t(`detector.${detector}.found`, {
        ...{ n, k, share: percent(k / Math.max(1, n)), usual: percent(usual) },
      }),
    chance: ({ numbers: { tail } }: Signal) => t('chance', { times: seldomOf(tail) }),
  };
}
