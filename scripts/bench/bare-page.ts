import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runTool } from '@/scripts/launcher/child';
import { root } from '@/scripts/launcher/root';

/** One row as plain text: what an inbox says, without a mark, a tick or a label. */
export interface BareRow {
  due: string;
  title: string;
  place: string;
  status: string;
  number: string;
  next: string;
}

/** An element of the rows as they stand in our page: name, properties, what is within. */
export type Tree = string | [string, Record<string, string>, Tree[]];

const layout = `export default function Layout({ children }) {
  return <html lang="zh-CN"><body>{children}</body></html>;
}
`;

const plain = `import rows from '../rows.json';
export const dynamic = 'force-dynamic';
export default function Page() {
  return (
    <main>
      <h1>Today</h1>
      <table>
        <tbody>
          {rows.map((it) => (
            <tr key={it.number}>
              <td>{it.due}</td>
              <td><a href={'/appeals/' + it.number}>{it.title}</a> {it.place}</td>
              <td>{it.status}</td>
              <td>{it.number}</td>
              <td><a href={'/appeals/' + it.number + '/next'}>{it.next}</a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
`;

const whole = `import { createElement } from 'react';
import tree from '../tree.json';
export const dynamic = 'force-dynamic';
const draw = (it) => (typeof it === 'string' ? it : createElement(it[0], it[1], ...it[2].map(draw)));
export default function Page() {
  return <main><h1>Today</h1><table>{draw(tree)}</table></main>;
}
`;

/**
 * The floors for a page: the same framework with no session, no words, no database and no style, showing the
 * same rows as plain text at `/plain`, and as they stand in our page at `/whole`. Built beside our own
 * build, where the framework is found.
 *
 * @returns its folder.
 */
export async function buildBarePage(rows: readonly BareRow[], tree: Tree): Promise<string> {
  return buildBare('bare', {
    'app/plain/page.jsx': plain,
    'app/whole/page.jsx': whole,
    'app/rows.json': JSON.stringify(rows),
    'app/tree.json': JSON.stringify(tree),
  });
}

/** Builds these files, named by their paths, as an application of their own; @returns its folder. */
export async function buildBare(
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(root, '.next', name);
  rmSync(folder, { recursive: true, force: true });
  const all = {
    ...files,
    'app/layout.jsx': layout,
    'package.json': '{"private":true,"type":"module"}',
    'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } };\n`,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await runTool('The bare page', [join(root, 'node_modules/next/dist/bin/next'), 'build', folder], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return folder;
}

const properties: Record<string, string> = {
  class: 'className',
  colspan: 'colSpan',
  for: 'htmlFor',
  value: 'defaultValue',
  checked: 'defaultChecked',
};

/** The body of the first table of a page of ours, whose markup is as regular as what draws it. */
export function bodyOf(html: string): Tree {
  const body = /<tbody.*?<\/tbody>/s.exec(html)?.[0];
  if (!body) throw new Error('the page shows no rows');
  return treeOf(body);
}

/** One element of a page of ours as a tree. */
export function treeOf(markup: string): Tree {
  const stack: [string, Record<string, string>, Tree[]][] = [['', {}, []]];
  for (const [, end, tag, attributes = '', empty, text] of plainly(markup).matchAll(
    /<(\/?)(\w+)((?:\s[^>]*?)?)(\/?)>|([^<]+)/g,
  )) {
    const within = stack.at(-1)?.[2] ?? [];
    if (text) within.push(decoded(text));
    else if (end) stack.pop();
    else if (tag) {
      const element: [string, Record<string, string>, Tree[]] = [tag, propsOf(attributes), []];
      within.push(element);
      if (!empty) stack.push(element);
    }
  }
  const [tree] = stack[0]?.[2] ?? [];
  if (!tree) throw new Error('there is no element');
  return tree;
}

/** Without what parts one text from the next, and without scripts. */
const plainly = (markup: string): string =>
  markup.replace(/<!--.*?-->/gs, '').replace(/<script\b.*?<\/script>/gs, '');

function propsOf(attributes: string): Record<string, string> {
  const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [properties[name] ?? name, decoded(value)]),
  );
}

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
