import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@/scripts/launcher/root';

/** Every way into the application, as the build lists it: nobody keeps this list by hand. */
export interface Entries {
  /** Addresses of pages, `/appeals/[caseNumber]`. */
  pages: string[];
  /** Addresses of route handlers. */
  handlers: string[];
  /** Server actions, `app/actions/appeals.ts takeStep`, by the id under which a browser calls them. */
  actions: Map<string, Action>;
}

interface Action {
  id: string;
  /** A page the build says it belongs to. */
  page: string;
}

interface ActionRow {
  filename: string;
  exportedName: string;
  workers: Record<string, unknown>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, '.next', path), 'utf8'));

/** Pages of the framework itself, for what went wrong. */
const ofTheFramework = /^\/_/;

export function entriesOfTheBuild(): Entries {
  const routes = read<Record<string, string>>('app-path-routes-manifest.json');
  const ending = (kind: string) =>
    Object.entries(routes)
      .filter(([file, path]) => file.endsWith(`/${kind}`) && !ofTheFramework.test(path))
      .map(([, path]) => path)
      .sort();
  const { node, edge } = read<Record<'node' | 'edge', Record<string, ActionRow>>>(
    'server/server-reference-manifest.json',
  );
  const actions = Object.entries({ ...node, ...edge }).map(([id, row]): [string, Action] => {
    const [worker = ''] = Object.keys(row.workers);
    const page = routes[worker.replace(/^app/, '')] ?? '';
    return [`${row.filename} ${row.exportedName}`, { id, page }];
  });
  return { pages: ending('page'), handlers: ending('route'), actions: new Map(actions) };
}
