import { v7 as newId } from 'uuid';
import { readGrounds } from '@/lib/catalogue/read-grounds';
import { readPathOf } from '@/lib/categories/queries';
import { underOneHash } from '@/lib/contacts/one-hash';
import { personKey, sealContact } from '@/lib/contacts/seal';
import { type Database, db, type Transaction } from '@/lib/db/client';
import { newSalt } from '@/lib/db/salt';
import { countStep } from '@/lib/metrics/count-step';
import type { Actor } from '@/lib/people/actor';
import { givePhotos, type PhotosOfStep, photosFor } from '@/lib/photos/held';
import type { CaseFile } from './case-file';
import { type Changes, type Decision, decide } from './decide';
import { formMarks } from './form-mark';
import type { Verb } from './lifecycle';
import { type Loaded, loadCaseFile } from './load';
import { lockAppeals, otherOf } from './lock';
import { isParty } from './parties';
import { sees } from './queries/visible';
import { readKept } from './read-kept';
import { type Refusal, refuse } from './refusals';
import { loadRules } from './rules';
import type { Context, PersonRef, Rules, UnitRef } from './transition';
import { transitions } from './transitions';
import { writeChanges } from './write';

export interface Step {
  appealId: string;
  verb: Verb;
  input: unknown;
  /** The step the form was opened at; absent where the sender's own record says what it is about. */
  step?: number | undefined;
  /** Random key of the form: the same form sent twice is one step. */
  formKey?: string | undefined;
  /** Pictures its taker holds, to go with it. */
  photos?: PhotosOfStep | undefined;
  /** A step an import had to invent. */
  assumed?: boolean | undefined;
}

export type Performed = { ok: true; file: CaseFile; again: boolean } | Refusal;

/** What keeps two people from moving one appeal at once. Off only in the test that shows it is needed. */
export interface Guards {
  lock: boolean;
  step: boolean;
}

/**
 * The only way an appeal changes: one transaction that locks the row, loads what the actor may see,
 * asks `decide` and writes what it says, with one event. Expected refusals are values; anything thrown
 * is a bug or a database that is gone, and nothing has happened.
 */
export function performWith(guards: Guards) {
  return async (step: Step, actor: Actor): Promise<Performed> => {
    const rules = await loadRules();
    await findable(step);
    const done = await db().$transaction((transaction) =>
      take(transaction, step, actor, rules, guards),
    );
    countStep(step.verb, done);
    return done;
  };
}

export const perform = performWith({ lock: true, step: true });

/** Several steps of one appeal in one transaction; the first refusal undoes them all. For imports. */
export async function performAll(steps: readonly (Step & { actor: Actor })[]): Promise<Performed> {
  const rules = await loadRules();
  const outcome: { last: Performed | null } = { last: null };
  for (const step of steps) await findable(step);
  try {
    return await db().$transaction(async (transaction) => {
      for (const { actor, ...step } of steps) {
        outcome.last = await take(transaction, step, actor, rules, { lock: true, step: true });
        if (!outcome.last.ok) throw new Undone();
      }
      if (!outcome.last) throw new Error('no step given');
      return outcome.last;
    });
  } catch (error) {
    if (error instanceof Undone && outcome.last) return outcome.last;
    throw error;
  }
}

class Undone extends Error {}

/** A step of `performWhile`, with whoever takes it. */
export type NextStep = Pick<Step, 'verb' | 'input' | 'assumed'> & { actor: Actor };

/**
 * Steps of one appeal for as long as `next` names one, all in one transaction; the first refusal
 * undoes them all. The row stays locked from the first to the last, so the case file is read once,
 * carried on from step to step, and written at the end. For imports, which go on from wherever a case
 * stands.
 */
export async function performWhile(
  appealId: string,
  next: (file: CaseFile) => NextStep | null,
): Promise<Performed> {
  const rules = await loadRules();
  return db().$transaction(async (transaction) => {
    const loaded = await lockAndLoad(transaction, { appealId }, true);
    if (!loaded) return refuse('notFound');
    let { file } = loaded;
    const changes: Changes[] = [];
    for (let wanted = next(file); wanted; wanted = next(file)) {
      const { actor, ...step } = wanted;
      if (!sees(actor, file)) return refuse('notFound');
      const at = { file, clock: loaded.clock };
      const decision = await decideHere(transaction, { appealId, ...step }, actor, at, rules);
      if (!decision.ok) return decision;
      file = decision.after;
      changes.push(decision.changes);
    }
    const [first, ...more] = changes;
    if (first) await writeChanges(transaction, [first, ...more]);
    return { ok: true, file, again: !first };
  });
}

