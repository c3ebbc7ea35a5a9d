import { startChild } from '@/scripts/launcher/child';
import { freePort } from '@/scripts/launcher/port';
import { buildBare, type Tree, treeOf } from '../bare-page';
import { type Browser, openBrowser } from './browser';

const onePage = `import { createElement } from 'react';
import trees from '../trees.json';
export const dynamic = 'force-dynamic';
const draw = (it) => (typeof it === 'string' ? it : createElement(it[0], it[1], ...it[2].map(draw)));
export default async function Page({ params }) {
  const { kind } = await params;
  return draw(trees[kind]);
}
`;

export interface BareServer {
  /** The process above its web processes. */
  web: number;
  /** The bare page with this content; undefined where there is none. */
  pathOf(name: string): string | undefined;
  browser: Browser;
  stop(): Promise<void>;
}

/**
 * The floor of each page: the same framework and as many processes, showing the same elements, with no session, no words
 * and no database.
 *
 * @param pages what our own pages answered, by name.
 */
export async function startBareServer(
  pages: ReadonlyMap<string, string>,
  processes: number,
): Promise<BareServer> {
  const names = [...pages.keys()];
  const trees = names.map((name) => shownIn(pages.get(name) ?? ''));
  const folder = await buildBare('bare-pages', {
    'app/[kind]/page.jsx': onePage.replace('../trees', '../../trees'),
    'trees.json': JSON.stringify(trees),
  });
  const port = await freePort();
  const child = startChild(['scripts/bench/pages/bare-processes.mjs'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    HUIYIN_BARE: folder,
    HUIYIN_WEB_PROCESSES: String(processes),
  });
  await child.ready;
  return {
    web: child.pid ?? 0,
    pathOf: (name) => (names.includes(name) ? `/${names.indexOf(name)}` : undefined),
    browser: openBrowser(`http://127.0.0.1:${port}`),
    stop: child.stop,
  };
}

/** All that is shown, with masthead and foot. */
function shownIn(html: string): Tree {
  const body = /<body\b[^>]*>(.*)<\/body>/s.exec(html)?.[1];
  if (!body) throw new Error('the page has no content');
  return treeOf(`<div>${body}</div>`);
}
