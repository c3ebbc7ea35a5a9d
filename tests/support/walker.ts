/** As much of an answer as a walk is led by. */
export interface Step {
  status: number;
  /** Where it leads, made whole; '' where it leads nowhere. */
  to: string;
  body: string;
}

export interface Walker {
  get(url: string): Promise<Step>;
  post(url: string): Promise<Step>;
  /** The cookies it holds for a place, to be held again later. */
  held(url: string): Map<string, string>;
}

/** A browser as far as cookies go: keeps those of each place, and follows nothing by itself. */
export function walker(): Walker {
  const jars = new Map<string, Map<string, string>>();
  const held = (url: string) => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const ask = async (url: string, method: string): Promise<Step> => {
    const jar = held(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { method, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      const isOver = value === '' || rest.some((it) => /^\s*max-age=0$/i.test(it));
      if (isOver) jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get('location');
    const to = location ? new URL(location, url).href : '';
    return { status: answer.status, to, body: await answer.text() };
  };
  return { get: (url) => ask(url, 'GET'), post: (url) => ask(url, 'POST'), held };
}
