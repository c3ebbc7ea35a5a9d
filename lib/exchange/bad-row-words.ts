import { withoutHiddenCharacters } from '@/lib/text';
import { type BadRow, reasonOf } from './faults';

/** A row's reason may quote what stands in it: nothing of that may steer a terminal. */
const harmless = (text: string): string => withoutHiddenCharacters(text).replace(/\s+/g, ' ');

/** One line for the operator. */
export function badRowLine({ line, number, fault }: BadRow): string {
  const named = number ? ` (number ${harmless(number).slice(0, 40)})` : '';
  return `line ${line}${named}: ${harmless(reasonOf(fault))}`;
}

export const badRowHeader = 'line,number,code,reason\n';

/** One row of the report, as CSV. */
export function badRowCsv({ line, number, fault }: BadRow): string {
  const cells = [String(line), number ?? '', fault.code, reasonOf(fault)];
  return `${cells.map(cell).join(',')}\n`;
}

/** A cell that begins like a formula is made plain text, lest a spreadsheet calculate it. */
function cell(text: string): string {
  const plain = harmless(text);
  const safe = /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
