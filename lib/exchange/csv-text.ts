const cell = (text: string) => {
  // A spreadsheet takes such a beginning for a formula (OWASP, CSV injection).
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** A table as CSV (RFC 4180); the byte order mark makes spreadsheets read it as UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((it) => it.map(cell).join(',')).join('\r\n')}\r\n`;
