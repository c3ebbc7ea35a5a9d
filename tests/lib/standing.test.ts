import { createElement, Fragment, isValidElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { standing } from '@/components/ui/standing';

/** What the framework makes of a client component for the server: a reference that nobody can call. */
const ofTheBrowser = Object.assign(
  () => {
    throw new Error('a client component was called');
  },
  { $$typeof: Symbol.for('react.client.reference') },
);

const Later = async ({ words }: { words: string }) => createElement('p', { key: words }, words);
const Now = ({ children }: { children: React.ReactNode }) =>
  createElement('section', { id: 'now', className: 'part' }, children);

const list = createElement(
  'ul',
  { className: 'stack' },
  ['一', '二', '三'].map((it) => createElement('li', { key: it }, it)),
);

/** Tags of what is left of the tree, with `*` where markup stands still. */
function left(node: React.ReactNode): unknown {
  if (Array.isArray(node)) return node.map(left);
  if (!isValidElement<{ children?: React.ReactNode; as?: string }>(node)) return node;
  const { type, props } = node;
  if (props.as) return `${props.as}*`;
  const name = typeof type === 'string' ? type : type === Fragment ? '' : 'client';
  return props.children === undefined ? name : [name, left(props.children)];
}

/** As a browser is sent it, with client components left out. */
const drawn = (node: React.ReactNode) =>
  renderToStaticMarkup(createElement('main', null, node)).replace(/ data-still="\d+"/g, '');

describe('a page that nothing changes', () => {
  it('stands still as a whole, in the element it was in', async () => {
    const stood = await standing(createElement(Now, null, list));
    expect(left(stood)).toBe('section*');
    expect(drawn(stood)).toBe(
      '<main><section id="now" className="part">'.replace('className', 'class') +
        '<ul class="stack"><li>一</li><li>二</li><li>三</li></ul></section></main>',
    );
  });

  it('waits for what has to be asked first, wherever it is', async () => {
    const page = createElement(
      Now,
      null,
      createElement(Later, { words: '<b>第一</b>' }),
      createElement(Later, { words: '第二' }),
      Promise.resolve(list) as unknown as React.ReactNode,
    );
    const stood = await standing(page);
    expect(left(stood)).toBe('section*');
    expect(drawn(stood)).toContain('<p>&lt;b&gt;第一&lt;/b&gt;</p><p>第二</p><ul');
  });

  it('is handed on as it is where it is but a few elements', async () => {
    expect(left(await standing(createElement('p', null, 'kurz')))).toEqual(['p', 'kurz']);
  });
});

describe('a page of which something changes', () => {
  it('keeps fields, buttons and client components, and what is around them', async () => {
    const page = createElement(
      'div',
      null,
      createElement('form', null, list, createElement('input', { name: 'what' })),
      list,
      createElement(ofTheBrowser as never),
      createElement('svg', null, createElement('title', null, 'x'), createElement('g')),
    );
    expect(left(await standing(page))).toEqual([
      'div',
      [['form', ['ul*', 'input']], 'ul*', 'client', ['svg', [['title', 'x'], 'g']]],
    ]);
  });

  it('lets stand what is handed to a client component', async () => {
    const page = createElement(ofTheBrowser as never, null, list, createElement('input'));
    expect(left(await standing(page))).toEqual(['client', ['ul*', 'input']]);
  });

  it('does not call what only a browser can', async () => {
    await expect(standing(createElement(ofTheBrowser as never))).resolves.toBeDefined();
  });
});

it('says what a part of the page threw', async () => {
  const Broken = async () => {
    throw new Error('gone');
  };
  const page = createElement('div', null, list, createElement(Broken as never));
  await expect(standing(page)).rejects.toThrow('gone');
});
