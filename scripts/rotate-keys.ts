import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';

/**
 * Puts personal data under HUIYIN_CONTACT_KEY that is under an older key, and makes hashes anew that are of an older
 * HUIYIN_SECRET: `npm run rotate-keys`, while it serves. Cut off, it goes on with what is left. The exit code is 0 when nothing is
 * under another key any more.
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
  const { hashesOfOthers, rehash } = await import('@/lib/contacts/rehash');
  const values = await rotate(500, telling('values'));
  say(`${values.renewed} values were put under the current key.`);
  const hashes = await rehash(500, telling('hashes'));
  say(`${hashes.changed} rows have hashes of the current secret now.`);
  for (const [where, count] of Object.entries({ ...values.unread, ...hashes.unread })) {
    say(`${where}: ${count} do not open with the keys at hand.`);
  }
  const [left, others] = [await leftUnderOthers(), await hashesOfOthers()];
  if (left + others > 0) {
    say(
      `${left} are under another key, ${others} hashes of another secret: leave HUIYIN_CONTACT_KEY_BEFORE and HUIYIN_SECRET_BEFORE as they are, and run this again.`,
    );
    return 1;
  }
  say(
    'Nothing is under another key: HUIYIN_CONTACT_KEY_BEFORE may be taken away. With HUIYIN_SECRET_BEFORE links given out under it end.',
  );
  return 0;
});

function telling(what: string): (count: number) => void {
  let told = 0;
  return (count) => {
    if (count - told < 50_000) return;
    told = count;
    say(`${count} ${what} so far …`);
  };
}
