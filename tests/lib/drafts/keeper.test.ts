import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Kept, keeper } from '@/lib/drafts/keeper';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A form, what it sends answered when the test says so. */
function form() {
  const said: Kept[] = [];
  const sent: { words: string; leaving: boolean; answer: (kept: boolean | Error) => void }[] = [];
  let words = '';
  const keeps = keeper({
    pauseMs: 1_500,
    say: (it) => said.push(it),
    send: (leaving) =>
      new Promise((resolve, reject) => {
        const answer = (it: boolean | Error) => (it instanceof Error ? reject(it) : resolve(it));
        sent.push({ words, leaving, answer });
      }),
  });
  const write = (text: string) => {
    words += text;
    keeps.written();
  };
  const answer = async (nth: number, kept: boolean | Error) => {
    sent[nth]?.answer(kept);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ...keeps, said, sent, write, answer, last: () => said.at(-1) };
}

const pause = () => vi.advanceTimersByTimeAsync(1_500);

it('says saved of what was written last, and nothing before', async () => {
  const it = form();
  it.write('井');
  await vi.advanceTimersByTimeAsync(1_000);
  it.write('盖');
  await vi.advanceTimersByTimeAsync(1_499);
  expect(it.sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(it.sent.map((one) => one.words)).toEqual(['井盖']);
  expect(it.last()).toBeNull();
  await it.answer(0, true);
  expect(it.last()).toBe('saved');
});

it('an earlier saving that ends says nothing of newer words that wait', async () => {
  const it = form();
  it.write('井');
  await pause();
  it.write('盖');
  await it.answer(0, true);
  expect(it.said).not.toContain('saved');
  await pause();
  await it.answer(1, true);
  expect(it.last()).toBe('saved');
  expect(it.sent.map((one) => one.words)).toEqual(['井', '井盖']);
});

it('never has two on the way: the newer goes when the older has ended, well or not', async () => {
  for (const ended of [true, false, new Error('no network')]) {
    const it = form();
    it.write('井');
    await pause();
    it.write('盖');
    await pause();
    expect(it.sent).toHaveLength(1);
    await it.answer(0, ended);
    expect(it.said.filter(Boolean)).toEqual([]);
    expect(it.sent.map((one) => one.words)).toEqual(['井', '井盖']);
    await it.answer(1, true);
    expect(it.last()).toBe('saved');
    // Nothing goes on by itself.
    await pause();
    expect(it.sent).toHaveLength(2);
  }
});

it('says unsaved where the last was not kept, and tries once more when one leaves', async () => {
  const it = form();
  it.write('井');
  await pause();
  await it.answer(0, new Error('no network'));
  expect(it.last()).toBe('unsaved');
  it.leaving();
  expect(it.sent.at(-1)).toMatchObject({ words: '井', leaving: true });
  // Control: what was kept is not sent again.
  const other = form();
  other.write('井');
  await pause();
  await other.answer(0, true);
  other.leaving();
  expect(other.sent).toHaveLength(1);
});

it('leaving sends what waits for its pause, or for the answer of an earlier saving', async () => {
  const it = form();
  it.write('井');
  it.leaving();
  expect(it.sent).toMatchObject([{ words: '井', leaving: true }]);
  const other = form();
  other.write('井');
  await pause();
  other.write('盖');
  other.leaving();
  expect(other.sent.at(-1)).toMatchObject({ words: '井盖', leaving: true });
});

it('what the page itself sends is not sent here too', async () => {
  const it = form();
  it.write('井');
  it.submitted();
  await pause();
  it.leaving();
  expect(it.sent).toEqual([]);
  const other = form();
  other.write('井');
  await pause();
  other.write('盖');
  await pause();
  other.submitted();
  await other.answer(0, true);
  expect(other.sent).toHaveLength(1);
});

it('stopped, it neither sends nor says anything more', async () => {
  const it = form();
  it.write('井');
  await pause();
  it.write('盖');
  it.stop();
  await it.answer(0, true);
  await pause();
  expect(it.sent).toHaveLength(1);
  expect(it.said).toEqual([null, null]);
});