async function take(
  transaction: Transaction,
  step: Step,
  actor: Actor,
  rules: Rules,
  guards: Guards,
): Promise<Performed> {
  const marked = { ...step, formKey: await takenMark(transaction, marksOf(step, actor)) };
  if (guards.lock && goesBack.includes(step.verb)) await holdUnits(transaction, step.appealId);
  const otherId = await otherOf(transaction, step);
  const loaded = await lockAndLoad(transaction, marked, guards.lock, otherId);
  if (!loaded || !comesIn(actor, loaded.file)) return refuse('notFound');
  if (loaded.formSeen) return { ok: true, file: loaded.file, again: true };
  const late = step.step !== undefined && step.step !== loaded.file.appeal.step;
  if (guards.step && late) {
    return refuse('changedMeanwhile', loaded.movedBy ? { by: loaded.movedBy } : {});
  }
  const photos = await photosFor(transaction, step.photos);
  if (!photos) return refuse('photosGone');
  const other = otherId ? await loadCaseFile(transaction, otherId) : null;
  // Whoever bars somebody from a merged case bars them from the whole, also where they see only their own.
  const seen = other && (step.verb === 'recuse' || sees(actor, other.file)) ? other.file : null;
  const here = { ...loaded, other: seen, photos };
  const decision = await decideHere(transaction, marked, actor, here, rules);
  if (!decision.ok) return decision;
  await writeChanges(transaction, [decision.changes]);
  if (decision.other) await writeChanges(transaction, [decision.other.changes]);
  await givePhotos(transaction, photos, step.appealId, decision.changes.event.seq);
  return { ok: true, file: decision.after, again: false };
}

/**
 * Whom a step is possible for at all: whoever sees the appeal; whoever was handed its join link, who sees
 * nothing of it; a Voice of a merged case, who reads of it only on their own page.
 */
const comesIn = (actor: Actor, file: CaseFile): boolean =>
  sees(actor, file) ||
  isParty(file, 'guest', actor) ||
  isParty(file, 'merged', actor) ||
  isParty(file, 'neighbour', actor);

/** Steps that write a unit they do not name: that of the last lead, or the owner of a cause granted. */
const goesBack: readonly Verb[] = [
  'resolve',
  'judge',
  'interview',
  'recheck',
  'lapse',
  'lookBack',
  'reopen',
  'rule',
  'grant',
  'unmerge',
];

/** Whoever closes or moves such a unit waits for the step, and the step for them; units before the case. */
const holdUnits = (transaction: Transaction, appealId: string) => transaction.$queryRaw`
  SELECT id FROM "Unit" WHERE id IN (
    SELECT "unitId" FROM "Assignment" WHERE "appealId" = ${appealId}::uuid
    UNION SELECT "ownerUnitId" FROM "Request" WHERE "appealId" = ${appealId}::uuid)
  ORDER BY id FOR KEY SHARE`;

export const marksOf = ({ formKey, verb, appealId, input }: Step, actor: Actor): string[] =>
  formKey ? formMarks({ formKey, verb, appealId, input }, actor) : [];

/** Under what the form was taken already, where that was before the secret was changed; else its mark of now. */
async function takenMark(
  transaction: Transaction,
  [now, before]: readonly string[],
): Promise<string | undefined> {
  if (!before) return now;
  const [taken] = await transaction.$queryRaw<object[]>`
    SELECT FROM "Event" WHERE "formKey" = ${before}::uuid
    UNION ALL SELECT FROM "ArchivedCase" WHERE ${before}::uuid = ANY("formKeys") LIMIT 1`;
  return taken ? before : now;
}

/** Whoever joins is compared with those who are there: by one hash, also while the secret is being changed. */
async function findable({ verb, input }: Pick<Step, 'verb' | 'input'>): Promise<void> {
  if (verb !== 'join') return;
  const { success, data } = transitions.join.input.safeParse(input);
  const given = data as { phone?: string; email?: string } | undefined;
  if (success) await underOneHash([given?.phone, given?.email]);
}

