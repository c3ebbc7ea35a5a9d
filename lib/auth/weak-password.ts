import { commonPasswords, commonWords } from './common-passwords';

export type Weakness = 'passwordCommon' | 'passwordAbout';

/** Fewer signs than these beside a well-known word are guessed with it. */
const mostAround = 6;

/** What the system is called everywhere. */
const ourNames = ['huiyin', '回音', '接诉即办', '12345'];

/**
 * Whether a password is among the first that are tried (ASVS 5.0, 6.2.4): a common one, a common word with figures
 * around it, or few signs over and over; or is made of what everybody knows of its owner (6.2.11). Which
 * kinds of characters there are is never asked (6.2.5).
 *
 * @param about names of the person, their login, their unit and organisation.
 */
export function weaknessOf(password: string, about: readonly string[]): Weakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (commonPasswords.has(plain) || new Set(plain).size <= 3) return 'passwordCommon';
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (commonWords.has(word) && plain.length - word.length <= mostAround) return 'passwordCommon';
  const rest = [...about, ...ourNames]
    .map((it) => it.normalize('NFKC').toLowerCase().trim())
    .filter((it) => it.length >= 2)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, it) => left.replaceAll(it, ''), plain);
  return rest !== plain && rest.length < mostAround ? 'passwordAbout' : null;
}
