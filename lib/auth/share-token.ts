import { isOneOf, keyFor, keysFor, macOf, type Purpose } from './keys';

const shape = /^[\w-]{44}$/;

/**
 * Tokens of an appeal for one purpose: its id and 128 bits of HMAC-SHA-256 over it, 44 characters that may
 * stand in an address. A case number, which can be counted through, opens nothing.
 */
function tokensFor(purpose: Purpose) {
  const under = (key: Buffer, appealId: string): string => {
    const id = Buffer.from(appealId.replaceAll('-', ''), 'hex');
    const mac = macOf(key, appealId.toLowerCase()).subarray(0, 16);
    return id.toString('base64url') + mac.toString('base64url');
  };
  const make = (appealId: string): string => under(keyFor(purpose), appealId);
  /** The appeal it belongs to, or null where it was altered or made for another purpose. */
  const read = (token: string): string | null => {
    if (!shape.test(token)) return null;
    const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
    const appealId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const wanted = keysFor(purpose).map((key) => under(key, appealId));
    return isOneOf(token, wanted) ? appealId : null;
  };
  return { make, read };
}

/** The join link: whoever holds it may join and read what `readShared` says. */
export const { make: shareToken, read: readShareToken } = tokensFor('join-links');

/** What a stranger is offered who files the same thing: they may join, and read nothing. */
export const { make: offerToken, read: readOfferToken } = tokensFor('offers');

/** Stands in letters to one Voice, by its id: whoever holds it may end these letters, and reads nothing. */
export const { make: unsubscribeToken, read: readUnsubscribeToken } = tokensFor('unsubscribing');
