import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';
import { readExportArguments } from './sealed-log/arguments';
import { meant } from './sealed-log/called-from';
import { writeLines } from './sealed-log/write-lines';

/** The log as docs/sealed-log.md specifies it, in a file that anybody can check without the database. */
await runScript(async () => {
  const { file, roots } = readExportArguments(process.argv.slice(2));
  const path = meant(file);
  await enterDatabase();
  const { logLines, rootLines } = await import('@/lib/integrity/read-log');
  const begun = performance.now();
  const isCounted = (line: string) => line.startsWith(roots ? '{"seal":' : '{"event":');
  const count = await writeLines(path, roots ? rootLines() : logLines(), isCounted);
  const seconds = (performance.now() - begun) / 1000;
  const rate = Math.round(count / seconds);
  say(
    `${count} ${roots ? 'seals' : 'steps'} in ${seconds.toFixed(1)} s (${rate} a second): ${path}`,
  );
  return 0;
});
