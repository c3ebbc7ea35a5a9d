import type { Database } from '@/lib/db/client';
import type { SealKey } from '@/lib/db/generated/client';
import { currentSigner, formerSigner, type Signer } from './seal-key';
import { type KeyStatement, keyText, type Signed } from './sealed-log';

export const signedKey = ({ signature, nth: _, since, ...key }: SealKey): Signed<KeyStatement> => ({
  statement: { ...key, since: since.toISOString() },
  signature,
});

/**
 * The keys so far and whoever signs now. A key that is new is the last of them, signed by the one before it; it
 * stands in the database only once something was sealed with it.
 *
 * @throws where the key was changed and the one before it is not here to hand over.
 */
export async function keyChain(
  database: Database,
  at: Date,
): Promise<{ keys: SealKey[]; fresh: SealKey | null; signer: Signer }> {
  const keys = await database.sealKey.findMany({ orderBy: { nth: 'asc' } });
  const signer = currentSigner();
  const last = keys.at(-1);
  if (last?.id === signer.keyId) return { keys, fresh: null, signer };
  if (keys.some((it) => it.id === signer.keyId))
    throw new Error('the key of the sealed log is one that was handed over; set the newest again');
  const former = last ? formerSigner(last.id) : signer;
  if (!former)
    throw new Error('the key of the sealed log was changed: set HUIYIN_SEAL_KEY_BEFORE to the old');
  const { keyId: id, publicKey } = signer;
  const statement = { id, publicKey, since: at.toISOString(), by: former.keyId };
  const signature = former.sign(keyText(statement));
  const fresh = { ...statement, since: at, nth: keys.length + 1, signature };
  return { keys: [...keys, fresh], fresh, signer };
}
