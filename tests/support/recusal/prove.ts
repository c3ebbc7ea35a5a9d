import { afterAll, describe, expect, it } from 'vitest';
import { closeLimiter } from '@/lib/auth/limiter';
import { differing, lift, tellAll, type World } from './matrix';
import { ways } from './ways';

/**
 * What anybody is told must be, to the letter and to the number, what they were told while there was no
 * such complaint. The other half is the control: with the recusals lifted the same readers are told, in
 * every one of the ways but those that cannot tell anybody here.
 */
export async function prove(
  made: Promise<World>,
  name: string,
  silent: readonly string[] = [],
): Promise<void> {
  const { readers, about, complain } = await made;
  const untold = await tellAll(readers, about);
  const accusing = await complain();
  const barred = await tellAll(readers, accusing);
  await lift();
  const lifted = await tellAll(readers, accusing);

  afterAll(closeLimiter);

  describe(name, () => {
    it.each([...readers.keys()])('%s learns nothing in any way', (reader) => {
      expect(differing(untold, barred, reader)).toEqual([]);
    });

    it('control: with the recusals lifted everybody learns in several ways', () => {
      const few = [...readers.keys()].filter(
        (reader) => differing(untold, lifted, reader).length < 3,
      );
      expect(few).toEqual([]);
    });

    it('control: every way tells somebody once the recusals are lifted', () => {
      const telling = new Set(
        [...readers.keys()].flatMap((reader) => differing(untold, lifted, reader)),
      );
      expect(Object.keys(ways).filter((it) => !telling.has(it))).toEqual(silent);
    });
  });
}
