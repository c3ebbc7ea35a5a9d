import { audienceOf } from '@/lib/appeals/audience';
import type { CaseFile } from '@/lib/appeals/case-file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { isParty } from '@/lib/appeals/parties';
import { appealIdOf } from '@/lib/appeals/queries/appeal-id';
import { sees } from '@/lib/appeals/queries/visible';
import { type Database, db } from '@/lib/db/client';
import { isId } from '@/lib/id';
import type { Actor } from '@/lib/people/actor';
import { attachmentOf, type Photo } from './attachment';

/**
 * Steps of which pictures may be shown to everybody: what the resident told of the place, and what the answer
 * shows. What was written to one side alone, or noted inside, stays there.
 */
const showable: readonly Verb[] = ['file', 'supplement', 'resolve'];

/** What somebody decided about one picture. */
export interface Decision {
  id: string;
  nth: number;
  released: boolean;
  covered: number;
  reason: string | null;
  person: string;
  at: Date;
}

export interface CheckedPhoto extends Photo {
  seq: number;
  verb: Verb;
  /** False where its kind of step is shown to nobody outside. */
  showable: boolean;
  /** Since when the large picture is deleted as laid down: nothing is made of it any more. */
  goneAt: Date | null;
  /** The camera wrote when or where it was taken. */
  evidence: boolean;
  /** The latest first. */
  decisions: Decision[];
}

/**
 * Who checks pictures before anybody else may see them, and may read when and where they were taken: whoever
 * supervises or decides requests, of a unit that neither had the case nor was called to it, and nobody who had
 * it in person. Nobody checks what they sent themselves.
 */
function checks(actor: Actor, file: CaseFile): boolean {
  if (actor.kind !== 'person' || !sees(actor, file)) return false;
  const office = isParty(file, 'office:supervise', actor) || isParty(file, 'office:review', actor);
  const near = ['unit', 'called'].includes(audienceOf(actor, file));
  return office && !near && !file.assignments.some((it) => it.personId === actor.personId);
}

/** The pictures of a case that the actor checks, in the order they were sent; none for anybody else. */
export async function checkedPhotos(
  actor: Actor,
  file: CaseFile,
  database: Database = db(),
): Promise<CheckedPhoto[]> {
  if (actor.kind !== 'person' || !checks(actor, file)) return [];
  const photos = await database.photo.findMany({
    // Of a PDF nobody can say what all is in it: it is shown to nobody outside.
    where: { appealId: file.appeal.id, kind: 'picture' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { releases: { orderBy: { nth: 'desc' }, include: { person: true } } },
  });
  return photos.flatMap(({ seq, evidence, releases, ...row }): CheckedPhoto[] => {
    const [photo, step] = [attachmentOf(row), file.steps.find((it) => it.seq === seq)];
    if (photo.kind !== 'picture' || !step || step.personId === actor.personId) return [];
    return [
      {
        ...{ ...photo, seq: step.seq, verb: step.verb },
        showable: showable.includes(step.verb),
        evidence: evidence !== null,
        decisions: releases.map((it) => ({
          id: it.id,
          nth: it.nth,
          released: it.sha256 !== null,
          covered: it.cells.length,
          reason: it.reason,
          person: it.person.name,
          at: it.at,
        })),
      },
    ];
  });
}

/** One of them, by what an address says. */
export async function checkedPhoto(
  actor: Actor,
  caseNumber: unknown,
  id: unknown,
  database: Database = db(),
): Promise<{ file: CaseFile; photo: CheckedPhoto; at: Date } | null> {
  const appealId = await appealIdOf(caseNumber);
  const loaded = appealId && isId(id) ? await loadCaseFile(database, appealId) : null;
  if (!loaded) return null;
  const photos = await checkedPhotos(actor, loaded.file, database);
  const photo = photos.find((it) => it.id === id);
  return photo ? { file: loaded.file, photo, at: loaded.clock } : null;
}
