import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { badRowCsv, badRowHeader, badRowLine } from '@/lib/exchange/bad-row-words';
import { progressLine } from '@/lib/exchange/progress-line';
import { type ReplayArguments, readReplayArguments, usage } from '@/lib/exchange/replay-arguments';
import { summaryOf } from '@/lib/exchange/summary';
import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';
import { withClient } from './launcher/with-client';

const allTaken = 0;
const someBad = 1;
const notDone = 2;

const tell = (line: string) => process.stderr.write(`${line}\n`);

await runScript(async () => {
  // npm goes to the project's folder; names of files are meant from where it was called.
  const calledFrom = process.env.INIT_CWD || process.cwd();
  const wanted = readReplayArguments(process.argv.slice(2));
  if ('problem' in wanted) {
    tell(`${wanted.problem}\n${usage}`);
    return notDone;
  }
  const database = await enterDatabase();
  return withClient(database.appUrl, async (client) => {
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
      [`import: ${wanted.source}`],
    );
    if (rows[0]?.held) return play(wanted, calledFrom);
    tell(`The import ${wanted.source} is already running.`);
    return notDone;
  });
});

/** The code that works on the database reads its address from the environment, so it is loaded late. */
async function play(wanted: ReplayArguments, calledFrom: string): Promise<number> {
  const { messagesOf } = await import('@/lib/i18n/messages');
  const { replay } = await import('@/lib/exchange/replay');
  const { installReferenceData } = await import('@/prisma/seed/reference');
  const messages = await messagesOf(wanted.locale);
  const words = messages.replay as { place: string; said: string };
  const report = wanted.report === null ? null : openReport(resolve(calledFrom, wanted.report));
  if (report && 'problem' in report) {
    tell(report.problem);
    return notDone;
  }

  await installReferenceData();
  const screen = {
    isTTY: process.stderr.isTTY,
    columns: process.stderr.columns ?? 80,
    write: (text: string) => void process.stderr.write(text),
  };
  const bar = progressLine(screen, () => performance.now());
  const done = await replay(
    {
      ...wanted,
      file: resolve(calledFrom, wanted.file),
      words: { said: words.said, place: wanted.place ?? words.place },
    },
    {
      progress: bar.show,
      badRow(row) {
        bar.quiet();
        tell(badRowLine(row));
        report?.write(badRowCsv(row));
      },
    },
  );
  bar.quiet();
  report?.close();
  if (!done.ok) {
    tell(done.problem);
    return notDone;
  }
  for (const line of summaryOf(done.counts, done.figures)) say(line);
  return done.counts.bad === 0 ? allTaken : someBad;
}

type Report = { write(text: string): void; close(): void };

function openReport(path: string): Report | { problem: string } {
  try {
    const file = openSync(path, 'w');
    writeSync(file, badRowHeader);
    return { write: (text: string) => void writeSync(file, text), close: () => closeSync(file) };
  } catch (error) {
    return { problem: `The report cannot be written: ${(error as Error).message}` };
  }
}
