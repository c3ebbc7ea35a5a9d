import { expect, it } from 'vitest';
import { backToForm, offered, offerIn } from '@/lib/form-offer';
import { freshForm } from '@/lib/forms';

const view = {
  heading: '有人报过了',
  lead: '是同一件事吗？',
  offers: [{ value: '1', title: '路灯不亮', lines: ['东街'], link: null, take: '加入' }],
  none: '不是',
  edit: '再改改',
};

const entries = { what: '路灯不亮', stage: 'offer', same: '1' };

it('shows what could be taken instead, with what was written kept and the choice forgotten', () => {
  const state = offered(freshForm, entries, view);
  expect(offerIn(state)).toEqual(view);
  expect(state.entries).toEqual({ what: '路灯不亮' });
});

it('goes back to the form with what was written, and offers nothing there', () => {
  const state = backToForm(offered(freshForm, entries, view), entries);
  expect(offerIn(state)).toBeNull();
  expect(state.entries).toEqual({ what: '路灯不亮' });
  expect(state.attempt).toBe(2);
});

it('offers nothing beside what is wrong with a form, and nothing that was done otherwise', () => {
  const state = offered(freshForm, entries, view);
  expect(offerIn({ ...state, problems: [{ field: 'what', code: 'required' }] })).toBeNull();
  expect(offerIn({ ...state, done: { code: 'filed' } })).toBeNull();
  expect(offerIn({ ...state, done: { code: 'offered' } })).toBeNull();
});
