// ASVS 5.0: 14.2.4, 15.3.1, 16.2.5
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { verbs } from '@/lib/appeals/lifecycle';
import { castPeople } from '@/prisma/seed/cast';
import { expect, sendAllTheSame, staff, step, tell, test, to, visitor } from './county';

/**
 * A person whose name, number and address stand nowhere else is put into the county. Then everybody looks
 * everywhere, and the log and the database are read: in none of it may they stand.
 */
const canary = { name: '钱不语', phone: '13077700931', email: 'canary-7f3a@example.com' };
const what = '路口的井盖一踩就翘，差点摔了';
const secrets = Object.values(canary);

/** Every page there is, with what its address names filled in; what needs the key of another record is left out. */
function pagesOf(caseNumber: string): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((it) => /(^|\/)(page\.tsx|route\.ts)$/.test(it))
    .map((it) => it.split('/').slice(0, -1))
    .map((parts) => parts.filter((it) => !it.startsWith('(')))
    .map((parts) => `/${parts.join('/')}`.replace('[caseNumber]', caseNumber))
    .flatMap((path) =>
      path.endsWith('[verb]') ? verbs.map((verb) => path.replace('[verb]', verb)) : [path],
    )
    .filter((path) => !path.includes('['));
}

/** Neither in the page nor in the data the router asks for. Answers how often the case's own words were there. */
async function lookEverywhere(page: Page, who: string, paths: readonly string[]): Promise<number> {
  let seen = 0;
  for (const path of paths) {
    for (const headers of [{ accept: 'text/html' }, { RSC: '1' }] as Record<string, string>[]) {
      const answer = await page.request.get(path, { headers, maxRedirects: 0 });
      const text = await answer.text();
      for (const it of secrets)
        expect(text.includes(it), `${it} for ${who} on ${path}`).toBe(false);
      if (text.includes(what)) seen += 1;
      if (answer.status() !== 200) break;
    }
  }
  return seen;
}

async function inDatabase(...words: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/find-in-database.ts', ...words],
    { env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' } },
  );
  return stdout.split('\n').filter(Boolean);
}

test('a resident’s name, number and address stand on nobody’s pages, in no log and no column', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const resident = await visitor(browser);
  await tell(resident.page, { what, place: '柳湾路西口', ...canary });
  const receipt = resident.page.getByRole('heading', { name: /收到/ });
  await sendAllTheSame(resident.page, '都不是，照样交上去', receipt);
  await expect(resident.page).toHaveURL(/\/follow\/\d+\/receipt/);
  const caseNumber = /follow\/(\d+)\//.exec(resident.page.url())?.[1] ?? '';

  // It goes its way, so that unit, leader and supervisors have it before them.
  const desk = await staff(browser, 'chenjing');
  await step(desk.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
  await desk.close();

  const paths = pagesOf(caseNumber);
  const ofCase = paths.filter((it) => it.includes(caseNumber));
  expect(ofCase.length).toBeGreaterThan(40);
  const stranger = await visitor(browser);
  expect(await lookEverywhere(stranger.page, 'a stranger', paths)).toBe(0);
  await stranger.close();
  let seen = 0;
  for (const { login } of castPeople) {
    const { page, close } = await staff(browser, login);
    // Steps where they differ from those of their colleagues, administration where somebody administers.
    const own = paths.filter((it) => {
      if (/^\/appeals\/\d+\/\w+$/.test(it)) return login === 'zhaolimin';
      if (it.startsWith('/admin')) return login === 'wukai';
      return /^\/(appeals|desk|supervision|follow)/.test(it);
    });
    seen += await lookEverywhere(page, login, own);
    await close();
  }
  // Control: the case itself is before many of them.
  expect(seen).toBeGreaterThan(10);

  const found = await inDatabase(...secrets, what);
  expect(found.filter((line) => secrets.some((it) => line.endsWith(it)))).toEqual([]);
  expect(found).toContainEqual(expect.stringContaining('"Detail"'));

  // Control: whoever opens the number with a reason reads it.
  const cadre = await staff(browser, 'zhaolimin');
  await cadre.page.goto(`/appeals/${caseNumber}`);
  await cadre.page.getByRole('link', { name: '看号码' }).first().click();
  await cadre.page.getByLabel(/为什么/).fill('上门前先打电话');
  await cadre.page.locator('main form').getByRole('button').click();
  await expect(cadre.page.getByText(/130\s*7770\s*0931/).first()).toBeVisible();
  await cadre.close();
  await resident.close();

  const log = readFileSync(process.env.HUIYIN_TEST_LOG ?? '', 'utf8');
  expect(log).toContain('Huiyin is ready');
  for (const it of secrets) expect(log).not.toContain(it);
});
