import { parseArgs } from 'node:util';
import { WrongSetting } from '@/lib/env';
import { findNow } from '@/lib/health/health';
import { log } from '@/lib/log';
import { alarmTable } from './doctor/alarm-table';
import { lookAround, runningDatabase } from './doctor/look-around';
import { inWords, type Line, linesOfDeployment, linesOfHealth } from './doctor/report';
import { ownSettings } from './launcher/own-settings';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

const inOrder = 0;
const wrong = 1;
const notUnderstood = 2;

/**
 * Looks at a deployment without changing it: `npm run doctor [-- --json]`. Exit code 1 where something is wrong, also
 * where it cannot be told. `--alarms` prints the table of docs/operations.md.
 */
await runScript(async () => {
  let asked: { json?: boolean; alarms?: boolean };
  try {
    const options = { json: { type: 'boolean' }, alarms: { type: 'boolean' } } as const;
    asked = parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nnpm run doctor [-- --json | --alarms]\n`);
    return notUnderstood;
  }
  if (asked.alarms) {
    say(alarmTable());
    return inOrder;
  }
  const lines = await examine();
  if (asked.json) say(JSON.stringify({ state: worst(lines), findings: lines }, null, 2));
  else for (const line of inWords(lines)) say(line);
  return worst(lines) === 'bad' ? wrong : inOrder;
});

async function examine(): Promise<Line[]> {
  // Lines of the log are not what was asked for.
  log.level = 'silent';
  try {
    const settings = ownSettings();
    const appUrl = runningDatabase(settings);
    const around = await lookAround(settings, appUrl);
    process.env.DATABASE_APP_URL = appUrl ?? 'postgresql://nobody@127.0.0.1:1/none';
    process.env.HUIYIN_SECRET = around.secret ?? 'there is no secret of this installation yet';
    const findings = await findNow();
    return [...linesOfDeployment(around), ...linesOfHealth(findings)];
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    const next = 'See .env.example, and what else sets it.';
    return [{ name: 'Settings', state: 'bad', what: error.message, next }];
  }
}

function worst(lines: readonly Line[]): 'ok' | 'warn' | 'bad' {
  if (lines.some((it) => it.state === 'bad' || it.state === 'unknown')) return 'bad';
  return lines.some((it) => it.state === 'warn') ? 'warn' : 'ok';
}
