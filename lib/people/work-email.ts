import { decrypt, encrypt } from '@/lib/contacts/cipher';

/** A work address as it is kept: encrypted, bound to its person. */
export const sealEmail = (personId: string, email: string | undefined): string | null =>
  email ? encrypt(email, personId) : null;

export const openEmail = (personId: string, sealed: string | null): string | null =>
  sealed ? decrypt(sealed, personId) : null;
