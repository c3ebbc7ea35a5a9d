import { Break } from './break';
import type { KeyRing } from './key-ring';
import { dayRoot, noRoot, type SealStatement, type Signed, sealText } from './sealed-log';

/** Seals one after another: their numbers, times, signatures, and each root's place in those that follow. */
export class SealChain {
  #seals = 0;
  #stretches = 0;
  #at = '';
  #last = { hourly: noRoot, daily: noRoot };
  #root = noRoot;
  #day = { roots: [] as string[], count: 0 };

  get seals(): number {
    return this.#seals;
  }

  get stretches(): number {
    return this.#stretches;
  }

  /** Of the last seal. */
  get root(): string {
    return this.#root;
  }

  /** @param found the root and number of the stretches read before this seal; without them only seals are there. */
  add(
    { statement: seal, signature }: Signed<SealStatement>,
    keys: KeyRing,
    found?: { count: number; root: string },
  ): void {
    const what = `seal ${seal.id} (${seal.kind}, ${seal.at})`;
    keys.check(seal.keyId, sealText(seal), signature, what);
    if (seal.id !== this.#seals + 1) throw new Break(`${what}: seal ${this.#seals + 1} is missing`);
    if (seal.at < this.#at) throw new Break(`${what}: it is older than the one before it`);
    if (seal.kind !== 'hourly' && seal.kind !== 'daily') throw new Break(`${what}: unknown kind`);
    if (seal.prevRoot !== this.#last[seal.kind])
      throw new Break(`${what}: the root before it is another`);
    if (seal.kind === 'hourly') this.#addHour(seal, what, found);
    else this.#addDay(seal, what, found);
    this.#seals = seal.id;
    this.#at = seal.at;
    this.#root = seal.root;
    this.#last[seal.kind] = seal.root;
  }

  #addHour(seal: SealStatement, what: string, found?: { count: number; root: string }): void {
    if (seal.from !== this.#stretches)
      throw new Break(`${what}: it begins after ${seal.from} stretches, not ${this.#stretches}`);
    if (found && found.count !== seal.count)
      throw new Break(`${what}: it covers ${seal.count} cases, and here are ${found.count}`);
    if (found && found.root !== seal.root)
      throw new Break(`${what}: its root is another: a case before this line was changed`);
    this.#stretches += seal.count;
    this.#day.roots.push(seal.root);
    this.#day.count += seal.count;
  }

  #addDay(seal: SealStatement, what: string, found?: { count: number }): void {
    const { roots, count } = this.#day;
    if (found && found.count > 0) throw new Break(`${what}: steps before it have no hourly seal`);
    if (seal.count !== count || seal.from !== this.#stretches - count)
      throw new Break(`${what}: it covers other cases than the hourly seals before it`);
    if (seal.root !== dayRoot(seal.prevRoot, roots))
      throw new Break(`${what}: its root is not that of the hourly seals before it`);
    this.#day = { roots: [], count: 0 };
  }
}
