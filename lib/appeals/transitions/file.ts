import { z } from 'zod';
import {
  choice,
  email,
  key,
  line,
  optional,
  paragraph,
  phone,
  pointOnMap,
  tick,
} from '@/lib/fields';
import { refuseField } from '../refusals';
import { transition, type UnitRef } from '../transition';
import { appealKinds, channels, helpers } from '../words';

/**
 * Who, when, where, cause, course: the five elements of an accepted appeal (受理五要素). Only what happened
 * and where are asked of everybody; a name is never required (a private link serves the anonymous).
 */
export const file = transition({
  input: z
    .object({
      what: paragraph(5000),
      place: line(200),
      /** Where that is, beside the words and never in their stead. */
      point: optional(pointOnMap()),
      title: optional(line(60)),
      since: optional(line(100)),
      wish: optional(paragraph(1000)),
      kind: optional(choice(appealKinds)),
      categoryId: optional(key()),
      channel: optional(choice(channels)),
      name: optional(line(40)),
      phone: optional(phone()),
      email: optional(email()),
      secret: tick(),
      /** Everybody may read it once somebody has looked at it. */
      show: tick(),
      /** Whom it concerns, so that it does not come to them: a unit, and somebody in the resident's words. */
      aboutUnitId: optional(key()),
      aboutWho: optional(line(100)),
      /** May be asked whether something near them holds. */
      nearby: tick(),
      /** Somebody files for whoever it is about, who agreed to it (代为登记). */
      helper: optional(choice(helpers)),
      helperName: optional(line(60)),
      helperAgreed: tick(),
    })
    .refine((it) => !it.helper || it.helperAgreed, {
      path: ['helperAgreed'],
      error: 'confirmFirst',
    })
    .refine((it) => !(it.show && it.secret), { path: ['show'], error: 'secretNotShown' }),
  names: (input) => ({
    categoryId: input.categoryId ?? null,
    ...(input.aboutUnitId ? { unitId: input.aboutUnitId } : {}),
  }),
  objection(_file, input, _actor, { units }) {
    const known = !input.aboutUnitId || units.has(input.aboutUnitId);
    return known ? null : refuseField('aboutUnitId', 'unknownUnit');
  },
  follows(_file, input, _actor, { units }) {
    const unit = input.aboutUnitId ? units.get(input.aboutUnitId) : undefined;
    return {
      appeal: { namesPerson: input.aboutWho !== undefined },
      recuse: unit ? [barred(unit)] : [],
      ...(input.show ? { consents: true } : {}),
      data: {
        kind: input.kind ?? 'help',
        categoryId: input.categoryId ?? null,
        ...(unit ? { recusedUnitId: unit.id } : {}),
        ...(input.show ? { show: true } : {}),
        ...(input.nearby ? { nearby: true } : {}),
        ...(input.helper ? { helper: input.helper } : {}),
      },
      words: {
        what: input.what,
        place: input.place,
        point: input.point,
        since: input.since,
        wish: input.wish,
        who: input.aboutWho,
        helper: input.helper && input.helperName,
      },
    };
  },
});

/** Before anybody is told: whoever it is about hears nothing of it. */
const barred = ({ id, path }: UnitRef) => ({
  unitId: id,
  unitPath: path,
  personId: null,
  deputyId: null,
  ground: 'named' as const,
});
