import pg from 'pg';

const everyMs = 60_000;
const patienceMs = 5_000;

/**
 * Has this process go by the database's clock from now on (`now` in lib/time/now.ts): asked at once and then every minute,
 * with a clock between that nobody sets. Where the database does not answer it goes on with what it knew, or with the
 * machine's own clock where it never knew.
 *
 * @param {string} url of the database.
 * @param {(error: unknown) => void} trouble hears that it did not answer.
 * @returns {Promise<() => void>} ends it.
 */
export async function keepClock(url, trouble) {
  const ask = () => learn(url).catch(trouble);
  await ask();
  const timer = setInterval(ask, everyMs).unref();
  return () => {
    clearInterval(timer);
    delete globalThis.clockOfHuiyin;
  };
}

async function learn(url) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const asked = performance.now();
    const { rows } = await client.query(
      'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS at',
    );
    // It answered somewhere between.
    const since = (asked + performance.now()) / 2;
    globalThis.clockOfHuiyin = { at: rows[0].at, since };
  } finally {
    await client.end();
  }
}
