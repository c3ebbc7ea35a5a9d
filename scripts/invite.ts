import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { invite } from '@/lib/people/invitations';
import { takeFactorAtServer } from '@/lib/people/take-factor';
import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';

const withoutFactor = '--without-second-factor';

/**
 * A one-time link for somebody who cannot get one from an administrator, such as the only administrator
 * who has forgotten the password: `npm run invite -- wukai`. The password they have holds until it is used.
 * With `--without-second-factor` a lost one is taken away at once.
 */
await runScript(async () => {
  const given = process.argv.slice(2);
  const [login] = given.filter((it) => it !== withoutFactor);
  if (!login) throw new Refusal('For whom? npm run invite -- <user name>');
  await enterDatabase();
  const person = await db().person.findFirst({ where: { login, disabledAt: null } });
  if (!person) throw new Refusal(`Nobody who is here has the user name ${login}.`);
  if (given.includes(withoutFactor)) await takeFactorAtServer(person.id);
  const token = await db().$transaction((transaction) => invite(transaction, person.id));
  say(`${login} signs in once, within a day, with ${settings().publicUrl}/welcome/${token}`);
  return 0;
});
