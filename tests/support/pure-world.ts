import { newRound, notMerged } from '@/lib/appeals/blank-file';
import type { CaseFile } from '@/lib/appeals/case-file';
import { type Changes, type Decision, decide, record } from '@/lib/appeals/decide';
import type { Office } from '@/lib/appeals/entrusting';
import { nothingKept } from '@/lib/appeals/erasure';
import { type EventRow, genesis } from '@/lib/appeals/event';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { Grounds } from '@/lib/appeals/power';
import type { Reach, VoiceRow } from '@/lib/appeals/records';
import type { Refusal } from '@/lib/appeals/refusals';
import type { Context, PersonRef, UnitRef } from '@/lib/appeals/transition';
import {
  type Actor,
  mintPerson,
  mintResident,
  mintVoice,
  type PersonActor,
} from '@/lib/people/actor';
import type { Role } from '@/lib/people/roles';
import { presets } from '@/lib/rule-sets/presets';
import type { Calendar } from '@/lib/sla/calendar';
import { holidayRows } from '@/lib/sla/holidays';
import { castPeople, castUnits } from '@/prisma/seed/cast';

/** The cast and its county without a database: ids are readable, time is what the test says. */

let counter = 0;
const serial = (prefix: string) => {
  counter += 1;
  return `${prefix}-0000-4000-8000-${String(counter).padStart(12, '0')}`;
};
const newId = () => serial('00000000');

export const calendar: Calendar = {
  version: 1,
  zone: 'Asia/Shanghai',
  days: new Map(holidayRows(2010, 2026).map((it) => [it.on, it.working])),
  lastKnownYear: 2026,
  businessEndsAt: '18:00',
};

const limits = presets.beijing.limits.map((it) => ({ ...it, categoryId: null }));

export const units = new Map<string, UnitRef>();
for (const { code, name, kind, parent } of castUnits) {
  units.set(code, {
    id: newId(),
    path: `${parent ? `${parent}/` : ''}${code}/`,
    name,
    kind,
    closedAt: null,
  });
}
const unitsById = new Map([...units.values()].map((it) => [it.id, it]));

export const actors = new Map<string, PersonActor>();
const people = new Map<string, PersonRef>();
const offices: Office[] = [];
for (const { login, name, unit, roles } of castPeople) {
  const home = units.get(unit);
  if (!home) throw new Error(unit);
  const id = newId();
  const place = { unitId: home.id, unitPath: home.path, roles };
  people.set(id, { id, ...place, disabledAt: null, deputyId: null });
  offices.push({ personId: id, ...place });
  actors.set(login, mintPerson({ id, name, unitId: home.id, unitPath: home.path, roles }));
}

export function actor(login: string): PersonActor {
  const found = actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
}

