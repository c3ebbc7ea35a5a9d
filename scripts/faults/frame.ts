import { join } from 'node:path';
import { machineLine, machineOf } from '@/scripts/bench/machine';
import { endOnSignals } from '@/scripts/launcher/ending';
import { ownSettings } from '@/scripts/launcher/own-settings';
import { runScript } from '@/scripts/launcher/refusal';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import type { FaultArguments } from './arguments';
import { finish, type Kept, keep, unfinished } from './kept';
import { faultsOf, lineOf, nothing, type Outcome, plus } from './outcome';

/** Something that must not break it, done many times; and the same with a guard taken away. */
export interface Fault {
  /** What is counted: `pairs of steps`. */
  of: string;
  usual: number;
  /** So many are done and looked through between two notes of how far it is. */
  portion: number;
  start(): Promise<Stage>;
}

export interface Stage {
  /** Of the PostgreSQL it plays on. */
  ownerUrl: string;
  /** @param from how many were done before. */
  run(count: number, from: number): Promise<Outcome>;
  /** By the guard that is taken away; each must find something wrong, else the test proves nothing. */
  controls: Readonly<Record<string, () => Promise<Outcome>>>;
  close(): Promise<void>;
}

/**
 * Runs one fault to its end, from where an earlier run was cut off. The exit code is 1 where something was wrong
 * that may not be, or a control found nothing.
 */
export function runFault(
  name: string,
  fault: Fault,
  given: FaultArguments,
  folderName = 'faults',
): Promise<void> {
  return runScript(async () => {
    endOnSignals(1);
    process.env.LOG_LEVEL ??= 'silent';
    const folder = join(ownSettings().dataDirectory, folderName);
    const stage = await fault.start();
    const kept = await begin(folder, name, stage, given.fresh);
    say(`${name}, ${kept.beganAt.slice(0, 10)}, ${machineLine(kept.machine)}`);
    const wanted = given.times ?? fault.usual;
    if (kept.outcome.done > 0) say(`  goes on after ${kept.outcome.done} ${fault.of}`);
    while (kept.outcome.done < wanted) {
      const some = await stage.run(
        Math.min(fault.portion, wanted - kept.outcome.done),
        kept.outcome.done,
      );
      kept.outcome = plus(kept.outcome, some);
      note(folder, kept);
    }
    say(`  ${lineOf(kept.outcome, fault.of)}`);
    for (const [guard, control] of Object.entries(stage.controls)) {
      kept.controls[guard] ??= await control();
      note(folder, kept);
      say(`  control, ${guard}: ${lineOf(kept.controls[guard] ?? nothing, fault.of)}`);
    }
    say(`  kept in ${finish(folder, kept)}`);
    await stage.close();
    return verdict(kept);
  });
}

async function begin(folder: string, name: string, stage: Stage, fresh: boolean): Promise<Kept> {
  const before = fresh ? null : unfinished(folder, name);
  if (before) return before;
  const at = new Date().toISOString();
  const machine = await withClient(stage.ownerUrl, machineOf);
  return { fault: name, beganAt: at, at, machine, outcome: nothing, controls: {} };
}

function note(folder: string, kept: Kept): void {
  kept.at = new Date().toISOString();
  keep(folder, kept);
}

function verdict({ outcome, controls }: Kept): number {
  const blind = Object.entries(controls).filter(([, it]) => faultsOf(it) === 0);
  for (const [guard] of blind)
    say(`  THE CONTROL FOUND NOTHING: ${guard}. The figures prove nothing.`);
  if (faultsOf(outcome) > 0) say('  SOMETHING IS WRONG THAT MAY NOT BE.');
  return faultsOf(outcome) > 0 || blind.length > 0 ? 1 : 0;
}
