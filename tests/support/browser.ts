import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type LaunchOptions, type Browser as Open } from '@playwright/test';

/** How to start a Chromium; without a path it is Playwright's own. */
export type Browser = { executablePath?: string; args?: string[]; env?: Record<string, string> };

const root = resolve(import.meta.dirname, '../..');
/** A browser without windows of its own needs less than half the time of a whole one for the same pages. */
const SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/**
 * What a whole browser leaves out: in each window nobody sees it opens two pages of its own beneath the
 * address bar, which take as long as a page of ours. Of such lists the last counts, so what matters of
 * Playwright's own stands here again.
 */
const LEFT_OUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'LensOverlay', 'MediaRouter', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];
const PACKAGE = '@sparticuz/chromium';
const PACKAGE_VERSION = '140.0.0';

/**
 * Finds a browser, or installs one by the first way that works here: Playwright's download, the
 * system's packages for root, or a Chromium from the npm registry.
 */
export async function findBrowser(): Promise<Browser> {
  const found = present();
  if (found) return found;
  process.stdout.write('There is no browser here yet; installing one …\n');
  if (await isReachable('https://cdn.playwright.dev')) {
    attempt(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  }
  if (!present() && process.getuid?.() === 0) installBySystem();
  return present() ?? installByNpm();
}

/** How Playwright is told to start it. */
export const startedAs = ({ env, ...rest }: Browser): LaunchOptions => ({
  ...rest,
  ...(env && { env: { ...process.env, ...env } }),
});

export const openBrowser = async (): Promise<Open> =>
  chromium.launch(startedAs(await findBrowser()));

function present(): Browser | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named };
  if (existsSync(chromium.executablePath())) return {};
  if (existsSync(SHELL)) return { executablePath: SHELL };
  const executablePath = WHOLE.find((path) => existsSync(path));
  return executablePath
    ? { executablePath, args: [`--disable-features=${LEFT_OUT.join()}`] }
    : undefined;
}

function installBySystem(): void {
  const lock = ['-o', 'DPkg::Lock::Timeout=600'];
  attempt('apt-get', ['update', '-q']);
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    if (present()) return;
    const packages = [browser, 'fonts-noto-cjk'];
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...lock, ...packages]);
  }
}

/** A Chromium packed for bare servers, with the libraries it needs. It unpacks into TMPDIR. */
async function installByNpm(): Promise<Browser> {
  const folder = join(root, '.data/browser');
  const unpacked = join(folder, 'unpacked');
  const entry = join(folder, 'node_modules', PACKAGE, 'build/esm/index.js');
  mkdirSync(unpacked, { recursive: true });
  if (!existsSync(entry)) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const wanted = `${PACKAGE}@${PACKAGE_VERSION}`;
    attempt('npm', ['install', '--prefix', folder, ...quietly, wanted]);
  }
  process.env.TMPDIR = unpacked;
  // It unpacks its libraries only where it believes itself on one of the servers it was made for.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: packed } = await import(pathToFileURL(entry).href);
  const executablePath = await packed.executablePath();
  // Without a single font its pages crash, and its own list of folders has none that is here.
  const fontList = join(folder, 'fonts.conf');
  const folders = [join(unpacked, 'fonts'), '/usr/share/fonts'].map((at) => `<dir>${at}</dir>`);
  const cache = `<cachedir>${join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(fontList, `<fontconfig>${folders.join('')}${cache}</fontconfig>\n`);
  const libraries = join(unpacked, 'al2023/lib');
  return {
    executablePath,
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontList, FONTCONFIG_PATH: folder },
  };
}

function attempt(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync(command, args, { cwd: root, env, timeout: 240_000, stdio: 'ignore' });
  } catch {
    process.stdout.write(`(${command} ${args[0]} did not work here)\n`);
  }
}

async function isReachable(url: string): Promise<boolean> {
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
}
