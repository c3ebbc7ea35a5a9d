import { loadCaseFile } from '@/lib/appeals/load';
import { phoneOf, type readInstallation } from '@/lib/appeals/queries/front';
import { unsubscribeToken } from '@/lib/auth/share-token';
import { privatePath } from '@/lib/auth/voices';
import { decrypt } from '@/lib/contacts/cipher';
import type { Transaction } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { localeOf } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { nameIn } from '@/lib/i18n/names';
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

/** When and where: read before the row is locked, for whoever holds one connection must not wait for another. */
export interface Sending {
  at: Date;
  installation: Awaited<ReturnType<typeof readInstallation>>;
  zone: string;
}

/**
 * Writes a notice as the case is now, in the Voice's language. The address is opened here and the link
 * derived here; neither is kept. A word instead: there is nothing to send.
 */
export async function composeLetter(
  transaction: Transaction,
  notice: NoticeOfVoice,
  { at, installation, zone }: Sending,
): Promise<Letters | 'left' | 'unwanted' | 'noChannel'> {
  const { voiceId } = notice;
  // One after the other: a transaction is one connection.
  const voice = await transaction.voice.findUniqueOrThrow({ where: { id: voiceId } });
  if (voice.leftAt) return 'left';
  const sealed = await transaction.contact.findUnique({ where: { voiceId } });
  const chosen = await transaction.noticeChoice.findUnique({ where: { voiceId } });
  const open = (value: string | null | undefined) => (value ? decrypt(value, voiceId) : null);
  const contact = { phone: open(sealed?.phone), email: open(sealed?.email) };
  const choice = (chosen?.channel ?? null) as Choice | null;
  const channel = channelFor(contact, choice, channelsSetUp());
  if (channel === 'unwanted') return 'unwanted';
  const to = channel === 'sms' ? contact.phone : contact.email;
  const loaded = await loadCaseFile(transaction, notice.appealId);
  if (!channel || !to || !loaded || !letterKinds.includes(notice.kind)) return 'noChannel';
  const locale = localeOf(voice.locale);
  const { unitId, ...facts } = letterFacts(loaded.file, notice, zone);
  const words = await messagesOf(locale);
  const unit = unitId ? await transaction.unit.findUnique({ where: { id: unitId } }) : null;
  const home = await transaction.appeal.findUniqueOrThrow({
    where: { id: voice.appealId },
    select: { caseNumber: true },
  });
  const named = unit ?? installation;
  const { publicUrl } = settings();
  const parts = {
    ...facts,
    kind: notice.kind,
    org: nameIn(locale, installation),
    phone: phoneOf(installation),
    caseNumber: home.caseNumber,
    unit: nameIn(locale, named),
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