export function unit(code: string): UnitRef {
  const found = units.get(code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

export function unitId(code: string): string {
  const found = units.get(code);
  if (!found) throw new Error(`no unit ${code}`);
  return found.id;
}

/** A person outside the cast, with any roles. */
export function somebody(unit: string, roles: readonly Role[]): PersonActor {
  const home = units.get(unit);
  if (!home) throw new Error(unit);
  return mintPerson({ id: newId(), name: '某人', unitId: home.id, unitPath: home.path, roles });
}

const rules = {
  limits,
  reopenDays: 30,
  contactDays: 45,
  wordDays: 60,
  settings: Object.fromEntries(
    presets.beijing.settings.map(({ key, amount, unit }) => [key, { amount, unit }]),
  ) as Context['rules']['settings'],
  supervision: presets.beijing.supervision,
  officers: [],
};

/** What the place has at a test's wish: another calendar than the usual one, two fallbacks. */
export const given: { calendar: Calendar; fallbacks: readonly string[] } = {
  calendar,
  fallbacks: [],
};

/** What the catalogue says at a test's wish. */
export const catalogue: { grounds: Grounds | null } = { grounds: null };

export function context(at: Date): Context {
  return {
    at,
    recordedAt: at,
    rules: { ...rules, ...given, offices },
    units: unitsById,
    people,
    categoryPath: [],
    grounds: catalogue.grounds,
    kept: nothingKept,
    formKey: null,
    photos: [],
    assumed: false,
    newId,
    newSalt: () => 'a'.repeat(32),
    other: null,
    personKey: ({ phone, email }) => phone ?? email ?? null,
    seal: (voiceId, { name, phone, email }) => ({
      row: {
        voiceId,
        name: name ?? null,
        phone: phone ?? null,
        email: email ?? null,
        phoneHash: phone ?? null,
        emailHash: email ?? null,
        salt: 'a'.repeat(32),
      },
      commitments: {},
    }),
  };
}

/** One appeal played in memory, with its log. */
export interface Played {
  file: CaseFile;
  events: EventRow[];
  changes: Changes[];
}

export function filed(at: Date, options: { reaches?: Reach[]; number?: string } = {}): Played {
  const id = newId();
  const voices = (options.reaches ?? ['telephone']).map(
    (reach, index): VoiceRow => ({
      id: newId(),
      appealId: id,
      role: index === 0 ? 'filer' : 'joined',
      reach,
      secret: false,
      locale: 'zh',
      generation: 1,
      joinedAt: new Date(at.getTime() + index),
      leftAt: null,
    }),
  );
  const empty: CaseFile = {
    appeal: {
      id,
      caseNumber: options.number ?? '202611200001',
      status: 'filed',
      closedAs: null,
      kind: 'help',
      urgency: 'ordinary',
      categoryId: null,
      channel: 'web',
      step: 1,
      round: 1,
      filedAt: at,
      closedAt: null,
      reopenUntil: null,
      lastSeq: 0,
      lastHash: genesis,
      lastAt: at,
      importId: null,
      sourceNumber: null,
      trial: false,
      recused: false,
      namesPerson: false,
      fallbackIds: [],
      fallbackFor: [],
      contactsErasedAt: null,
      wordsErasedAt: null,
      eraseAsked: [],
    },
    voices,
    merged: notMerged,
    people: {},
    rounds: [newRound({ id: newId(), appealId: id, number: 1, origin: 'own', startedAt: at })],
    assignments: [],
    clocks: [],
    pauses: [],
    extensions: [],
    requests: [],
    questions: [],
    causes: [],
    calls: [],
    supervisions: [],
    recusals: [],
    recusedDeputies: [],
    pressures: [],
    showings: [],
    askings: [],
    checks: [],
    verdicts: [],
    interviews: [],
    steps: [],
    closedUnitIds: [],
    streetUnitIds: [],
    dispatcherIds: [],
    importRunning: false,
  };
  const done = record(
    empty,
    'file',
    mintResident(),
    { words: { what: '暖气不热' } },
    context(at),
    true,
  );
  return { file: done.after, events: [done.changes.event], changes: [done.changes] };
}

export const voiceOf = (played: Played, index = 0): Actor =>
  mintVoice(played.file.voices[index]?.id ?? '', played.file.appeal.id);

/** Takes a step and keeps its event; a refusal leaves everything as it was. */
export function take(
  played: Played,
  verb: Verb,
  input: Record<string, unknown>,
  by: Actor,
  at: Date,
): Decision | Refusal {
  const done = decide(played.file, verb, input, by, context(at));
  if (done.ok) {
    played.file = done.after;
    played.events.push(done.changes.event);
    played.changes.push(done.changes);
  }
  return done;
}

/** Takes a step that touches two appeals: both are written, or neither. */
export function takePair(
  played: Played,
  other: Played,
  verb: Verb,
  input: Record<string, unknown>,
  by: Actor,
  at: Date,
): Decision | Refusal {
  const done = decide(played.file, verb, input, by, { ...context(at), other: other.file });
  if (!done.ok) return done;
  for (const [one, decision] of [
    [played, done],
    [other, done.other],
  ] as const) {
    if (!decision) throw new Error(`${verb} touched one appeal only`);
    one.file = decision.after;
    one.events.push(decision.changes.event);
    one.changes.push(decision.changes);
  }
  return done;
}

/** The step must be possible. */
export function must(
  played: Played,
  verb: Verb,
  input: Record<string, unknown>,
  by: Actor,
  at: Date,
): Decision {
  const done = take(played, verb, input, by, at);
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
  return done;
}

/** To the point where the residents are asked, hour by hour. */
export function toResolved(played: Played, from: Date, outcome = 'done'): Date {
  const hour = (hours: number) => new Date(from.getTime() + hours * 3_600_000);
  const handler = actor('zhaolimin');
  if (played.file.appeal.status === 'filed') {
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), hour(1));
  }
  must(played, 'accept', {}, handler, hour(2));
  must(played, 'contact', { how: 'telephone', said: '说好上门' }, handler, hour(3));
  const more = outcome === 'cannot' ? { basis: '有法可依', route: '可以起诉' } : {};
  must(played, 'resolve', { outcome, answer: '换了阀门', ...more }, handler, hour(4));
  return hour(4);
}

export const verdict = (solved: string, more: Record<string, string> = {}) => ({
  round: '1',
  solved,
  result: 'neutral',
  handling: 'neutral',
  pressed: 'no',
  ...more,
});
