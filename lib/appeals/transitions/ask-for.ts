import { z } from 'zod';
import { choice, civilDate, key, line, optional, paragraph, wholeNumber } from '@/lib/fields';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { leadOf, unsolvedRounds } from '../case-file';
import { mayOwn } from '../cause-owners';
import { refuse, refuseField } from '../refusals';
import { askable, grantedInRound, unitRequests } from '../requests';
import { transition } from '../transition';
import { causeClasses } from '../words';

/**
 * The unit asks for more time, to park the case until a date, to wait for a statutory test, or to conclude
 * it; or it says that the cause lies above, and with whom. Somebody who never had
 * it decides; until then nothing changes and no clock stands still (Beijing regulation 2021, Art. 15: an
 * extension is explained to the resident and reported to the hotline). How often and how long at most is
 * the rule set's. The reason is written for the resident.
 */
export const askFor = transition({
  input: z.object({
    kind: choice(unitRequests),
    amount: optional(wholeNumber(1, 9999)),
    untilOn: optional(civilDate()),
    basis: optional(paragraph(1000)),
    causeClass: optional(choice(causeClasses)),
    ownerUnitId: optional(key()),
    cause: optional(line(120)),
    reason: paragraph(2000),
  }),
  names: (input) => (input.ownerUnitId ? { unitId: input.ownerUnitId } : {}),
  unless: (file, _actor, at) => (askable(file, at).length > 0 ? null : refuse('nothingToAsk')),
  objection(file, input, _actor, { at, rules, units }) {
    const { settings, calendar } = rules;
    const { kind } = input;
    if (!askable(file, at).includes(kind)) {
      const pending = file.requests.some((it) => it.kind === kind && !it.endedAt);
      return refuseField('kind', pending ? 'alreadyAsked' : 'notAskable');
    }
    if (kind === 'conclude') {
      const least = settings.concludeRounds.amount;
      return unsolvedRounds(file) >= least ? null : tooMuch('kind', 'tooFewRounds', least);
    }
    if (kind === 'cause') {
      if (!input.causeClass) return refuseField('causeClass', 'required');
      if (!input.ownerUnitId) return refuseField('ownerUnitId', 'required');
      if (!input.cause) return refuseField('cause', 'required');
      const problem = mayOwn(file, units.get(input.ownerUnitId));
      return problem ? refuseField('ownerUnitId', problem) : null;
    }
    const times = settings[`${kind}Times`].amount;
    if (grantedInRound(file, kind) >= times) return tooMuch('kind', 'tooOften', times);
    if (kind === 'extend') {
      if (input.amount === undefined) return refuseField('amount', 'required');
      const most = settings.extendMost.amount;
      return input.amount <= most ? null : tooMuch('amount', 'tooMuch', most);
    }
    if (input.untilOn === undefined) return refuseField('untilOn', 'required');
    const today = civilDateOf(at, calendar.zone);
    if (input.untilOn <= today) return refuseField('untilOn', 'notAhead');
    if (kind === 'test' && !input.basis) return refuseField('basis', 'required');
    const most = settings[`${kind}Most`].amount;
    return input.untilOn <= addDays(today, most) ? null : tooMuch('untilOn', 'tooMuch', most);
  },
  follows(file, input, _actor, { rules, units }) {
    const lead = leadOf(file);
    if (!lead) throw new Error('a request needs a unit that asks');
    const amount = input.kind === 'extend' ? (input.amount ?? null) : null;
    const unit = amount === null ? null : (rules.settings.extendMost.unit ?? 'workingDays');
    const dated = input.kind === 'park' || input.kind === 'test';
    const untilOn = dated ? (input.untilOn ?? null) : null;
    const owner = input.kind === 'cause' ? units.get(input.ownerUnitId ?? '') : undefined;
    const causeClass = owner ? (input.causeClass ?? null) : null;
    return {
      request: {
        kind: input.kind,
        unitId: lead.unitId,
        unitPath: lead.unitPath,
        voiceId: null,
        amount,
        unit,
        untilOn,
        causeClass,
        ownerUnitId: owner?.id ?? null,
        ownerUnitPath: owner?.path ?? null,
      },
      data: {
        kind: input.kind,
        amount,
        unit,
        untilOn,
        ...(owner ? { causeClass, ownerUnitId: owner.id } : {}),
      },
      words: {
        reason: input.reason,
        ...(input.kind === 'test' ? { basis: input.basis } : {}),
        ...(owner ? { cause: input.cause } : {}),
      },
    };
  },
});

const tooMuch = (field: string, code: string, most: number) =>
  refuse('badInput', { problems: [{ field, code, values: { most } }] });
