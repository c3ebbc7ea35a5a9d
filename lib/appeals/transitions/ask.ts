import { z } from 'zod';
import { civilDate, optional, paragraph } from '@/lib/fields';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { leadOf, openQuestion, triesToReach } from '../case-file';
import { questionHolds } from '../holds';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * The unit puts a question to the resident (征询) and waits for the answer until a date at the latest. Where
 * the rule set lets it, the promise stands still meanwhile; then only after as many logged attempts to reach
 * the resident as the rule set asks for, so that nobody gains time by a question nobody was called about.
 */
export const ask = transition({
  input: z.object({ question: paragraph(1000), untilOn: optional(civilDate()) }),
  unless: (file) => (openQuestion(file) ? refuse('alreadyAsked') : null),
  objection(file, input, _actor, { at, rules }) {
    const { settings, calendar } = rules;
    const least = settings.questionTries.amount;
    if (questionHolds(file, at, settings) && triesToReach(file) < least) {
      return refuse('badInput', {
        problems: [{ field: null, code: 'triesFirst', values: { least } }],
      });
    }
    if (!input.untilOn) return null;
    const today = civilDateOf(at, calendar.zone);
    if (input.untilOn <= today) return refuseField('untilOn', 'notAhead');
    const most = settings.questionMost.amount;
    if (input.untilOn <= addDays(today, most)) return null;
    return refuse('badInput', {
      problems: [{ field: 'untilOn', code: 'tooMuch', values: { most } }],
    });
  },
  follows(file, input, _actor, { at, rules }) {
    const lead = leadOf(file);
    if (!lead) throw new Error('a question needs a unit that asks');
    const { settings, calendar } = rules;
    const last = addDays(civilDateOf(at, calendar.zone), settings.questionMost.amount);
    const untilOn = input.untilOn ?? last;
    const holds = questionHolds(file, at, settings);
    return {
      question: { unitId: lead.unitId, unitPath: lead.unitPath, untilOn, holds },
      data: { untilOn, holds },
      words: { question: input.question },
    };
  },
});
