/** The 7-bit alphabet of GSM messages and its extension, whose characters take two places (3GPP TS 23.038 §6.2.1). */
const plain =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

export interface SmsLength {
  alphabet: 'gsm7' | 'ucs2';
  /** Places taken, as the network counts them. */
  places: number;
  /** How many messages the network makes of it, and charges. */
  parts: number;
}

/**
 * How long a text message is. One part holds 160 places in the 7-bit alphabet and 70 in UCS-2; a part of
 * several gives up some for what joins them: 153 and 67. No character is cut in two.
 */
export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const gsm7 = characters.every((it) => plain.includes(it) || extended.includes(it));
  const widths = characters.map((it) => (gsm7 ? (extended.includes(it) ? 2 : 1) : it.length));
  const places = widths.reduce((sum, it) => sum + it, 0);
  const [single, joined] = gsm7 ? [160, 153] : [70, 67];
  const parts = places <= single ? 1 : partsOf(widths, joined);
  return { alphabet: gsm7 ? 'gsm7' : 'ucs2', places, parts };
}

function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
