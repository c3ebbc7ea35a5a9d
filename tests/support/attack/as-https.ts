import type { Calling } from '../matrix/calls';
import { asking } from '../served/ask';
import { startWeb } from '../served/web';

const name = 'huiyin.example';

/**
 * The same county behind a proxy that speaks https, as its browsers would see it: another web process with that
 * public address. Cookies have the names they have there.
 */
export async function asHttps(calling: Calling): Promise<Calling & { close(): Promise<void> }> {
  const origin = `https://${name}`;
  const web = await startWeb({ HUIYIN_PUBLIC_URL: origin, HUIYIN_TRUSTED_PROXIES: '127.0.0.1' });
  const { ask, close } = asking(web.port);
  const front = {
    ...{ host: name, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' },
  };
  const callers = calling.world.callers.map((it) => ({
    ...it,
    cookie: it.cookie
      .replace(/^huiyin\.session=/, '__Host-huiyin.session=')
      .replace(/^huiyin\.voice\./, '__Secure-huiyin.voice.'),
  }));
  return {
    ...calling,
    origin,
    world: { ...calling.world, callers },
    ask: (path, asked = {}) => ask(path, { ...asked, headers: { ...front, ...asked.headers } }),
    async close() {
      close();
      await web.stop();
    },
  };
}
