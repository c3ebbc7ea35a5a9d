import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { root } from '@/scripts/launcher/root';
import { formWith, PaperBrowser } from './paper-browser';

/** Somebody who goes on sending photos to what they are writing, and looks whether they are there. */
export interface PhotoSender {
  /** Photos that were told to be kept. */
  kept: number;
  /** When one was kept last that was sent after a moment, both in milliseconds since 1970; 0: none yet. */
  keptSince(at: number): number;
  /** Told to come back later, with 503 and in words. */
  refused: number;
  /** What else was answered. */
  strangers: string[];
  /** Ends the sending, and counts what is not there although it was told to be kept. */
  stop(): Promise<{ lost: number }>;
}

const { problems } = JSON.parse(readFileSync(join(root, 'messages/zh/photos.json'), 'utf8'));
const each = 5;

/** @param credulous takes each photo for kept once it is sent, as a control. */
export async function startPhotos(url: string, credulous = false): Promise<PhotoSender> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const create = { width: 640, height: 480, channels: 3 as const, background: '#777', noise };
  const photo = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
  const writers: { browser: PaperBrowser; kept: number }[] = [];
  const last = { sentAt: 0, keptAt: 0 };
  let stopping = false;

  const sender: PhotoSender = {
    ...{ kept: 0, refused: 0, strangers: [] },
    keptSince: (at) => (last.sentAt > at ? last.keptAt : 0),
    async stop() {
      stopping = true;
      await all;
      let lost = 0;
      for (const { browser, kept } of writers) {
        lost += Math.max(0, kept - (await thereOf(browser)));
      }
      return { lost };
    },
  };

  async function work() {
    while (!stopping) {
      const writer = await begin(url);
      if (!writer) {
        await pause(200);
        continue;
      }
      const mine = { browser: writer, kept: 0 };
      writers.push(mine);
      while (!stopping && mine.kept < each) {
        const sentAt = Date.now();
        const sent = await writer.sendPhoto('/file/photos', photo);
        const isKept =
          sent.kind === 'page' && sent.status === 200 && /"problem":null/.test(sent.text);
        if (isKept || credulous) {
          mine.kept += 1;
          sender.kept += 1;
          if (sentAt > last.sentAt) Object.assign(last, { sentAt, keptAt: Date.now() });
          await pause(200);
        } else if (isLater(sent)) {
          sender.refused += 1;
          await pause(150);
        } else {
          // Whether it was taken is open, and so is how many more may come: they begin anew.
          if (sent.kind === 'gone') break;
          const said = sent.kind === 'page' ? `${sent.status} ${sent.text.slice(0, 200)}` : sent.to;
          sender.strangers.push(`/file/photos: ${said}`);
          break;
        }
      }
    }
  }
  const all = work();
  all.catch(() => {});
  return sender;
}

/** 503 and when to come back; where it is the store that is away, in words too. */
const isLater = (sent: Awaited<ReturnType<PaperBrowser['sendPhoto']>>): boolean =>
  sent.kind === 'page' &&
  sent.status === 503 &&
  sent.retryAfter !== null &&
  (!sent.text.startsWith('{"lines"') || sent.text.includes(problems.photoStore));

/** A browser in which something has been written already. */
async function begin(url: string): Promise<PaperBrowser | null> {
  const part = () => Math.floor(Math.random() * 250);
  const browser = new PaperBrowser(url, `10.50.${part()}.${part()}`);
  const page = await browser.open('/file');
  const form = page.kind === 'page' && formWith(page.text, 'what', { what: '墙皮掉了，有照片' });
  const sent = form && (await browser.send('/file', form));
  return sent && sent.kind === 'moved' ? browser : null;
}

/** How many photos are shown to whoever sent them, each whole. */
async function thereOf(browser: PaperBrowser): Promise<number> {
  const page = await browser.open('/file/more');
  if (page.kind !== 'page') return 0;
  let there = 0;
  for (const [, id] of page.text.matchAll(/remove=([\da-f-]{36})/g)) {
    const photo = await browser.open(`/file/photos/${id}`);
    if (photo.kind === 'page' && photo.status === 200 && photo.text.length > 1_000) there += 1;
  }
  return there;
}
