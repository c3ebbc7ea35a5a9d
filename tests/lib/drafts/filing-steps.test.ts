import { describe, expect, it } from 'vitest';
import { firstUnanswered, problemsIn, withStep } from '@/lib/drafts/filing-steps';

describe('the page that asks where', () => {
  const told = { what: '灯坏了', place: '井边', community: 'c', point: '39.9, 116.4' };

  it('keeps all three ways of saying it, and drops what was emptied', () => {
    const { what } = told;
    expect(withStep({ what }, 'where', told)).toEqual(told);
    expect(withStep(told, 'where', { place: '', point: '' })).toEqual({ what });
    // Other pages leave it alone.
    expect(withStep(told, 'who', { phone: '1' })).toEqual({ ...told, phone: '1' });
  });

  it('leaves a point out where that was ticked', () => {
    const answers = { place: '井边', point: '39.9, 116.4', dropPoint: 'yes' };
    expect(withStep(told, 'where', answers)).toEqual({ what: told.what, place: '井边' });
  });

  it('wants a place and never a point; a point that is none is put right there', () => {
    expect(problemsIn('where', { ...told, place: '' })).toMatchObject([
      { field: 'place', code: 'required' },
    ]);
    expect(problemsIn('where', { ...told, point: '' })).toEqual([]);
    expect(problemsIn('where', { ...told, point: '116.4, 39.9' })).toMatchObject([
      { field: 'point', code: 'wrongPoint' },
    ]);
    expect(firstUnanswered({ ...told, point: 'x' })).toBe('where');
    expect(firstUnanswered(told)).toBeNull();
  });
});
