import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import { openBrowser } from '@/tests/support/browser';

const pixels = { width: 4000, height: 3000 };

/** Twelve megapixels as a telephone writes them: slow changes, and the grain of a small sensor. */
export function twelveMegapixels(): Promise<Buffer> {
  const { width, height } = pixels;
  const raw = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let at = 0; at < raw.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const slow = 120 + 60 * Math.sin(x / 180 + (at % 3)) + 40 * Math.cos(y / 140);
    raw[at] = slow + (state >>> 27);
  }
  return sharp(raw, { raw: { ...pixels, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

export interface Sender {
  /** Sends a photo as a page with scripts does; milliseconds until it was answered. */
  send(photo: Buffer): Promise<number>;
  /** Takes off all it sent. */
  takeOff(): Promise<void>;
}

/** Somebody who has begun to file: each may send six photos. */
async function senderAt(home: string, browser: Browser): Promise<Sender> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${home}/file`);
  await page.locator('textarea[name=what]').fill('楼道里的灯坏了三天');
  await page.locator('form:has(textarea[name=what]) button').first().click();
  await page.waitForURL(/\/file\/where/);
  const cookies = await context.cookies();
  await context.close();
  const cookie = cookies.map((it) => `${it.name}=${it.value}`).join('; ');
  const headers = { cookie, origin: home, accept: 'application/json' };
  const post = (path: string, body?: FormData) =>
    fetch(`${home}${path}`, { method: 'POST', headers, redirect: 'manual', body: body ?? null });
  return {
    async send(photo) {
      const form = new FormData();
      form.append('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'a.jpg');
      const begun = performance.now();
      const answer = await post('/file/photos', form);
      const { lines } = (await answer.json()) as { lines: { problem: string | null }[] };
      const spent = performance.now() - begun;
      if (lines.length !== 1 || lines[0]?.problem) throw new Error(JSON.stringify(lines));
      return spent;
    },
    async takeOff() {
      const page = await (await fetch(`${home}/file/more`, { headers: { cookie } })).text();
      for (const [, id] of page.matchAll(/remove=([\da-f-]{36})/g)) {
        await post(`/file/photos?remove=${id}`);
      }
    },
  };
}

export async function sendersAt(home: string, count: number): Promise<Sender[]> {
  const browser = await openBrowser();
  const senders: Sender[] = [];
  try {
    for (let nth = 0; nth < count; nth++) senders.push(await senderAt(home, browser));
    return senders;
  } finally {
    await browser.close();
  }
}
