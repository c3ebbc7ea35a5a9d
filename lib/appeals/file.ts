import { v7 as newId } from 'uuid';
import { lookupHash } from '@/lib/contacts/cipher';
import { underOneHash } from '@/lib/contacts/one-hash';
import { personKey, sealContact } from '@/lib/contacts/seal';
import { type Database, db, type Transaction } from '@/lib/db/client';
import { newSalt } from '@/lib/db/salt';
import { problemsOf } from '@/lib/forms';
import { countStep } from '@/lib/metrics/count-step';
import { type Actor, may } from '@/lib/people/actor';
import { givePhotos, type PhotosOfStep, photosFor } from '@/lib/photos/held';
import { estateOf } from '@/lib/places/estate';
import { readPoint } from '@/lib/places/point';
import { keywordRule, keywordsOf } from '@/lib/similar/keywords';
import { civilDateOf } from '@/lib/time/civil';
import { blankFile, type FilingInput } from './blank-file';
import type { CaseFile } from './case-file';
import { record } from './decide';
import { formMarks } from './form-mark';
import { lifecycle } from './lifecycle';
import { isParty, type Party } from './parties';
import { offeredPath, unitNamed } from './perform';
import { type Refusal, refuse, refuseField } from './refusals';
import { loadRules } from './rules';
import { bigrams } from './search-words';
import { titleFrom } from './title';
import type { Context } from './transition';
import { file as filing } from './transitions/file';
import { writeFiling } from './write';

export interface Filing {
  input: unknown;
  /** Random key of the form: the same form sent twice is one appeal. */
  formKey?: string | undefined;
  locale?: string | undefined;
  /** Pictures whoever files holds, to go with it. */
  photos?: PhotosOfStep | undefined;
  /** Number under which the appeal is known elsewhere; unique within one import. */
  sourceNumber?: string | undefined;
  /** Filed to try the system out, by whoever sets it up or takes calls; possible before set-up is over. */
  trial?: boolean | undefined;
}

export type Filed =
  | { ok: true; appealId: string; caseNumber: string; voiceId: string; again: boolean }
  | Refusal;

/** Files an appeal: the one verb that makes one. Same gates as every other step. */
export async function fileAppeal(it: Filing, actor: Actor): Promise<Filed> {
  const filed = await fileIt(it, actor);
  countStep('file', filed);
  return filed;
}

async function fileIt(it: Filing, actor: Actor): Promise<Filed> {
  const rules = await loadRules();
  const parsed = filing.input.safeParse(it.input);
  if (!parsed.success) return refuse('badInput', { problems: problemsOf(parsed.error) });
  const input = parsed.data;
  const marks = marksOf(it, actor);
  await underOneHash([input.phone, input.email]);

  const work = async (database: Database): Promise<Filed> => {
    const seen = await alreadyFiled(database, marks, it, actor);
    if (seen) return seen;
    const path = input.categoryId ? await offeredPath(database, input.categoryId) : [];
    if (input.categoryId && path.at(-1) !== input.categoryId) {
      return refuseField('categoryId', 'unknownCategory');
    }
    const importId = actor.kind === 'import' ? actor.importId : null;
    const [clock] = await database.$queryRaw<Moment[]>`
        SELECT date_trunc('milliseconds', clock_timestamp()) AS at, EXISTS (
          SELECT FROM "Import" WHERE id = ${importId}::uuid AND "finishedAt" IS NULL) AS "importRuns",
          (SELECT demo OR "setUpAt" IS NOT NULL FROM "Installation" WHERE id = 1) AS "isOpen"`;
    if (!clock) throw new Error('the database has no clock');
    if (importId && !clock.importRuns) return refuse('notYours');
    // Imports bring what happened elsewhere; everybody else waits until set-up is over.
    if (!clock.isOpen && !importId && !it.trial) return notOpenYet;
    const about = input.aboutUnitId ? await unitNamed(database, input.aboutUnitId) : null;
    const photos = await photosFor(database, it.photos);
    if (!photos) return refuse('photosGone');
    const at = actor.playsAt ?? clock.at;
    const context: Context = {
      at,
      recordedAt: clock.at,
      rules,
      units: new Map(about ? [[about.id, about]] : []),
      people: new Map(),
      categoryPath: path,
      grounds: null,
      kept: null,
      formKey: marks[0] ?? null,
      photos,
      assumed: false,
      newId,
      newSalt,
      other: null,
      personKey,
      seal: sealContact,
    };
    return write(database, it, input, actor, context);
  };
  try {
    // One statement writes it all; more is held for it only where it takes pictures or names a unit.
    const alone = !it.photos?.ids.length && !input.aboutUnitId;
    return await (alone ? work(db()) : db().$transaction(work));
  } catch (error) {
    if (!isDoubled(error)) throw error;
    const seen = await alreadyFiled(db(), marks, it, actor);
    if (!seen) throw error;
    return seen;
  }
}

/** Whether this very form has been filed already: then it is answered with what came of it, whatever else is there. */
export async function isFiled(it: Filing, actor: Actor): Promise<boolean> {
  return (await alreadyFiled(db(), marksOf(it, actor), it, actor)) !== null;
}

