import { withDatabase } from './launcher/database';
import { endOnSignals } from './launcher/ending';
import { ownSettings } from './launcher/own-settings';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

// Opening the database brings its schema up to date; there is nothing left to do.
await runScript(async () => {
  endOnSignals(1);
  await withDatabase(ownSettings(), async () => say('The database is up to date.'));
  return 0;
});
