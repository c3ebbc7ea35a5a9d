import { OLDEST_MAJOR } from './postgres-binaries';
import { Refusal } from './refusal';
import { withClient } from './with-client';

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the host name cannot be looked up just now',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it hangs up',
  '28P01': 'it refuses the name or the password',
  '28000': 'it refuses the name or the password',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping just now',
};

/** @throws Refusal when the operator's own PostgreSQL cannot be used; its password is never told. */
export async function needOutsideDatabase(name: string, url: string): Promise<void> {
  const { version, encoding, reads_chinese } = await ask(name, url);
  const where = addressOf(url);
  if (version < OLDEST_MAJOR * 10_000) {
    throw new Refusal(`${name}: PostgreSQL ${OLDEST_MAJOR} or newer is needed at ${where}.`);
  }
  if (encoding !== 'UTF8') {
    throw new Refusal(`${name}: the database at ${where} must have the encoding UTF8.`);
  }
  if (!reads_chinese) {
    throw new Refusal(
      `${name}: the database at ${where} does not know Chinese letters; make it with LC_CTYPE C.UTF-8.`,
    );
  }
}

/** The same login, confined to the rights of the app role. */
export function confinedUrl(url: string): string {
  const confined = new URL(url);
  const options = [confined.searchParams.get('options'), '-c role=huiyin_app'];
  confined.searchParams.set('options', options.filter(Boolean).join(' '));
  return confined.href;
}

async function ask(name: string, url: string) {
  try {
    return await withClient(url, async (client) => {
      // Where the locale is plain C, letters beyond ASCII are no letters and trigrams stay empty.
      const { rows } = await client.query(
        `SELECT current_setting('server_version_num')::int AS version,
                current_setting('server_encoding') AS encoding,
                '路' ~ '[[:alpha:]]' AS reads_chinese`,
      );
      return rows[0] as { version: number; encoding: string; reads_chinese: boolean };
    });
  } catch (error) {
    const { code = '', message, errors } = error as NodeJS.ErrnoException & { errors?: Error[] };
    const reason = REASONS[code] ?? (message || errors?.[0]?.message);
    throw new Refusal(`${name}: the database at ${addressOf(url)} cannot be used: ${reason}.`);
  }
}

function addressOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${hostname || searchParams.get('host')}:${port || 5432}${pathname}`;
}
