import { hash as digest } from 'node:crypto';

/** Merkle trees over SHA-256 as RFC 9162, section 2.1, defines them; every hash is 32 bytes. */

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  digest('sha256', Buffer.concat(parts), 'buffer');

export const leafHash = (entry: Buffer): Buffer => sha256(leafMark, entry);

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(nodeMark, left, right);

/** A tree that leaves are added to one by one: it keeps one hash a level, however many there are. */
export class Growing {
  #size = 0;
  /** Roots of the full subtrees there are, the largest first. */
  #peaks: Buffer[] = [];

  get size(): number {
    return this.#size;
  }

  add(leaf: Buffer): void {
    let whole = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      whole = nodeHash(this.#peaks.pop() as Buffer, whole);
    }
    this.#peaks.push(whole);
    this.#size += 1;
  }

  root(): Buffer {
    const last = this.#peaks.at(-1);
    if (!last) return sha256();
    return this.#peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }
}

export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = new Growing();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** The inclusion proof of the leaf at `index`, the nearest sister first (RFC 9162, 2.1.3.1). */
export function pathOf(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length < 2) return [];
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const left = leaves.slice(0, half);
  const right = leaves.slice(half);
  return index < half
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - half), rootOf(left)];
}

/** The root that a leaf and its proof lead to, or null if the proof fits no tree of this size (2.1.3.2). */
export function rootBy(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (index >= size) return null;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const sister of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sister, hash);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sister);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}
