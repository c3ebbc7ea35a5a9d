import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView, Named } from '@/lib/appeals/queries/case-view';
import { dayOf, promisedMomentOf } from '@/lib/i18n/dates';
import { fill } from '@/lib/i18n/fill';
import type { Locale } from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';
import type { Placeholder } from './placeholders';

/** What the installation and the writer add to what the case says. */
export interface Surroundings {
  /** The unit that writes. */
  unit: Named | null;
  /** A number of this organisation at which a person answers. */
  phone: string | null;
  zone: string;
}

/** Left where the case has no answer to a placeholder: seen before it is sent, and easily overwritten. */
export const gap = '____';

/** Dates and names follow the language the template is written in, not that of whoever uses it. */
const languageOf = (body: string): Locale => (/\p{Script=Han}/u.test(body) ? 'zh' : 'en');

/**
 * The words of a template for one case. Pure; each placeholder is replaced once, so that braces in a
 * resident's own words mean nothing.
 */
export function fillTemplate(body: string, view: CaseView, around: Surroundings): string {
  const locale = languageOf(body);
  const telling = { locale, zone: around.zone, at: view.at };
  const { file, detail } = view;
  const round = file.rounds.find((it) => it.number === file.appeal.round);
  const promise = file.clocks.findLast((it) => it.kind === 'promise' && it.roundId === round?.id);
  const { unit } = around;
  const values: Record<Placeholder, string | undefined> = {
    caseNumber: spokenCaseNumber(file.appeal.caseNumber),
    title: detail.title,
    place: detail.place,
    unit: unit ? nameIn(locale, unit) : undefined,
    today: dayOf(view.at, telling),
    promised: promise?.dueAt ? promisedMomentOf(promise.dueAt, telling) : undefined,
    phone: around.phone ?? undefined,
  };
  const known = Object.entries(values).map(([name, value]) => [name, value || gap]);
  return fill(body, Object.fromEntries(known));
}
