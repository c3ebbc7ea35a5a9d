import { setTimeout as pause } from 'node:timers/promises';
import { demoPassword } from '@/prisma/seed/cast';
import { formWith, PaperBrowser } from './paper-browser';

/** Somebody of the public and somebody at the desk who read one page after another. */
export interface Readers {
  /** How long each page took that was shown, and which was not, since a moment. */
  since(at: number): { shownMs: number[]; failed: string[] };
  stop(): Promise<void>;
}

const open = ['/', '/file', '/track', '/open'];
const desk = ['/desk', '/desk/notices'];

/** @param address of the public one, for limits that count by place. */
export async function startReaders(
  url: string,
  address = '10.77.1.9',
  every = 250,
): Promise<Readers> {
  const seen: { at: number; ms: number; path: string; said: string | null }[] = [];
  const staff = new PaperBrowser(url, '10.78.1.9');
  while (!(await signIn(staff))) await pause(500);
  let stopping = false;

  async function read(browser: PaperBrowser, paths: readonly string[]) {
    for (let nth = 0; !stopping; nth += 1) {
      const path = paths[nth % paths.length] ?? '/';
      const at = Date.now();
      const sent = await browser.open(path);
      const ok = sent.kind === 'page' && sent.status === 200;
      const said =
        sent.kind === 'page' ? `${sent.status}` : sent.kind === 'moved' ? sent.to : 'gone';
      seen.push({ at, ms: Date.now() - at, path, said: ok ? null : said });
      await pause(every);
    }
  }
  const all = Promise.all([read(new PaperBrowser(url, address), open), read(staff, desk)]);
  return {
    since(at) {
      const later = seen.filter((it) => it.at >= at);
      return {
        shownMs: later.filter((it) => it.said === null).map((it) => it.ms),
        failed: later.filter((it) => it.said !== null).map((it) => `${it.path}: ${it.said}`),
      };
    },
    async stop() {
      stopping = true;
      await all;
    },
  };
}

async function signIn(browser: PaperBrowser): Promise<boolean> {
  const door = await browser.open('/sign-in');
  const given = { login: 'chenjing', password: demoPassword };
  const form = door.kind === 'page' ? formWith(door.text, 'login', given) : null;
  const sent = form && (await browser.send('/sign-in', form));
  return sent?.kind === 'moved' && sent.to.startsWith('/desk');
}
