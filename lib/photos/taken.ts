import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { stepsOf } from '@/lib/appeals/queries/steps';
import { type Limit, limit } from '@/lib/auth/limiter';
import { decrypt } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { paragraph } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { checkedPhoto } from './checked';

/** As the camera wrote it, which whoever has the file can change. */
export interface Taken {
  /** Wall time of the camera, `2026-11-20T08:15:00`; which zone, cameras do not say. */
  takenAt: string | null;
  /** Degrees, WGS 84. */
  place: { lat: number; lng: number } | null;
}

export type TakenRefusal =
  | { ok: false; code: 'notFound' | 'nothingWritten' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] }
  | { ok: false; code: 'tooManyReveals'; until: Date };

export interface TakenInput {
  caseNumber: string;
  id: string;
  reason: unknown;
}

/** More than a day of checking needs, too few to draw a map of where people stood. */
const hourly = limit('taken-hour', 30, 60);
const daily = limit('taken-day', 100, 24 * 60);

const input = z.object({ reason: paragraph(200) });
const written = z.object({
  takenAt: z.string().optional(),
  lat: z.number().optional(),
  lng: z.number().optional(),
});

/** Steps of which the pictures are the filer's, whoever wrote them down. */
const ofTheFiler = ['file', 'supplement'];

/**
 * Shows whoever checks pictures when and where one was taken. Who looked, when and why is written in the
 * transaction that opens it, and shown to the resident whose picture it is.
 */
export async function revealTaken(
  actor: PersonActor,
  wanted: TakenInput,
): Promise<{ ok: true; taken: Taken } | TakenRefusal> {
  const { caseNumber, id } = wanted;
  if (!(await checkedPhoto(actor, caseNumber, id))) return { ok: false, code: 'notFound' };
  const parsed = input.safeParse(wanted);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  for (const one of [hourly, daily] satisfies Limit[]) {
    const allowed = await one.take(actor.personId);
    if (!allowed.ok) return { ok: false, code: 'tooManyReveals', until: allowed.until };
  }
  return db().$transaction(async (transaction) => {
    // Once more: the case may have been closed to them since.
    await transaction.$queryRaw`SELECT id FROM "Appeal" WHERE "caseNumber" = ${caseNumber} FOR SHARE`;
    const found = await checkedPhoto(actor, caseNumber, id, transaction);
    if (!found) return { ok: false, code: 'notFound' };
    const { file, photo, at } = found;
    const appealId = file.appeal.id;
    const { evidence } = await transaction.photo.findUniqueOrThrow({ where: { id } });
    if (!evidence) return { ok: false, code: 'nothingWritten' };
    const event = (await stepsOf(transaction, [appealId])).find((it) => it.seq === photo.seq);
    const filer = ofTheFiler.includes(photo.verb)
      ? file.voices.find((it) => it.role === 'filer')?.id
      : undefined;
    await transaction.reveal.create({
      data: {
        ...{ id: newId(), appealId, voiceId: event?.voiceId ?? filer ?? null, photoId: id },
        ...{ personId: actor.personId, unitId: actor.unitId, reason: parsed.data.reason, at },
      },
    });
    const {
      takenAt = null,
      lat,
      lng,
    } = written.parse(JSON.parse(decrypt(evidence, `photo ${id}`)));
    const place = lat !== undefined && lng !== undefined ? { lat, lng } : null;
    return { ok: true, taken: { takenAt, place } };
  });
}
