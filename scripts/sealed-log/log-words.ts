import type { ProofVerdict } from '@/lib/integrity/check-proof';
import type { LogVerdict } from '@/lib/integrity/verify-log';

/** What a log came to, line by line for whoever asked. */
export function logWords(found: LogVerdict, seconds: number): string[] {
  if (found.fault !== null) return [`first break, line ${found.line}: ${found.fault}`];
  const { events, appeals, seals, unsealed, fingerprints } = found.sums;
  const rate = events > 0 ? ` (${Math.round(events / seconds)} a second)` : '';
  return [
    `${events} steps of ${appeals} cases under ${seals} seals in ${seconds.toFixed(1)} s${rate}: adds up`,
    ...(unsealed > 0
      ? [`${unsealed} steps came after the last root: nothing vouches that there were no more`]
      : []),
    ...fingerprints.map((it) => `signed with the key ${it}`),
  ];
}

/** What a proof came to. */
export function proofWords(found: ProofVerdict): string[] {
  if (found.fault !== null) return [`the proof does not hold: ${found.fault}`];
  const { appealId, sealed, steps } = found;
  return [
    sealed > 0
      ? `case ${appealId}: steps 1 to ${sealed} stand in the sealed log`
      : `case ${appealId}: no step stands under a root yet`,
    ...(steps > sealed ? [`steps ${sealed + 1} to ${steps} came after the last root`] : []),
  ];
}
