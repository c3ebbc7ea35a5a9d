import { commit, hashOfVoucher } from '@/lib/appeals/event';
import { rowsOfOwnWords } from '@/lib/appeals/file';
import { titleFrom } from '@/lib/appeals/title';
import type { Table } from '@/lib/appeals/write';
import { sealContact } from '@/lib/contacts/seal';
import type { BinaryRows } from './binary-rows';
import { writeInstant } from './growing';
import { chanceOf, idsByCount, idWriter } from './ids';
import { instantsOf } from './instants';
import { type Gap, type Mould, type Placed, saltsUpTo } from './mould';
import { type OtherWords, otherWords } from './other-words';
import { type Arrival, type Course, numberOf } from './play-case';
import type { Scene } from './scene';

/**
 * The nth case, taking the course of another with words, times, ids and a chain of its own, put among the
 * rows of each table.
 */
export function lay(
  scene: Scene,
  course: Course,
  mould: Mould,
  nth: number,
  on: Arrival,
  rowsOf: (table: Table) => BinaryRows,
): void {
  const words = otherWords(scene, course, nth);
  const idOf = idsByCount(scene.seed, nth, on.at);
  const salts = saltsUpTo(scene, nth, mould.salts);
  const contact = sealContact(
    idOf(1),
    words.filing,
    chanceOf(() => salts[0] ?? ''),
  );
  const { title, bodies } = bodiesOf(course, mould, words);
  const hashes: string[] = [];
  const { form } = mould;
  const view = new DataView(form.buffer, form.byteOffset, form.byteLength);
  const writeId = idWriter(view, scene.seed, nth, on.at);
  const later = on.at - course.opening.at;

  function lettersOf(gap: Gap): string {
    switch (gap.what) {
      case 'id':
        return idOf(gap.count);
      case 'time':
        return instantsOf(gap.at + later * gap.pace);
      case 'salt':
        return salts[gap.nth] ?? '';
      case 'number':
        return numberOf(scene, on);
      case 'body':
        return bodies[gap.of] ?? '';
      case 'hash':
        return hashes[gap.seq - 1] ?? '';
      case 'commitment':
        return typeof gap.of === 'string'
          ? (contact.commitments[gap.of] ?? '')
          : commit(salts[gap.of + 1] ?? '', bodies[gap.of] ?? '');
    }
  }
  function fill({ gap, bytes, text }: Placed): void {
    for (const at of bytes) {
      if (gap.what === 'id') writeId(at, gap.count);
      if (gap.what === 'time') writeInstant(view, at, gap.at + later * gap.pace);
    }
    const letters = text.length > 0 ? lettersOf(gap) : '';
    for (const at of text) form.write(letters, at, 'latin1');
  }
  for (const it of mould.gaps) fill(it);
  // Each event's hash is part of the next.
  for (const [nth, { from, to }] of mould.vouchers.entries()) {
    hashes.push(hashOfVoucher(form.subarray(from, to)));
    const link = mould.links[nth];
    if (link) fill(link);
  }

  for (const { table, count, parts } of mould.tables) {
    const rows = rowsOf(table);
    for (const { from, to, body } of parts) {
      rows.addBytes(form, from, to);
      if (body !== null) rows.addText(bodies[body] ?? '');
    }
    rows.count += count;
  }
  const told = rowsOfOwnWords(idOf(0), new Date(on.at), title, words.filing);
  rowsOf('Contact').add(contact.row);
  for (const it of told.Detail) rowsOf('Detail').add(it);
  for (const it of told.Keyword) rowsOf('Keyword').add(it);
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
