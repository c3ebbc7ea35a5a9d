import { phoneOf, readInstallation } from '@/lib/appeals/queries/front';
import { codeOf } from '@/lib/auth/coming-back';
import { decrypt } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { localeOf } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { nameIn } from '@/lib/i18n/names';
import { log } from '@/lib/log';
import { takesSms } from '@/lib/notices/channel';
import { mailer } from '@/lib/notices/mailer';
import { wordsFor } from '@/lib/notices/resident-letter';
import { sendSms } from '@/lib/notices/sms/send-sms';

/**
 * Sends the code somebody asked for, to the number or address as it was left with a case: where nobody left
 * it, nothing is sent and nothing said. While it holds it is tried again, under the same key.
 *
 * @throws when it could not be sent for now: the job queue tries again.
 */
export async function sendCode(codeId: string): Promise<'sent' | 'nobody' | 'refused' | 'over'> {
  const [row] = await db().$queryRaw<{ contactHash: string; channel: string; locale: string }[]>`
    SELECT "contactHash", channel, locale FROM "EntryCode"
    WHERE id = ${codeId}::uuid AND "usedAt" IS NULL AND "expiresAt" > clock_timestamp()`;
  if (!row) return 'over';
  const sms = row.channel === 'sms';
  const to = await addressOf(row.contactHash, sms);
  if (!to || (sms && !takesSms(to))) return 'nobody';
  const locale = localeOf(row.locale);
  const [installation, messages] = await Promise.all([readInstallation(), messagesOf(locale)]);
  const t = wordsFor(messages, locale, 'letters');
  const org = nameIn(locale, installation);
  const code = codeOf(codeId);
  const outcome = sms
    ? (await sendSms({ to, text: t('code.sms', { org, code }), key: codeId })).at(-1)?.outcome
    : await mailed(to, codeId, {
        subject: t('code.subject', { org }),
        text: `${t('code.mail', { code })}\n\n${org} ${phoneOf(installation)}\n`,
      });
  if (outcome === 'sent' || outcome === 'refused') return outcome;
  log.warn({ codeId, outcome }, 'a code did not go');
  throw new Error('a code could not be sent');
}

async function mailed(to: string, codeId: string, letter: { subject: string; text: string }) {
  const sent = await mailer()?.send(to, letter, `code-${codeId}`);
  return sent?.ok ? 'sent' : (sent?.why ?? 'failed');
}

async function addressOf(contactHash: string, sms: boolean): Promise<string | null> {
  const contact = await db().contact.findFirst({
    where: {
      ...(sms ? { phoneHash: contactHash } : { emailHash: contactHash }),
      voice: { leftAt: null },
    },
  });
  const sealed = sms ? contact?.phone : contact?.email;
  return contact && sealed ? decrypt(sealed, contact.voiceId) : null;
}
