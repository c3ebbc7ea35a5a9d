import { loadCaseFile } from '@/lib/appeals/load';
import { privatePath } from '@/lib/auth/link-token';
import { unsubscribeToken } from '@/lib/auth/share-token';
import type { Transaction } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { htmlLang, localeOf } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { channelFor, type NoticeChannel } from '@/lib/notices/channel';
import { letterKinds } from '@/lib/notices/letter-facts';
import { type Place, readCaseParts } from '@/lib/notices/letter-parts';
import type { Letter } from '@/lib/notices/mailer';
import type { Device } from '@/lib/notices/push/devices';
import type { PushNote } from '@/lib/notices/push/payload';
import { readReach } from '@/lib/notices/reach';
import { mailLetter, pushNote, smsText } from '@/lib/notices/resident-letter';

export interface NoticeOfVoice {
  id: string;
  appealId: string;
  seq: number;
  kind: string;
  voiceId: string;
  createdAt: Date;
  againAt: Date | null;
}

/** One notice ready to go: where to, and its words for each way. */
export interface Letters {
  channel: NoticeChannel;
  /** Number or address; empty where devices are told. */
  to: string;
  devices: Device[];
  text: string;
  letter: Letter;
  note: PushNote;
  /** Goes out at any hour: what answers the resident's own filing or joining, and what is extra urgent. */
  urgent: boolean;
}

/** When and where. */
export interface Sending extends Place {
  at: Date;
}

/**
 * Writes a notice as the case is now, in the Voice's language. The address is opened here and the link
 * derived here; neither is kept. A word instead: there is nothing to send.
 *
 * @param except a way that led nowhere.
 */
export async function composeLetter(
  transaction: Transaction,
  notice: NoticeOfVoice,
  { at, installation, zone }: Sending,
  except?: NoticeChannel,
): Promise<Letters | 'left' | 'unwanted' | 'noChannel'> {
  const { voiceId } = notice;
  // One after the other: a transaction is one connection.
  const voice = await transaction.voice.findUniqueOrThrow({ where: { id: voiceId } });
  if (voice.leftAt) return 'left';
  const { devices, choice, setUp, ...contact } = await readReach(voiceId, transaction);
  const reachable = { ...contact, devices: devices.length };
  const channel = channelFor(
    reachable,
    choice,
    setUp.filter((it) => it !== except),
  );
  if (channel === 'unwanted') return 'unwanted';
  const to = { sms: contact.phone, email: contact.email, push: '' }[channel ?? 'email'];
  if (!channel || to === null || !letterKinds.includes(notice.kind)) return 'noChannel';
  const loaded = await loadCaseFile(transaction, notice.appealId);
  if (!loaded) return 'noChannel';
  const locale = localeOf(voice.locale);
  const words = await messagesOf(locale);
  const { publicUrl } = settings();
  const place = { installation, zone };
  const parts = {
    ...(await readCaseParts(transaction, notice, voice, loaded.file, place)),
    link: `${publicUrl}${privatePath(voice)}`,
  };
  const telling = { locale, zone, at };
  return {
    channel,
    to,
    devices,
    text: smsText(parts, words, telling),
    letter: mailLetter(parts, words, telling, `${publicUrl}/stop/${unsubscribeToken(voice.id)}`),
    note: { ...pushNote(parts, words, telling), lang: htmlLang(locale) },
    urgent: ['file', 'join'].includes(notice.kind) || loaded.file.appeal.urgency === 'extraUrgent',
  };
}
