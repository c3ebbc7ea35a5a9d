import { phoneOf } from '@/scripts/generate/names';
import { withClient } from '@/scripts/launcher/with-client';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf, peopleWith } from './people';

/** Looking a caller up by telephone number and reading what was found, against one statement. */
export const caller: Bench = {
  ground: 'generated',
  async run({ ownerUrl, hand, times }) {
    const { readSearch, searchCaller } = await import('@/lib/contacts/find-caller');
    const { lookupHash } = await import('@/lib/contacts/cipher');
    const operators = await peopleWith(hand, 'operator');
    // An operator may look sixty callers up in an hour; measuring does not wait for that.
    await withClient(ownerUrl, (client) => client.query('DELETE FROM "Attempt"'));
    const figure = await measure(
      'a caller by telephone',
      times(200),
      async (nth) => {
        const operator = nthOf(operators, nth);
        const found = await searchCaller(operator, { phone: phoneOf(nth * 7) });
        if (!found.ok) throw new Error(found.code);
        await readSearch(operator, found.lookupId);
      },
      (nth) =>
        hand.query(
          `SELECT a.id, a."caseNumber", a.status, a."filedAt", d.title, c.name, c.phone
           FROM "Contact" c JOIN "Voice" v ON v.id = c."voiceId" JOIN "Appeal" a ON a.id = v."appealId"
           JOIN "Detail" d ON d."appealId" = a.id WHERE c."phoneHash" = $1
           ORDER BY a."filedAt" DESC LIMIT 51`,
          [lookupHash(phoneOf(nth * 7))],
        ),
    );
    return [figure];
  },
};
