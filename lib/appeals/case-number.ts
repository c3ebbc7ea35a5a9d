/** `20261116 0417` is written and read aloud in two groups; kept without the space. */
export const caseNumber = (on: string, sequence: number): string =>
  `${on.replaceAll('-', '')}${String(sequence).padStart(4, '0')}`;

export const spokenCaseNumber = (number: string): string =>
  `${number.slice(0, 8)} ${number.slice(8)}`;

/** What a person typed, as kept; null when it cannot be a case number. */
export function readCaseNumber(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{12,14}$/.test(digits) ? digits : null;
}
