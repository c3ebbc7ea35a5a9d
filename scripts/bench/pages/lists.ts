import { statuses } from '@/lib/appeals/lifecycle';
import { ageNames } from '@/lib/appeals/queries/inbox-ages';
import { desksOf, listsOf } from '@/lib/appeals/queries/inbox-lists';
import type { PageKind } from './operations';
import { page } from './right';
import type { Scene } from './scene';

const roles = ['handler', 'leader', 'dispatcher', 'reviewer', 'interviewer', 'supervisor'];

/** Every list of every desk the queue offers; its order is always the same, by what is due first. */
export async function queueLists(scene: Scene): Promise<PageKind[]> {
  const kinds = new Map<string, PageKind>();
  for (const role of roles) {
    const { actor } = await scene.person(role, 0);
    for (const desk of desksOf(actor)) {
      for (const list of listsOf(desk)) {
        const path = `/desk?desk=${desk}&list=${list}`;
        const name = `queue ${desk}/${list}`;
        if (kinds.has(name)) continue;
        kinds.set(name, opened(scene, role, name, path, '<h1'));
      }
    }
  }
  return [...kinds.values()];
}

/** Every filter the search offers, by itself, and what comes after the first page. */
export async function searchLists(scene: Scene): Promise<PageKind[]> {
  const { rows } = await scene.hand.query<{ category: string; unit: string }>(
    `SELECT (SELECT "categoryId" FROM "Appeal" WHERE "categoryId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) AS category,
       (SELECT "unitId" FROM "Turn" WHERE "unitId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) AS unit`,
  );
  const { category = '', unit = '' } = rows[0] ?? {};
  const office = [
    ...statuses.map((it) => `status=${it}`),
    `category=${category}`,
    `unit=${unit}`,
    'more=again',
    'more=overdue',
    ...ageNames.map((it) => `age=${it}`),
  ];
  const own = ['status=contacted', `category=${category}`, 'more=again', 'more=overdue'];
  const short = (query: string) => query.replace(/=[0-9a-f-]{36}/, '');
  return [
    ...office.map((it) =>
      opened(scene, 'dispatcher', `search ${short(it)}`, `/desk/search?${it}`, '<h1'),
    ),
    ...own.map((it) =>
      opened(scene, 'handler', `search of a unit, ${short(it)}`, `/desk/search?${it}`, '<h1'),
    ),
  ];
}

const opened = (scene: Scene, role: string, name: string, path: string, has: string): PageKind => ({
  name,
  async open(client) {
    const { browser } = await scene.person(role, client);
    return page(await browser.get(path), has);
  },
});
