/** A form of a page, as somebody without scripts sends it: where to, and what stands in its fields. */
export interface PaperForm {
  action: string;
  fields: [string, string][];
}

/** What came of sending one; gone: nobody answered, and whether it was taken is open. */
export type Sent =
  | { kind: 'moved'; to: string }
  | { kind: 'page'; status: number; text: string; retryAfter: string | null }
  | { kind: 'gone' };

const patienceMs = 8_000;

/** Somebody with a browser without scripts: keeps cookies, reads forms out of pages, sends them. */
export class PaperBrowser {
  private readonly cookies = new Map<string, string>();

  /** @param address where it seems to come from, for limits that count by place. */
  constructor(
    private readonly url: string,
    private readonly address: string,
    readonly language: 'zh' | 'en' = 'zh',
  ) {}

  /** As a header. */
  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async open(path: string): Promise<Sent> {
    return this.ask(path, { method: 'GET' });
  }

  async send(path: string, { action, fields }: PaperForm): Promise<Sent> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return this.ask(action || path, { method: 'POST', body });
  }

  /** As a page with scripts sends a picture. */
  async sendPhoto(path: string, photo: Uint8Array<ArrayBuffer>): Promise<Sent> {
    const body = new FormData();
    body.append('photo', new Blob([photo], { type: 'image/jpeg' }), 'a.jpg');
    return this.ask(path, { method: 'POST', body }, 'application/json');
  }

  private async ask(path: string, request: RequestInit, accept = 'text/html'): Promise<Sent> {
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    // The signal alone is not enough: a runtime under load was seen to wait for ever, and a whole run with it.
    const late = new Promise<Sent>((gone) => {
      timer = setTimeout(() => {
        stop.abort();
        gone({ kind: 'gone' });
      }, patienceMs);
    });
    const answer = this.answer(path, { ...request, signal: stop.signal }, accept);
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  private async answer(path: string, request: RequestInit, accept: string): Promise<Sent> {
    try {
      const answer = await fetch(new URL(path, this.url), {
        ...request,
        redirect: 'manual',
        headers: {
          Accept: accept,
          'Accept-Language': this.language === 'en' ? 'en' : 'zh-CN',
          Origin: this.url,
          'X-Forwarded-For': this.address,
          Cookie: this.cookie(),
        },
      });
      for (const it of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(it) ?? [];
        this.cookies.set(name, value);
      }
      const text = await answer.text();
      const to = answer.headers.get('location');
      if (to)
        return { kind: 'moved', to: new URL(to, this.url).pathname + new URL(to, this.url).search };
      const retryAfter = answer.headers.get('retry-after');
      return { kind: 'page', status: answer.status, text, retryAfter };
    } catch {
      return { kind: 'gone' };
    }
  }
}

const attributes = (tag: string): Map<string, string> =>
  new Map(
    [...tag.matchAll(/([\w$:.-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      plain(value),
    ]),
  );

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/**
 * The form of a page that has a field of this name, with what is hidden in it and what is given; null where there is
 * none.
 */
export function formWith(
  page: string,
  name: string,
  given: Readonly<Record<string, string>>,
): PaperForm | null {
  for (const [, head = '', inner = ''] of page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    if (!inner.includes(`name="${name}"`)) continue;
    const hidden = [...inner.matchAll(/<input([^>]*)>/g)]
      .map(([, tag = '']) => attributes(tag))
      .filter((it) => it.get('type') === 'hidden' && it.has('name'))
      .map((it): [string, string] => [it.get('name') ?? '', it.get('value') ?? ''])
      .filter(([key]) => !(key in given));
    const action = attributes(head).get('action') ?? '';
    return { action, fields: [...hidden, ...Object.entries(given)] };
  }
  return null;
}
