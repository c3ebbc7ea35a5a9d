const cell = (text: string) => {
  // A spreadsheet takes such a beginning for a formula (OWASP, CSV injection).
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** Begins a table: the byte order mark makes spreadsheets read it as UTF-8. */
export const csvStart = '\ufeff';

/** One row of a table as CSV (RFC 4180). */
export const csvLine = (row: readonly string[]): string => `${row.map(cell).join(',')}\r\n`;

export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${csvStart}${rows.map(csvLine).join('')}`;
