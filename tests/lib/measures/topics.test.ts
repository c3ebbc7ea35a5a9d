import { describe, expect, test } from 'vitest';
import { childrenOf, hasBelow, idsIn, nodeOf, partsUnder, wayTo } from '@/lib/measures/branches';
import { type Topic, topicsOf } from '@/lib/measures/topics';

/** a (a1, a2), b (b1 (b11)), c: ids are codes. */
function tree(merged: Readonly<Record<string, string>> = {}): Topic[] {
  const paths = ['a/', 'a/a1/', 'a/a2/', 'b/', 'b/b1/', 'b/b1/b11/', 'c/'];
  return paths.map((path) => {
    const code = path.split('/').at(-2) ?? '';
    return { id: code, code, name: code, nameEn: code, path, mergedIntoId: merged[code] ?? null };
  });
}

const codes = (list: readonly { code: string }[]) => list.map((it) => it.code);

describe('a tree as figures are put under it', () => {
  const plain = topicsOf(tree());

  test('has its roots, what lies right below each, and the way back up', () => {
    expect(codes(childrenOf(plain, null))).toEqual(['a', 'b', 'c']);
    expect(codes(childrenOf(plain, nodeOf(plain, 'b')))).toEqual(['b1']);
    const leaf = nodeOf(plain, 'b11');
    expect(leaf && codes(wayTo(plain, leaf))).toEqual(['b', 'b1', 'b11']);
    expect(leaf && hasBelow(plain, leaf)).toBe(false);
  });

  test('puts each id in one part, and finds in each part the ids that were put there', () => {
    for (const top of [null, ...plain.nodes]) {
      const put = partsUnder(plain, top);
      const within = top ? (idsIn(plain, top.code) ?? []) : [...plain.pathOf.keys()];
      const parts = new Map<string, string[]>();
      for (const id of within) parts.set(put(id), [...(parts.get(put(id)) ?? []), id]);
      for (const [part, ids] of parts) expect(idsIn(plain, part)).toEqual(ids);
    }
  });

  test('what has no place, or is not there, lies in the part without', () => {
    expect(partsUnder(plain, null)(null)).toBe('-');
    expect(partsUnder(plain, null)('gone')).toBe('-');
    expect(idsIn(plain, '-')).toBeNull();
    expect(idsIn(plain, 'gone')).toEqual([]);
    expect(nodeOf(plain, 'gone')).toBeNull();
  });
});

describe('what was merged', () => {
  test('counts where it went, through every merger, with all that lay below it', () => {
    const after = topicsOf(tree({ b: 'a1', a1: 'c' }));
    expect(codes(after.nodes)).toEqual(['a', 'a2', 'c']);
    expect(idsIn(after, 'c')).toEqual(['a1', 'b', 'b1', 'b11', 'c']);
    expect(idsIn(after, 'a')).toEqual(['a', 'a2']);
  });

  test('into what lies above it counts at that itself', () => {
    const after = topicsOf(tree({ b11: 'b' }));
    expect(idsIn(after, '.b')).toEqual(['b', 'b11']);
    expect(idsIn(after, 'b1')).toEqual(['b1']);
  });

  test('in a circle, which administration refuses, still counts once', () => {
    const after = topicsOf(tree({ a: 'b', b: 'a' }));
    const placed = after.nodes.flatMap((it) => idsIn(after, `.${it.code}`) ?? []);
    expect(new Set(placed).size).toBe(placed.length);
  });
});
