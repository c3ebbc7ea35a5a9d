import pg from 'pg';

/** A statement as it was sent, with the values it was sent with. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Statements that read or change rows; what begins and ends transactions has no plan. */
const planable = /^\s*(\/\*.*?\*\/\s*)*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/is;

/** All statements this process sends while something is done, each text once. */
export async function heardWhile(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard = new Map<string, Statement>();
  const { query } = pg.Client.prototype;
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const sent = (typeof first === 'object' ? first : { text: first, values: second }) as {
      text?: string;
      values?: unknown[];
    };
    const { text } = sent;
    if (text && planable.test(text)) {
      const values = sent.values ?? (Array.isArray(second) ? second : []);
      heard.set(text, { text, values });
    }
    return Reflect.apply(query, this, args);
  };
  pg.Client.prototype.query = listening as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return [...heard.values()];
}
