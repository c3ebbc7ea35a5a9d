import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Growing, leafHash, pathOf, rootBy, rootOf } from '@/lib/integrity/merkle';

/** The entries and roots that the reference implementation of RFC 6962 tests itself with; RFC 9162 kept the hashing. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const known = entries.map((it) => leafHash(Buffer.from(it, 'hex')));
const hex = (list: readonly Buffer[]) => list.map((it) => it.toString('hex'));

it('gives the known roots', () => {
  expect(hex(roots.map((_, size) => rootOf(known.slice(0, size))))).toEqual(roots);
});

it('gives a known proof', () => {
  expect(hex(pathOf(known, 0))).toEqual([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
});

const leaf = (index: number) => leafHash(Buffer.from(`entry ${index}`));
const places = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

it('a tree grown leaf by leaf has at every size the root of the definition', () => {
  const tree = new Growing();
  const leaves: Buffer[] = [];
  for (let index = 0; index < 70; index += 1) {
    tree.add(leaf(index));
    leaves.push(leaf(index));
    // The path of the last leaf splits by the definition, at the largest power of two.
    expect(tree.size).toBe(leaves.length);
    expect(rootBy(leaf(index), index, leaves.length, pathOf(leaves, index))).toEqual(tree.root());
  }
});

it('every leaf leads to the root, and nothing else does', () => {
  fc.assert(
    fc.property(places, fc.nat(), ({ size, index }, seed) => {
      const leaves = Array.from({ length: size }, (_, at) => leaf(at));
      const root = rootOf(leaves);
      const path = pathOf(leaves, index);
      expect(rootBy(leaf(index), index, size, path)).toEqual(root);
      expect(rootBy(leaf(size), index, size, path)).not.toEqual(root);
      expect(rootBy(leaf(index), size, size, path)).toBeNull();
      expect(rootBy(leaf(index), index, size, [...path, root])).toBeNull();
      if (path.length === 0) return;
      expect(rootBy(leaf(index), index, size, path.slice(1))).not.toEqual(root);
      const bent = path.with(seed % path.length, leaf(size + 1));
      expect(rootBy(leaf(index), index, size, bent)).not.toEqual(root);
    }),
  );
});

it('two entries are not taken for the node above them', () => {
  const [first, second] = [leaf(0), leaf(1)];
  expect(leafHash(Buffer.concat([first, second]))).not.toEqual(rootOf([first, second]));
});
