import { base32 } from './base32';

/** The key as authenticators take it typed. */
export const keyText = (key: Uint8Array): string => base32(key);

/** The address that authenticators read from a QR code (Key Uri Format). What it leaves out is as in `totp.ts`. */
export function keyAddress(key: Uint8Array, login: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${keyText(key)}&issuer=${encodeURIComponent(issuer)}`;
}
