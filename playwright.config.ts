import { defineConfig } from '@playwright/test';
import { findBrowser, startedAs } from './tests/support/browser';

const given = process.env.HUIYIN_TEST_BROWSER;
const browser = given ? JSON.parse(given) : await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    // Without npm test around it: against a server that is running already.
    baseURL: process.env.HUIYIN_TEST_URL ?? 'http://127.0.0.1:3000',
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: startedAs(browser),
    screenshot: 'only-on-failure',
  },
});
