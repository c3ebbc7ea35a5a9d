import { loadCaseFile } from '@/lib/appeals/load';
import { phoneOf, readInstallation } from '@/lib/appeals/queries/front';
import { unsubscribeToken } from '@/lib/auth/share-token';
import { privatePath } from '@/lib/auth/voices';
import { decrypt } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { isLocale } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { civilZone } from '@/lib/i18n/zone';
import { type Choice, channelFor, channelsSetUp, type NoticeChannel } from '@/lib/notices/channel';
import { letterFacts, letterKinds } from '@/lib/notices/letter-facts';
import type { Letter } from '@/lib/notices/mailer';
import { mailLetter, smsText } from '@/lib/notices/resident-letter';

export interface NoticeOfVoice {
  id: string;
  appealId: string;
  seq: number;
  kind: string;
  voiceId: string;
  createdAt: Date;
  againAt: Date | null;
}

/** One notice ready to go: where to, and its words for either way. */
export interface Letters {
  channel: NoticeChannel;
  to: string;
  text: string;
  letter: Letter;
  /** Goes out at any hour: what answers the resident's own filing or joining, and what is extra urgent. */
  urgent: boolean;
}

/**
 * Writes a notice as the case is now, in the Voice's language. The address is opened here and the link
 * derived here; neither is kept. A word instead: there is nothing to send.
 */
export async function composeLetter(
  notice: NoticeOfVoice,
  at: Date,
): Promise<Letters | 'left' | 'unwanted' | 'noChannel'> {
  const voice = await db().voice.findUniqueOrThrow({
    where: { id: notice.voiceId },
    include: { contact: true, choice: true, appeal: { select: { caseNumber: true } } },
  });
  if (voice.leftAt) return 'left';
  const open = (sealed: string | null | undefined) => (sealed ? decrypt(sealed, voice.id) : null);
  const contact = { phone: open(voice.contact?.phone), email: open(voice.contact?.email) };
  const choice = (voice.choice?.channel ?? null) as Choice | null;
  const channel = channelFor(contact, choice, channelsSetUp());
  if (channel === 'unwanted') return 'unwanted';
  const to = channel === 'sms' ? contact.phone : contact.email;
  const loaded = await loadCaseFile(db(), notice.appealId);
  if (!channel || !to || !loaded || !letterKinds.includes(notice.kind)) return 'noChannel';
  const locale = isLocale(voice.locale) ? voice.locale : 'zh';
  const zone = civilZone();
  const { unitId, ...facts } = letterFacts(loaded.file, notice, zone);
  const [installation, words, unit] = await Promise.all([
    readInstallation(),
    messagesOf(locale),
    unitId ? db().unit.findUnique({ where: { id: unitId } }) : null,
  ]);
  const named = unit ?? installation;
  const say = ({ name, nameEn }: { name: string; nameEn: string }) =>
    locale === 'en' ? nameEn : name;
  const { publicUrl } = settings();
  const parts = {
    ...facts,
    kind: notice.kind,
    org: say(installation),
    phone: phoneOf(installation),
    caseNumber: voice.appeal.caseNumber,
    unit: say(named),
    link: `${publicUrl}${privatePath(voice)}`,
  };
  const telling = { locale, zone, at };
  return {
    channel,
    to,
    text: smsText(parts, words, telling),
    letter: mailLetter(parts, words, telling, `${publicUrl}/stop/${unsubscribeToken(voice.id)}`),
    urgent: ['file', 'join'].includes(notice.kind) || loaded.file.appeal.urgency === 'extraUrgent',
  };
}
