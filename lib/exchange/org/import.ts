import type { Database } from '@/lib/db/client';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { areApart } from '@/lib/people/administrators-stand';
import { keepBarred } from '@/lib/people/keep-barred';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import { applyPeople } from './apply-people';
import { applyUnits } from './apply-units';
import { digestOf } from './digest';
import type { Plan } from './fault';
import { knownPeople, knownUnits } from './known';
import { type KnownPerson, planPeople, type WantedPerson } from './plan-people';
import { planUnits, type WantedUnit } from './plan-units';
import { readTable } from './read-table';

export const importKinds = ['units', 'people'] as const;
export type ImportKind = (typeof importKinds)[number];

export type Preview = Plan<WantedUnit | WantedPerson> & {
  /** Of what would be done; the confirmation sends it back. */
  digest: string;
};

/** What a table would do. Changes nothing. */
export async function previewImport(
  kind: ImportKind,
  text: string,
  by: PersonActor,
): Promise<Preview> {
  const table = readTable(text);
  const plan =
    kind === 'units'
      ? planUnits(table, await knownUnits(db()))
      : planPeople(table, await everybody(db(), by));
  return { ...plan, digest: digestOf<WantedUnit | WantedPerson>(plan) };
}

async function everybody(database: Database, by: PersonActor) {
  const units = await knownUnits(database);
  return {
    people: await knownPeople(database, by),
    units: units.filter((it) => !it.closed),
    self: by.personId,
    apart: await areApart(database),
  };
}

export interface Imported {
  added: number;
  changed: number;
}

/**
 * Does what was previewed, all or nothing. The same text is read again under the lock; if units or
 * people changed meanwhile so that it would do something else, nothing is done.
 */
export async function applyImport(
  kind: ImportKind,
  { text, digest }: { text: string; digest: string },
  by: PersonActor,
): Promise<Outcome<Imported>> {
  const table = readTable(text);
  const moved: { id: string; from: string }[] = [];
  const outcome = await changeOrganisation(async (transaction) => {
    const counted = ({ lines }: Plan<unknown>) => ({
      added: lines.filter((it) => it.doing === 'new').length,
      changed: lines.filter((it) => it.doing === 'changed').length,
    });
    const same = (plan: Plan<unknown>) => {
      if (plan.faults.length > 0 || digestOf(plan) !== digest) against(null, 'previewOutdated');
    };
    if (kind === 'units') {
      const known = await knownUnits(transaction);
      const plan = planUnits(table, known);
      same(plan);
      await applyUnits(transaction, plan.lines, known, by);
      return counted(plan);
    }
    const known = await everybody(transaction, by);
    const plan = planPeople(table, known);
    same(plan);
    await applyPeople(transaction, plan.lines, known, by);
    moved.push(...movedBy(plan, known.people));
    return counted(plan);
  });
  if (outcome.ok) {
    for (const { id, from } of moved) {
      const unit = await db().unit.findUnique({ where: { code: from }, select: { path: true } });
      if (unit) await keepBarred(id, unit.path);
    }
  }
  return outcome;
}

/** Who comes to another unit, and from where. */
const movedBy = ({ lines }: Plan<WantedPerson>, people: readonly KnownPerson[]) =>
  lines.flatMap(({ wanted }) => {
    const old = people.find((it) => it.login === wanted.login);
    return old && old.unit !== wanted.unit ? [{ id: old.id, from: old.unit }] : [];
  });
