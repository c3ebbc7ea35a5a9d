// ASVS 5.0: 6.2.6, 6.2.7, 7.4.4
import type { Page } from '@playwright/test';
import { htmlLang, type Locale, locales } from '@/lib/i18n/locale';
import { expect, fits, isSound, staff, test } from './county';

const widths = [360, 1280];

/** Fits every width; the checker looks at the telephone's page in Chinese and the desktop's in English. */
async function soundAtAllWidths(page: Page, locale: Locale, path: string): Promise<void> {
  const checked = locale === 'zh' ? 360 : 1280;
  for (const width of widths.toSorted((one) => (one === checked ? 1 : -1))) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page, `${path} at ${width}`);
  }
  await isSound(page, path);
}

/** Who reads which pages; `case` stands for the first case of their inbox, `report` for the last report of a day. */
const visits: [string, string[]][] = [
  [
    'zhaolimin',
    ['/desk', '/desk/search?words=电梯', 'case', 'case/contact', 'case/resolve', 'case/print'],
  ],
  [
    'wangxiulan',
    ['case/assign', 'case/message', 'case/annotate', 'case/recuse', 'case/missContact', 'case/ask'],
  ],
  ['wangxiulan', ['/desk?desk=below', 'case/takeOn', 'case/askFor', '/supervision/burden']],
  ['fangzheng', ['/desk', 'case', 'case/grant', 'case/refuse', 'case/rule', 'case/placeCause']],
  [
    'chenjing',
    [
      '/desk',
      'case',
      'case/dispatch',
      'case/decline',
      'case/answer',
      'case/redispatch',
      '/desk/file',
    ],
  ],
  [
    'sunyue',
    [
      '/desk',
      'case/supplement',
      '/desk/callers',
      '/desk/letters',
      '/desk/notices',
      '/desk/account',
    ],
  ],
  ['maqiang', ['case', 'case/sendBack', '/desk/duties']],
  ['hewei', ['/desk/causes', 'case', 'case/answerCause', 'case/endHold']],
  ['linxiao', ['/desk', 'case', 'case/interview']],
  [
    'zhoumin',
    [
      '/supervision',
      '/supervision/cases?list=overdue',
      '/supervision/burden',
      '/supervision/burden?from=2020-01-01&to=2030-01-01&unit=liuwan',
      '/supervision/exports',
      '/supervision/places',
      '/supervision/places?list=unmoved&area=liuwan',
      '/supervision/reports',
      '/supervision/reports?kind=month',
      'report',
      '/supervision/trends',
      '/supervision/trends?by=week&unit=liuwan',
      '/supervision/breakdown',
      '/supervision/breakdown?measure=response&by=area&origin=own',
      '/supervision/signals',
      '/supervision/lasting',
      '/supervision/lasting?days=90&from=2020-01-01&to=2030-01-01',
      '/supervision/spot-checks',
      '/supervision/exclusions',
      '/supervision?from=2020-01-01&to=2030-01-01&plot=response',
      '/desk',
      'case/supervise',
      'case/release',
    ],
  ],
  [
    'wukai',
    [
      '/admin',
      '/admin/categories',
      '/admin/catalogue',
      '/admin/catalogue/import',
      '/admin/areas',
      '/admin/areas/new',
      '/admin/limits',
      '/admin/limits/presets',
      '/admin/calendars',
      '/admin/calendars/new',
      '/admin/score',
      '/admin/supervision',
      '/admin/fallbacks',
      '/admin/notices',
      '/admin/notices/texts',
      '/admin/templates',
      '/admin/settings',
      '/admin/status',
      '/admin/changes',
      '/admin/readings',
      '/admin/exports',
      '/admin/seals',
    ],
  ],
];

/** On a telephone it is in a menu. */
const wayOut = (page: Page) =>
  page.getByRole('button', { name: /^(退出|Sign out)$/, includeHidden: true });

/** Made by the worker soon after it starts. */
async function lastReport(page: Page): Promise<string> {
  const link = page.locator('main a[href^="/supervision/reports/"]').first();
  await expect(async () => {
    await page.goto('/supervision/reports?kind=day');
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass();
  return (await link.getAttribute('href')) ?? '';
}

for (const [login, paths] of visits) {
  test(`pages of ${login} are sound in both languages: ${paths[0]} …`, async ({ browser }) => {
    const { page, close } = await staff(browser, login);
    const open = paths.some((it) => it.startsWith('case'));
    if (open) await page.goto('/desk');
    const first = page.locator('a[href^="/appeals/"]').first();
    const at = open ? await first.getAttribute('href') : null;
    const home = at?.split('/').slice(0, 3).join('/') ?? '';
    const report = paths.includes('report') ? await lastReport(page) : '';
    for (const locale of locales()) {
      await page.goto(`/language?to=${locale}&back=/sign-in`);
      for (const path of paths) {
        const answer = await page.goto(path.replace(/^case/, home).replace(/^report$/, report));
        expect(answer?.status(), path).toBe(200);
        await expect(page.locator('html')).toHaveAttribute('lang', htmlLang(locale));
        if (!path.endsWith('/print')) await expect(wayOut(page), path).toHaveCount(1);
        await soundAtAllWidths(page, locale, path);
      }
    }
    await close();
  });
}

test('the staff door is sound', async ({ page }) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/sign-in');
    await isSound(page);
  }
  const field = page.getByLabel('密码');
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveAttribute('autocomplete', 'current-password');
  const hinders = await field.evaluate((it) => {
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    return !it.dispatchEvent(paste);
  });
  expect(hinders).toBe(false);
});
