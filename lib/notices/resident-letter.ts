import { createTranslator } from 'use-intl/core';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { promisedMomentOf, type Telling } from '@/lib/i18n/dates';
import type { Words } from '@/lib/i18n/gaps';
import { languageOf } from '@/lib/i18n/languages';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/messages';
import type { Letter } from './mailer';

/** What stands in one letter to one resident, as words. */
export interface LetterParts {
  kind: string;
  org: string;
  phone: string;
  caseNumber: string;
  unit: string;
  promisedAt: Date | null;
  until: Date | null;
  request: string;
  /** The private link, derived for this letter. */
  link: string;
}

/** The words of one namespace; one that is missing is a fault, and no letter goes out with a hole in it. */
export function wordsFor(messages: Messages, locale: Locale, namespace: string): Words {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale: languageOf(locale).intl, messages, namespace, onError });
}

function valuesOf(
  { promisedAt, until, unit, request }: Omit<LetterParts, 'link'>,
  telling: Telling,
) {
  const moment = (at: Date | null) => (at ? promisedMomentOf(at, telling) : 'none');
  return { unit, request, promise: moment(promisedAt), until: moment(until) };
}

/** What happened, in the one or two sentences that every way has. */
export function noticeText(
  parts: Omit<LetterParts, 'link'>,
  messages: Messages,
  telling: Telling,
): string {
  const t = wordsFor(messages, telling.locale, 'letters');
  return t(`kinds.${parts.kind}.text`, valuesOf(parts, telling)).trim();
}

/** As a text message: who writes, which case, one sentence or two, the link. */
export function smsText(parts: LetterParts, messages: Messages, telling: Telling): string {
  const t = wordsFor(messages, telling.locale, 'letters');
  const text = noticeText(parts, messages, telling);
  const number = spokenCaseNumber(parts.caseNumber);
  return t('sms', { org: parts.org, number, text, link: parts.link });
}

/**
 * For a device: who writes, and one sentence. The private link is not in it: what a device shows stays in its
 * list for days, and the device follows the case by its cookie.
 */
export function pushNote(
  parts: LetterParts,
  messages: Messages,
  telling: Telling,
): { title: string; body: string; path: string } {
  const t = wordsFor(messages, telling.locale, 'letters');
  const text = noticeText(parts, messages, telling);
  const number = spokenCaseNumber(parts.caseNumber);
  return {
    title: parts.org,
    body: t('push', { number, text }),
    path: `/follow/${parts.caseNumber}`,
  };
}

/**
 * As a letter in plain text. One press in the reader's mail program ends these letters (RFC 8058); the
 * address asks back when it is merely opened, so that a scanner's visit ends nothing.
 *
 * @param stop where the letters of this case are ended.
 */
export function mailLetter(
  parts: LetterParts,
  messages: Messages,
  telling: Telling,
  stop: string,
): Letter {
  const t = wordsFor(messages, telling.locale, 'letters');
  const number = spokenCaseNumber(parts.caseNumber);
  const text = noticeText(parts, messages, telling);
  const { org, phone, link } = parts;
  const paragraphs = [
    t('mail.hello'),
    t('sms', { org, number, text, link: '' }).trim(),
    t('mail.look', { link }),
    t('mail.secret'),
    t('mail.phone', { phone }),
    t('mail.why', { number, stop }),
  ];
  return {
    subject: t('mail.subject', { org, what: t(`kinds.${parts.kind}.subject`), number }),
    text: `${paragraphs.join('\n\n')}\n`,
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
