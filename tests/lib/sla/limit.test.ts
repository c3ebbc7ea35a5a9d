import { describe, expect, it } from 'vitest';
import { chooseLimit, type LimitRow } from '@/lib/sla/limit';

const base: LimitRow = {
  kind: 'promise',
  urgency: null,
  categoryId: null,
  amount: 7,
  unit: 'calendarDays',
  source: 'any',
  statutory: false,
};
const row = (source: string, other: Partial<LimitRow>): LimitRow => ({ ...base, source, ...other });

const any = row('any', {});
const urgent = row('urgent', { urgency: 'urgent' });
const heating = row('heating', { categoryId: 'heating' });
const urgentHeating = row('urgent heating', { categoryId: 'heating', urgency: 'urgent' });
const coldRadiator = row('cold radiator', { categoryId: 'cold-radiator' });
const byLaw = row('by law', { categoryId: 'utilities', statutory: true });
const accept = row('accept', { kind: 'accept', categoryId: 'cold-radiator' });

const question = {
  kind: 'promise',
  urgency: 'urgent',
  categoryPath: ['utilities', 'heating', 'cold-radiator'],
};
const chosen = (...rows: LimitRow[]) => chooseLimit(rows, question)?.source ?? null;

describe('chooseLimit', () => {
  it('takes the closest rule, in whatever order they are stored', () => {
    const closer = [any, urgent, heating, urgentHeating, coldRadiator, byLaw];
    for (let n = 1; n <= closer.length; n++) {
      const rows = closer.slice(0, n);
      expect(chosen(...rows)).toBe(rows.at(-1)?.source);
      expect(chosen(...rows.reverse())).toBe(closer[n - 1]?.source);
    }
  });

  it('lets the law replace a closer rule, and the closer law another', () => {
    const closerLaw = row('closer law', { categoryId: 'heating', statutory: true });
    const generalLaw = row('general law', { statutory: true });
    expect(chosen(coldRadiator, generalLaw)).toBe('general law');
    expect(chosen(byLaw, closerLaw, coldRadiator)).toBe('closer law');
  });

  it('leaves out other kinds, urgencies and categories', () => {
    const elsewhere = row('elsewhere', { categoryId: 'noise' });
    const calm = row('calm', { urgency: 'ordinary' });
    expect(chosen(accept, elsewhere, calm)).toBeNull();
    expect(chosen(accept, elsewhere, calm, any)).toBe('any');
    expect(chooseLimit([urgent, any], { ...question, urgency: null })).toBe(any);
    expect(chooseLimit([heating], { ...question, categoryPath: [] })).toBeNull();
  });
});
