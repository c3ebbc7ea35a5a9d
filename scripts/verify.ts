import { verifyChains } from '@/lib/integrity/verify-chains';
import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

/** Recomputes the log of every appeal: exit code 1 and a line for each that does not add up. */
await runScript(async () => {
  await enterDatabase();
  const { appeals, events, faults } = await verifyChains();
  for (const { caseNumber, seq, fault } of faults) say(`${caseNumber}: event ${seq} ${fault}`);
  say(`${appeals} appeals, ${events} events, ${faults.length} faults`);
  return faults.length > 0 ? 1 : 0;
});