const marksOf = ({ formKey, input }: Filing, actor: Actor): string[] =>
  formKey ? formMarks({ formKey, verb: 'file', appealId: null, input }, actor) : [];

interface Moment {
  at: Date;
  importRuns: boolean;
  isOpen: boolean;
}

const notOpenYet = refuse('badInput', { problems: [{ field: null, code: 'notOpenYet' }] });

/** Stands where the number will be: it is drawn when the rest is written. */
const notDrawn = '';

async function write(
  database: Database,
  it: Filing,
  input: FilingInput,
  actor: Actor,
  context: Context,
): Promise<Filed> {
  const made = filingOf(it, input, actor, context, notDrawn);
  if ('code' in made) return made;
  const { appealId, voiceId, decision } = made;
  const on = civilDateOf(context.at, context.rules.calendar.zone);
  const caseNumber = await writeFiling(database, decision.changes, made.beside, on);
  await givePhotos(database, context.photos, appealId, decision.changes.event.seq);
  return { ok: true, appealId, caseNumber, voiceId, again: false };
}

/** What filing writes, with nothing written. `seal` makes the contact unreadable. */
export function filingOf(
  it: Omit<Filing, 'input' | 'formKey'>,
  input: FilingInput,
  actor: Actor,
  context: Context,
  number: string,
  seal: typeof sealContact = sealContact,
) {
  const empty = blankFile({ ...it, input, number }, actor, context);
  const voiceId = empty.voices[0]?.id ?? '';
  if (!mayFile(empty, it.trial ?? false, actor)) return refuse('notYours');

  const objection = filing.objection?.(empty, input, actor, context);
  if (objection) return objection;
  const follow = filing.follows(empty, input, actor, context);
  const contact = seal(voiceId, input);
  const title = input.title ?? titleFrom(input.what);
  const decision = record(
    empty,
    'file',
    actor,
    {
      ...follow,
      data: {
        ...follow.data,
        ...(it.trial && { trial: true }),
        ...(actor.kind === 'import' && { importId: actor.importId }),
        contact: contact.commitments,
      },
      words: { title, ...follow.words },
    },
    context,
    true,
  );
  const { id, filedAt } = empty.appeal;
  const beside = {
    Contact: [contact.row],
    ...rowsOfOwnWords(id, filedAt, title, input),
    ...rowsOfNearby(voiceId, filedAt, input),
  };
  return { decision, beside, appealId: empty.appeal.id, voiceId };
}

/** The place is kept as a keyed hash: it only says that two are near each other. */
function rowsOfNearby(voiceId: string, at: Date, { nearby, place }: FilingInput) {
  const estate = nearby ? estateOf(place) : null;
  return estate ? { Nearby: [{ voiceId, placeHash: lookupHash(estate), at }] } : {};
}

/** What a resident tells when filing. */
export interface OwnWords {
  what: string;
  place: string;
  /** As `pointText` writes it. */
  point?: string | undefined;
  since?: string | undefined;
  wish?: string | undefined;
}

/** Rows for the resident's own words and for whatever they are found by. */
export function rowsOfOwnWords(
  appealId: string,
  filedAt: Date,
  title: string,
  { what, place, point, since, wish }: OwnWords,
) {
  const at = point ? readPoint(point) : null;
  const detail = {
    appealId,
    title,
    what,
    place,
    since: since ?? null,
    wish: wish ?? null,
    words: bigrams(`${title}\n${what}\n${place}`),
    keywordRule,
    lat: at?.lat ?? null,
    lon: at?.lon ?? null,
  };
  return { Detail: [detail], Keyword: keywordsOf(appealId, filedAt, detail) };
}

const parties: readonly Party[] = lifecycle.file.by;

function mayFile(empty: CaseFile, trial: boolean, actor: Actor): boolean {
  if (trial) return may(actor, 'system') || may(actor, 'fileForCaller');
  return parties.some((party) => isParty(empty, party, actor));
}

interface FiledAppeal {
  id: string;
  caseNumber: string;
  voices: { id: string }[];
}

/** The same form, or the same number of the same import, sent again. */
async function alreadyFiled(
  database: Pick<Transaction, 'event' | 'appeal'>,
  marks: readonly string[],
  it: Filing,
  actor: Actor,
): Promise<Filed | null> {
  const voices = { select: { id: true }, where: { role: 'filer' as const } };
  const select = { id: true, caseNumber: true, voices };
  let byForm: { appeal: FiledAppeal } | null = null;
  for (const formKey of marks) {
    const where = { formKey, verb: 'file' } as const;
    byForm ??= await database.event.findUnique({ where, select: { appeal: { select } } });
  }
  const appeal =
    byForm?.appeal ??
    (actor.kind === 'import' && it.sourceNumber
      ? await database.appeal.findFirst({
          where: { importId: actor.importId, sourceNumber: it.sourceNumber },
          select,
        })
      : null);
  if (!appeal) return null;
  return {
    ok: true,
    appealId: appeal.id,
    caseNumber: appeal.caseNumber,
    voiceId: appeal.voices[0]?.id ?? '',
    again: true,
  };
}

/** Two of the same form at the same moment: the unique key lets one through. */
function isDoubled(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : '';
  return /23505|P2002|Unique constraint/.test(text);
}
