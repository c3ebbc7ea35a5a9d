import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { promisedMomentOf, type Telling } from '@/lib/i18n/dates';
import type { Messages } from '@/lib/i18n/messages';
import type { CaseParts } from './letter-parts';
import { noticeText, wordsFor } from './resident-letter';

/** One letter on paper, as words in the language of whom it is for. */
export interface PaperLetter {
  org: string;
  /** Of the line on which the address is written by hand. */
  to: string;
  subject: string;
  number: string;
  text: string;
  /** What the resident can do, and until when. */
  next: string;
  phone: string;
}

/** What a resident can do after a notice; of all others they need do nothing. */
const nextOf: Readonly<Record<string, string>> = {
  answer: 'judge',
  resolve: 'judge',
  remindRating: 'judge',
  askWhetherItHolds: 'judge',
  askNeighbours: 'judge',
  ask: 'reply',
  missContact: 'reply',
  message: 'read',
  contact: 'read',
  decline: 'read',
  lapse: 'read',
  rule: 'read',
  answerCause: 'read',
};

/**
 * For paper, which passes through other hands: neither link nor code stands on it, but where the resident has
 * theirs.
 */
export function paperLetter(parts: CaseParts, messages: Messages, telling: Telling): PaperLetter {
  const t = wordsFor(messages, telling.locale, 'letters');
  const { phone } = parts;
  const until = parts.until ? promisedMomentOf(parts.until, telling) : 'none';
  return {
    org: parts.org,
    to: t('paper.to'),
    subject: t(`kinds.${parts.kind}.subject`),
    number: t('paper.number', { number: spokenCaseNumber(parts.caseNumber) }),
    text: t('push', {
      number: spokenCaseNumber(parts.caseNumber),
      text: noticeText(parts, messages, telling),
    }),
    next: t(`paper.next.${nextOf[parts.kind] ?? 'wait'}`, { until, phone }),
    phone: t('paper.phone', { phone }),
  };
}
