import { runSteps } from './checks/run-steps';
import { CHECKS, HEAVY } from './checks/steps';
import { endOnSignals } from './launcher/ending';
import { runScript } from './launcher/refusal';

await runScript(() => {
  endOnSignals(1);
  return runSteps([...CHECKS, ...HEAVY], process.argv.slice(2));
});
