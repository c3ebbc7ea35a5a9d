import { createHash, createHmac } from 'node:crypto';

/**
 * Which cases are checked (D. L. Olken 2007: what is certain to be audited is spent better, and what can be foreseen
 * is prepared for). The three parts of a beacon are fixed one after another by different people: the daily root with
 * what was up, a public value that is known only later, and a secret whose hash is told from the start. Whoever has
 * all three recomputes the sample; before, nobody does.
 */
export interface Beacon {
  /** Root of the day, 64 hex digits. */
  root: string;
  /** The public value, as `publicValue` writes it. */
  value: string;
  /** 64 hex digits. */
  secret: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What is told of the secret before the secret is. */
export const hashOfSecret = (secret: string): string => sha256(secret);

/** Of the case numbers that are up: sorted, each with a line feed after it. */
export const hashOfList = (caseNumbers: readonly string[]): string =>
  sha256(
    caseNumbers
      .toSorted()
      .map((it) => `${it}\n`)
      .join(''),
  );

/** One way to write what people copy by hand: half-width, capitals, single spaces. */
export const publicValue = (typed: string): string =>
  typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();

/** HMAC-SHA-256 of the case number under `root-value-secret`, both UTF-8; hex. */
export const lotOf = ({ root, value, secret }: Beacon, caseNumber: string): string =>
  createHmac('sha256', `${root}-${value}-${secret}`).update(caseNumber, 'utf8').digest('hex');

/** The first eight digits of the lot, as a number ÷ 2³², lie below the share. `perMille`: of a thousand cases. */
export const isChosen = (beacon: Beacon, caseNumber: string, perMille: number): boolean =>
  Number.parseInt(lotOf(beacon, caseNumber).slice(0, 8), 16) * 1000 < perMille * 2 ** 32;