async function lockAndLoad(
  transaction: Transaction,
  { appealId, formKey }: Pick<Step, 'appealId' | 'formKey'>,
  lock: boolean,
  otherId: string | null = null,
): Promise<Loaded | null> {
  if (lock) await lockAppeals(transaction, otherId ? [appealId, otherId] : [appealId]);
  return loadCaseFile(transaction, appealId, formKey ?? null);
}

/** Where a step is taken, and what it brings. */
type Here = Pick<Loaded, 'file' | 'clock'> & {
  other?: CaseFile | null;
  photos?: Context['photos'];
};

/**
 * What one step would do to the file as it stands: decided, and nothing written. Under the lock it is
 * what happens; without one it is a preview.
 */
export async function decideHere(
  database: Database,
  step: Step,
  actor: Actor,
  { file, clock, other = null, photos = [] }: Here,
  rules: Rules,
): Promise<Decision | Refusal> {
  const named = await lookUp(database, step, file);
  return decide(file, step.verb, step.input, actor, {
    ...named,
    at: timeOf(actor, other ? [file, other] : [file], clock),
    recordedAt: clock,
    rules,
    formKey: step.formKey ?? null,
    photos,
    assumed: step.assumed ?? false,
    newId,
    newSalt,
    other,
    personKey,
    seal: sealContact,
  });
}

/** The database's clock, or the time an import or seed plays at; never before the last event. */
function timeOf(actor: Actor, files: readonly CaseFile[], clock: Date): Date {
  const last = Math.max(...files.map((it) => it.appeal.lastAt.getTime()));
  return new Date(Math.max((actor.playsAt ?? clock).getTime(), last));
}

async function lookUp(
  database: Database,
  step: Step,
  file: CaseFile,
): Promise<Pick<Context, 'units' | 'people' | 'categoryPath' | 'grounds' | 'kept'>> {
  const rule = transitions[step.verb];
  const parsed = rule.input.safeParse(step.input);
  const names = parsed.success ? (rule.names?.(parsed.data) ?? {}) : {};
  const unit = names.unitId ? await unitNamed(database, names.unitId) : null;
  const others = names.unitIds?.length ? await unitsNamed(database, names.unitIds) : [];
  const person = names.personId ? await personNamed(database, names.personId) : null;
  const path = names.categoryId
    ? await offeredPath(database, names.categoryId, file.appeal.categoryId)
    : await readPathOf(database, file.appeal.categoryId);
  return {
    units: new Map([...others, ...(unit ? [unit] : [])].map((it) => [it.id, it])),
    people: new Map(person ? [[person.id, person]] : []),
    categoryPath: path,
    grounds: rule.namesLead ? await readGrounds(database, path, file.appeal.id) : null,
    kept: rule.counts ? await readKept(database, file.appeal.id) : null,
  };
}

async function personNamed(database: Database, id: string): Promise<PersonRef | null> {
  const person = await database.person.findUnique({
    where: { id },
    include: { unit: { select: { path: true } } },
  });
  return person && { ...person, unitPath: person.unit.path };
}

/**
 * The unit as it is when the step is written: whoever closes or moves it waits for the step, and the step
 * for them.
 */
export async function unitNamed(database: Database, id: string): Promise<UnitRef | null> {
  const rows = await database.$queryRaw<UnitRef[]>`
    SELECT id, path, name, kind::text, "closedAt" FROM "Unit" WHERE id = ${id}::uuid FOR KEY SHARE`;
  return rows[0] ?? null;
}

/** Units beside the one that shall lead, in the same way. */
const unitsNamed = (database: Database, ids: readonly string[]) => database.$queryRaw<UnitRef[]>`
  SELECT id, path, name, kind, "closedAt" FROM "Unit" WHERE id = ANY(${[...ids]}::uuid[])
  ORDER BY id FOR KEY SHARE`;

/** The path of a category somebody names; a retired one is not offered, though a case that has it keeps it. */
export async function offeredPath(
  database: Database,
  categoryId: string,
  present: string | null = null,
): Promise<string[]> {
  if (categoryId === present) return readPathOf(database, categoryId);
  const offered = await database.category.count({ where: { id: categoryId, retiredAt: null } });
  return offered > 0 ? readPathOf(database, categoryId) : [];
}
