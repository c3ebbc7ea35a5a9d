import { isProofStale } from '@/lib/auth/fresh-proof';
import { currentSession } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { ProofAsked } from './proof-asked';

/**
 * In the form of a grave act: asks for password or code where the last proof is old as the page opens, or has
 * grown old when the form is sent. What was written stays beside it.
 */
export async function ProofField() {
  const [t, session] = await Promise.all([getTranslations('account'), currentSession()]);
  const stale = session !== null && (await isProofStale(session));
  return <ProofAsked stale={stale} label={t('proof')} hint={t('proofHint')} />;
}
