import { expect, it } from 'vitest';
import { atom } from '@/lib/publication/atom';

const feed = {
  self: 'https://a.example/open/cases/atom?area=1&x=2',
  alternate: 'https://a.example/open/cases',
  title: '公开的诉求',
  author: '回音 & "某县"',
  lang: 'zh-CN',
  updated: new Date('2026-01-01T00:00:00Z'),
};

const entry = (title: string, updated: string) => ({
  id: 'urn:uuid:1',
  title,
  link: 'https://a.example/open/cases/1',
  updated: new Date(updated),
  published: new Date('2026-02-01T00:00:00Z'),
  summary: '<b>修好了</b>',
});

it('is as new as its newest entry, wherever that stands; without any, as new as it is told', () => {
  const told = atom({
    ...feed,
    entries: [entry('a', '2026-03-01T00:00:00Z'), entry('b', '2026-04-01T00:00:00Z')],
  });
  const [ofFeed] = told.match(/<updated>[^<]+/) ?? [];
  expect(ofFeed).toBe('<updated>2026-04-01T00:00:00.000Z');
  expect(atom({ ...feed, entries: [] })).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
});

it('holds no markup of what somebody wrote, and nothing XML cannot hold', () => {
  const told = atom({
    ...feed,
    entries: [entry('a\u0000b\u000b <c>\ud800', '2026-03-01T00:00:00Z')],
  });
  expect(told).toContain('<title>ab &lt;c&gt;</title>');
  expect(told).toContain('<summary>&lt;b&gt;修好了&lt;/b&gt;</summary>');
  expect(told).toContain('<name>回音 &amp; &quot;某县&quot;</name>');
  expect(told).toContain('atom?area=1&amp;x=2');
});
