import { verifyChains } from '@/lib/integrity/verify-chains';
import { changedFiles } from '@/lib/photos/changed-files';
import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

/** Recomputes the log of every appeal: exit code 1 and a line for each that does not add up. */
await runScript(async () => {
  await enterDatabase();
  const { appeals, events, faults } = await verifyChains();
  for (const { caseNumber, seq, fault } of faults) say(`${caseNumber}: event ${seq} ${fault}`);
  let pictures = 0;
  for await (const { caseNumber, seq, fault } of changedFiles()) {
    say(`${caseNumber}: event ${seq} ${fault}`);
    pictures += 1;
  }
  const wrong = faults.length + pictures;
  say(`${appeals} appeals, ${events} events, ${wrong} faults`);
  return wrong > 0 ? 1 : 0;
});
