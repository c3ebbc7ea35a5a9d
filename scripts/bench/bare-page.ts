import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '@/scripts/launcher/child';
import { root } from '@/scripts/launcher/root';

/** One row of the floor: what an inbox shows, as plain text. */
export interface BareRow {
  due: string;
  title: string;
  place: string;
  status: string;
  number: string;
  next: string;
}

const layout = `export default function Layout({ children }) {
  return <html lang="zh-CN"><body>{children}</body></html>;
}
`;

const page = `import rows from './rows.json';
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

/**
 * The floor for a page: the same framework showing the same rows, with no session, no words, no database
 * and no style. Built beside our own build, where the framework is found.
 *
 * @returns its folder.
 */
export async function buildBarePage(rows: readonly BareRow[]): Promise<string> {
  const folder = join(root, '.next/bare');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'app'), { recursive: true });
  writeFileSync(join(folder, 'app/layout.jsx'), layout);
  writeFileSync(join(folder, 'app/page.jsx'), page);
  writeFileSync(join(folder, 'app/rows.json'), JSON.stringify(rows));
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  writeFileSync(
    join(folder, 'next.config.js'),
    `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } };\n`,
  );
  await runTool('The bare page', [join(root, 'node_modules/next/dist/bin/next'), 'build', folder], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return folder;
}
