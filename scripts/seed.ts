import { withDatabase } from './launcher/database';
import { endOnSignals } from './launcher/ending';
import { ownSettings } from './launcher/own-settings';
import { prepareData } from './launcher/prepare';
import { haveClient } from './launcher/prisma-client';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';

await runScript(async () => {
  endOnSignals(1);
  const settings = ownSettings();
  if (!settings.demo) {
    throw new Refusal('The demo has known passwords; set HUIYIN_DEMO=1 to put it in all the same.');
  }
  await withDatabase(settings, async (database) => {
    await haveClient();
    const begun = performance.now();
    await prepareData(settings, database);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`The demo is in, after ${seconds} s.`);
  });
  return 0;
});
