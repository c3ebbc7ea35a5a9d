import { phoneOf, readInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { localeOf } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { nameIn } from '@/lib/i18n/names';
import { type Mailer, mailer } from '@/lib/notices/mailer';
import { wordsFor } from '@/lib/notices/resident-letter';
import { openEmail } from '@/lib/people/work-email';

/**
 * Tells somebody by letter that administration took their second factor away: were it not at their wish, they
 * hear of it. Without a work address, or once they have read it at sign-in, nothing is sent.
 *
 * @throws when the letter could not be sent for now: the job queue tries again.
 */
export async function tellFactorTaken(
  personId: string,
  mail: Mailer | null = mailer(),
): Promise<'sent' | 'nobody' | 'refused' | 'over'> {
  const person = await db().person.findUnique({ where: { id: personId } });
  if (!person?.factorTakenAt || person.disabledAt) return 'over';
  const to = openEmail(personId, person.email);
  if (!to || !mail) return 'nobody';
  const locale = localeOf(person.locale ?? undefined);
  const [installation, messages] = await Promise.all([readInstallation(), messagesOf(locale)]);
  const t = wordsFor(messages, locale, 'letters');
  const org = nameIn(locale, installation);
  const letter = {
    subject: t('factorTaken.subject', { org }),
    text: `${t('factorTaken.mail', { login: person.login })}\n\n${org} ${phoneOf(installation)}\n`,
  };
  const id = `factor-${personId}-${person.factorTakenAt.getTime()}`;
  const sent = await mail.send(to, letter, id);
  if (sent.ok) return 'sent';
  if (sent.why === 'refused') return 'refused';
  throw new Error(`the letter about a second factor did not go: ${sent.code}`);
}
