import { expect, it } from 'vitest';
import { bodyOf, treeOf } from '@/scripts/bench/bare-page';
import { arrivals, peak } from '@/scripts/bench/pages/arrivals';
import { filledIn, formIn } from '@/scripts/bench/pages/form';
import { openLoop } from '@/scripts/bench/pages/open-loop';

it('arrivals come as often as they should, the same for the same seed', () => {
  const found = arrivals(0.5, 60_000, 3);
  const each = (kind: string) => found.filter((it) => it.kind === kind).length / 60;
  for (const [kind, perSecond] of Object.entries(peak)) {
    expect(each(kind) / (perSecond / 2)).toBeGreaterThan(0.8);
    expect(each(kind) / (perSecond / 2)).toBeLessThan(1.2);
  }
  expect(arrivals(0.5, 60_000, 3)).toEqual(found);
  expect(arrivals(0.5, 60_000, 4)).not.toEqual(found);
});

it('whoever comes while the server stands still is late from when it was time', async () => {
  const due = Array.from({ length: 20 }, (_, nth) => ({ kind: 'page' as const, atMs: nth * 10 }));
  const open = new Promise<void>((resolve) => setTimeout(resolve, 400));
  const stands = { create: async () => {}, step: async () => {}, page: () => open };
  const { spread, errors } = await openLoop(due, stands);
  expect(errors).toEqual([]);
  expect(spread.n).toBe(20);
  expect(spread.p50).toBeGreaterThan(250);
});

it('what is answered wrongly is an error and no figure', async () => {
  const wrong = async () => {
    throw new Error('a wrong page');
  };
  const { errors } = await openLoop([{ kind: 'page', atMs: 0 }], {
    ...{ create: wrong, step: wrong, page: wrong },
  });
  expect(errors).toEqual(['page: a wrong page']);
});

it('a form sends its hidden fields and what is written', () => {
  const html =
    '<form><input name="other" value="x"/></form>' +
    '<form><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:1}"/><input type="hidden" name="step" value="4"/>' +
    '<input type="radio" name="how" value="visit"/><input type="radio" name="more" value="yes" checked=""/></form>';
  const form = formIn(html, 'step');
  expect(form).toEqual([
    ['$ACTION_1:0', '{"id":1}'],
    ['step', '4'],
    ['more', 'yes'],
  ]);
  expect(filledIn(form, { step: '5' })).toContainEqual(['step', '5']);
  expect(() => formIn(html, 'absent')).toThrow('no form');
});

it('a bare page has the elements of ours and none of its scripts', () => {
  expect(treeOf('<div class="a">x<!-- -->y<br/><script>z</script></div>')).toEqual([
    'div',
    { className: 'a' },
    ['xy', ['br', {}, []]],
  ]);
  expect(() => bodyOf('<p></p>')).toThrow('no rows');
});
