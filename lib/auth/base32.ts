/** RFC 4648 §6, as authenticators read a key. */
const plainAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Crockford's: no I, L, O or U, which are misread on paper. */
export const paperAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a sign, without padding. */
export function base32(bytes: Uint8Array, alphabet = plainAlphabet): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}
