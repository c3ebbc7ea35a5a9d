import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';

/**
 * Puts personal data under HUIYIN_CONTACT_KEY that is under an older key: `npm run rotate-keys`, while it serves. Cut off,
 * it goes on with what is left. The exit code is 0 when nothing is under another key any more.
 */
await runScript(async () => {
  await enterDatabase();
  const { settings } = await import('@/lib/env');
  if (!settings().contactKey) {
    throw new Refusal(
      'Set HUIYIN_CONTACT_KEY first, here and for every process: docs/operations.md.',
    );
  }
  const { leftUnderOthers, rotate } = await import('@/lib/contacts/rotate');
  let told = 0;
  const { renewed, unread } = await rotate(500, (count) => {
    if (count - told < 50_000) return;
    told = count;
    say(`${count} values so far …`);
  });
  say(`${renewed} values were put under the current key.`);
  for (const [where, count] of Object.entries(unread)) {
    say(`${where}: ${count} do not open with the keys at hand.`);
  }
  const left = await leftUnderOthers();
  if (left > 0) {
    say(
      `${left} are under another key: leave HUIYIN_CONTACT_KEY_BEFORE as it is, and run this again.`,
    );
    return 1;
  }
  say('Nothing is under another key: HUIYIN_CONTACT_KEY_BEFORE may be taken away.');
  return 0;
});
