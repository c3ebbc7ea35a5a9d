import { commit, hashOfVoucher } from '@/lib/appeals/event';
import { rowsOfOwnWords } from '@/lib/appeals/file';
import { titleFrom } from '@/lib/appeals/title';
import type { Table } from '@/lib/appeals/write';
import { sealContact } from '@/lib/contacts/seal';
import { plain } from './copy-text';
import { filled } from './gaps';
import { chanceOf, idsOf } from './ids';
import { instantsOf } from './instants';
import { type Gap, type Mould, saltsUpTo } from './mould';
import { type OtherWords, otherWords } from './other-words';
import { type Arrival, type Course, numberOf } from './play-case';
import type { Scene } from './scene';

/** A case from a mould: lines of its tables, and the rows that are its own altogether. */
export interface Laid {
  lines: { table: Table; count: number; text: string }[];
  rows: [Table, readonly object[]][];
}

/** The nth case, taking the course of another with words, times, ids and a chain of its own. */
export function lay(scene: Scene, course: Course, mould: Mould, nth: number, on: Arrival): Laid {
  const words = otherWords(scene, course, nth);
  const later = on.at - course.opening.at;
  const ids = idsUpTo(scene.seed, nth, on.at);
  const salts = saltsUpTo(scene, nth, mould.salts);
  const [appealId = '', voiceId = ''] = ids(2);
  const contact = sealContact(
    voiceId,
    words.filing,
    chanceOf(() => salts[0] ?? ''),
  );
  const { title, bodies } = bodiesOf(course, mould, words);
  const hashes: string[] = [];
  const values: string[] = new Array(mould.gaps.length).fill('');

  for (const [at, gap] of mould.gaps.entries()) {
    if (gap.what !== 'hash') values[at] = inGap(gap);
  }
  // Each event's hash is part of the next.
  const links = mould.gaps.flatMap((gap, at) =>
    gap.what === 'hash' ? [{ at, seq: gap.seq }] : [],
  );
  for (const [nth, voucher] of mould.vouchers.entries()) {
    const hash = hashOfVoucher(filled(voucher, values));
    for (const it of links) if (it.seq === nth + 1) values[it.at] = hash;
    hashes.push(hash);
  }
  function inGap(gap: Exclude<Gap, { what: 'hash' }>): string {
    switch (gap.what) {
      case 'id':
        return ids(gap.count + 1)[gap.count] ?? '';
      case 'time':
        return instantsOf(gap.at + later);
      case 'salt':
        return salts[gap.nth] ?? '';
      case 'body':
        return plain(bodies[gap.of] ?? '');
      case 'number':
        return numberOf(scene, on);
      case 'commitment':
        return typeof gap.of === 'string'
          ? (contact.commitments[gap.of] ?? '')
          : commit(salts[gap.of + 1] ?? '', bodies[gap.of] ?? '');
    }
  }
  const told = rowsOfOwnWords(appealId, new Date(on.at), title, words.filing);
  return {
    lines: mould.tables.map(({ table, count, lines }) => ({
      table,
      count,
      text: filled(lines, values),
    })),
    rows: [
      ['Contact', [contact.row]],
      ['Detail', told.Detail],
      ['Keyword', told.Keyword],
    ],
  };
}

/** Ids as they are given out one after another. */
function idsUpTo(seed: number, nth: number, at: number): (count: number) => readonly string[] {
  const next = idsOf(seed, nth, at);
  const given: string[] = [];
  return (count) => {
    while (given.length < count) given.push(next());
    return given;
  };
}

/** The texts of the course, in its order, in the case's own words where it has any. */
function bodiesOf({ taken }: Course, { texts }: Mould, { filing, said }: OtherWords) {
  const title = titleFrom(String(filing.what));
  const filed: Record<string, unknown> = { ...filing, title };
  const bodies = texts.map(({ seq, field, body }) => {
    const move = taken[seq - 2];
    const own = seq === 1 ? filed[field] : move && said.get(move)?.[field];
    return typeof own === 'string' ? own : (body ?? '');
  });
  return { title, bodies };
}
