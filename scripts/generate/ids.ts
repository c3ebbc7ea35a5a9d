import type { Chance } from '@/lib/contacts/seal';
import { type Dice, dice } from '@/prisma/seed/dice';

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Most ids one case may use: twelve bits of each id count them. */
const mostIds = 4096;

/**
 * Ids of one case, in the shape of UUID v7: the instant, a count, the seed and the number of the case.
 * No clock of the machine and no chance: the same seed gives the same ids, two cases never the same.
 *
 * @param seed of which 28 bits count.
 * @param nth number of the case within the seed, 32 bits.
 */
export function idsOf(seed: number, nth: number, at: number): () => string {
  const { head, tail } = endsOf(seed, nth, at);
  let count = 0;
  return () => {
    if (count === mostIds) throw new Error(`case ${nth} needs more than ${mostIds} ids`);
    count += 1;
    return `${head}${hex(count - 1, 3)}${tail}`;
  };
}

function endsOf(seed: number, nth: number, at: number) {
  const millis = hex(at, 12);
  const seven = hex(seed & 0xfff_ffff, 7);
  return {
    head: `${millis.slice(0, 8)}-${millis.slice(8)}-7`,
    tail: `-8${seven.slice(0, 3)}-${seven.slice(3)}${hex(nth >>> 0, 8)}`,
  };
}

/** The id a case gives out as the how manieth, by that count. */
export function idsByCount(seed: number, nth: number, at: number): (count: number) => string {
  const { head, tail } = endsOf(seed, nth, at);
  return (count) => `${head}${hex(count, 3)}${tail}`;
}

/** As the how manieth an id was given out to this case; null where it is none of its own. */
export function countsOfIds(seed: number, nth: number, at: number): (id: string) => number | null {
  const { head, tail } = endsOf(seed, nth, at);
  return (id) =>
    id.length === 36 && id.startsWith(head) && id.endsWith(tail)
      ? Number.parseInt(id.slice(head.length, head.length + 3), 16)
      : null;
}

/** Puts ids of a case in their places as the 16 bytes they are. */
export function idWriter(view: DataView, seed: number, nth: number, at: number) {
  const high = Math.floor(at / 0x1_0000);
  return (place: number, count: number): void => {
    view.setUint32(place, high);
    view.setUint16(place + 4, at % 0x1_0000);
    view.setUint16(place + 6, 0x7000 | count);
    view.setUint32(place + 8, 0x8000_0000 | (seed & 0xfff_ffff));
    view.setUint32(place + 12, nth);
  };
}

/** Two numbers made one that depends on every bit of both (the finish of MurmurHash3). */
export function mixed(seed: number, nth: number): number {
  let mix = Math.imul(seed ^ 0x85eb_ca6b, 0xcc9e_2d51) ^ Math.imul(nth + 1, 0x9e37_79b1);
  mix = Math.imul(mix ^ (mix >>> 16), 0x85eb_ca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2_ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** Dice of one case. */
export const diceOf = (seed: number, nth: number): Dice => dice(mixed(seed, nth));

const saltBytes = Buffer.alloc(16);

/** Salt from dice instead of chance: 128 bits in hexadecimal. Generated people have nothing to hide. */
export const saltsOf = (roll: Dice) => (): string => {
  for (let at = 0; at < saltBytes.length; at += 4) {
    saltBytes.writeUInt32BE(Math.floor(roll.next() * 0x1_0000_0000), at);
  }
  return saltBytes.toString('hex');
};

/**
 * Sealing without chance. The nonce is the beginning of the commitment, which is made from salt and text, so
 * that it comes again only with the same text: what AES-GCM asks of a nonce.
 */
export const chanceOf = (salt: () => string): Chance => ({
  salt,
  nonce: (commitment) => Buffer.from(commitment.slice(0, 24), 'hex'),
});
