import { db } from '@/lib/db/client';
import { deliverNotice } from '@/lib/jobs/deliver-notice';
import { dueNotices } from '@/lib/jobs/due-notices';

// Sends what is due, as the worker does, in a process of its own that may be killed at any moment. With the word
// `marked-first` it writes down first that all was sent: so it must not be.
const due = await dueNotices();
if (process.argv[2] === 'marked-first') {
  await db().notice.updateMany({
    where: { id: { in: due }, voiceId: { not: null } },
    data: { settledAt: new Date(), outcome: 'sent' },
  });
  process.send?.('marked');
  // Ended by whoever started it.
  await new Promise((after) => setTimeout(after, 60_000));
}
const lane = async () => {
  for (let id = due.shift(); id; id = due.shift()) await deliverNotice(id);
};
await Promise.all(Array.from({ length: 8 }, lane));
await db().$disconnect();
process.exit();
