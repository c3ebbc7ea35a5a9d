import { getTranslations } from '@/lib/i18n/words';
import type { Branch } from '@/lib/measures/branches';
import type { Dimension } from '@/lib/measures/breakdown';
import { supervisionWords } from './words';

/** The words of a figure taken apart, once for each. */
export async function breakdownWords(at: Date) {
  const [shared, b, channel, origin] = await Promise.all([
    supervisionWords(at),
    getTranslations('breakdown'),
    getTranslations('words.channel'),
    getTranslations('words.origin'),
  ]);
  const { unitName } = shared;
  return {
    ...shared,
    b,
    originWords: origin,
    /** A part of the whole as its row is called. */
    partName(by: Dimension, part: string, branch: Pick<Branch, 'name' | 'nameEn'> | null): string {
      if (by === 'channel') return channel(part);
      if (by === 'origin') return origin(part);
      if (!branch) return b(`none.${by}`);
      const name = unitName(branch);
      return part.startsWith('.') ? b(`alone.${by}`, { name }) : name;
    },
  };
}
