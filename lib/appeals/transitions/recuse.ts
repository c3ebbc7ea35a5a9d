import { z } from 'zod';
import { choice, key, line, optional, paragraph } from '@/lib/fields';
import { type Actor, may } from '@/lib/people/actor';
import { capabilitiesOf } from '@/lib/people/roles';
import type { CaseFile } from '../case-file';
import { recusedWith } from '../merged-recusals';
import { barsPerson, barsUnit, isEntrusted } from '../recusals';
import { refuseField } from '../refusals';
import { type Follow, transition } from '../transition';

export const recusedWhom = ['self', 'unit', 'person'] as const;

/**
 * Whoever has an interest in a case steps back from it, and the resident may demand it (Jinan regulation
 * 2018, Art. 32). Staff declare themselves; others are named by the resident, by whoever takes calls or
 * dispatches, and by supervisors. Naming the leader of a unit bars the unit. Someone who is only
 * described is looked for by a dispatcher first. Whoever moved away from a unit that is barred, the system
 * bars in person.
 */
export const recuse = transition({
  input: z.object({
    whom: optional(choice(recusedWhom)),
    unitId: optional(key()),
    personId: optional(key()),
    who: optional(line(100)),
    reason: optional(paragraph(2000)),
  }),
  names: ({ unitId, personId }) => ({
    ...(unitId ? { unitId } : {}),
    ...(personId ? { personId } : {}),
  }),
  objection(file, input, actor, { units, people }) {
    if (!input.reason && actor.kind !== 'system') return refuseField('reason', 'required');
    if (actor.kind === 'voice') {
      if (!input.unitId && !input.who) return refuseField('unitId', 'namesNobody');
    } else {
      if (!input.whom) return refuseField('whom', 'chooseOne');
      if (input.whom === 'self') return null;
      if (!mayNameOthers(file, actor)) return refuseField('whom', 'onlyYourself');
      if (input.whom === 'unit' && !input.unitId) return refuseField('unitId', 'required');
      if (input.whom === 'person' && !input.personId && !input.who) {
        return refuseField('personId', 'namesNobody');
      }
    }
    const { unitId, personId } = namedBy(input, actor);
    const unit = unitId ? units.get(unitId) : undefined;
    if (unitId && !unit) return refuseField('unitId', 'unknownUnit');
    if (unit && barsUnit(file, unit.path)) return refuseField('unitId', 'alreadyRecused');
    const person = personId ? people.get(personId) : undefined;
    if (personId && !person) return refuseField('personId', 'unknownPerson');
    return person && barsPerson(file, { personId: person.id, unitPath: person.unitPath })
      ? refuseField('personId', 'alreadyRecused')
      : null;
  },
  follows(file, input, actor, { units, people }): Follow {
    const { whom, unitId, personId, who } = namedBy(input, actor);
    const self = whom === 'self' && actor.kind === 'person' ? actor : null;
    const unit = unitId ? units.get(unitId) : undefined;
    const person = personId ? people.get(personId) : undefined;
    const leads = person && capabilitiesOf(person.roles).has('assign');
    const led = leads && actor.kind !== 'system' ? person : undefined;
    const barred = unit ? { unitId: unit.id, unitPath: unit.path } : led;
    const ground = self ? ('declared' as const) : ('named' as const);
    const barredPerson = self
      ? { personId: self.personId, deputyId: null }
      : person && { personId: person.id, deputyId: person.deputyId };
    return {
      appeal: { namesPerson: person ? false : file.appeal.namesPerson || who !== undefined },
      recuse: [
        ...(barredPerson ? [{ unitId: null, unitPath: null, ground, ...barredPerson }] : []),
        ...(barred
          ? [
              {
                unitId: barred.unitId,
                unitPath: barred.unitPath,
                personId: null,
                deputyId: null,
                ground,
              },
            ]
          : []),
      ],
      data: {
        whom: actor.kind === 'system' ? 'moved' : whom === 'person' && !person ? 'words' : whom,
        ground,
        recusedUnitId: barred?.unitId ?? null,
        personId: barredPerson?.personId ?? null,
      },
      words: { reason: input.reason, who },
    };
  },
  /** A case that is part of another: barred from the one, barred from both. */
  pair(target, source) {
    const { recuse = [], ...more } = recusedWith(target, source);
    const barred = recuse.find((it) => it.unitId) ?? recuse[0];
    const personWords = barred ? 'person' : 'words';
    return {
      recuse,
      ...more,
      data: {
        whom: barred?.unitId ? 'unit' : personWords,
        ground: barred?.ground ?? 'named',
        recusedUnitId: barred?.unitId ?? null,
        personId: recuse.find((it) => it.personId)?.personId ?? null,
      },
    };
  },
});

type Input = z.output<typeof recuse.input>;

/** What counts of the form: only what belongs to the choice made. A resident fills both or one. */
function namedBy({ whom, unitId, personId, who }: Input, actor: Actor): Named {
  if (actor.kind === 'voice') return { whom: unitId ? 'unit' : 'person', unitId, who };
  if (whom === 'unit') return { whom, unitId };
  return whom === 'person' ? { whom, personId, who } : { whom: 'self' };
}

interface Named {
  whom: (typeof recusedWhom)[number];
  unitId?: string | undefined;
  personId?: string | undefined;
  who?: string | undefined;
}

const mayNameOthers = (file: CaseFile, actor: Actor): boolean =>
  actor.kind === 'system' ||
  may(actor, 'fileForCaller') ||
  may(actor, 'supervise') ||
  isEntrusted(file, actor, 'dispatch') ||
  isEntrusted(file, actor, 'supervise');
