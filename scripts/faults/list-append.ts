import { perform, performWith } from '@/lib/appeals/perform';
import { withClient } from '@/scripts/launcher/with-client';
import { appendLists } from './append-lists';
import type { Fault } from './frame';
import { leaveDatabase, ownCast } from './own-cast';
import { untilFound } from './until-found';

const few = 600;

/** With these keys the tables themselves would refuse what the lock is there to prevent. */
const withoutKeys = `DROP INDEX "Event_appealId_seq_key", "Text_appealId_seq_field_key",
  "Assignment_one_open_lead"`;

/** What several clients append by steps and read on pages is looked through for what cannot be. */
export const listAppend: Fault = {
  of: 'operations',
  usual: 100_000,
  portion: 2_000,
  async start() {
    const { cast, ownerUrl } = await ownCast();
    return {
      ownerUrl,
      run: (count) => appendLists(cast, perform, count),
      controls: {
        'the step a form was opened at not asked for': () =>
          untilFound(5, 'cycles', () =>
            appendLists(cast, performWith({ lock: true, step: false }), few),
          ),
        'the row not locked, two steps with one number let in': async () => {
          await withClient(ownerUrl, (client) => client.query(withoutKeys));
          return appendLists(cast, performWith({ lock: false, step: true }), few);
        },
      },
      close: leaveDatabase,
    };
  },
};
