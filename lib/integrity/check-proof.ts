import { Break, breakIn } from './break';
import { leafHash, rootBy } from './merkle';
import { leafOf, logFormat, type Proof, proofLine, type SealStatement } from './sealed-log';

export type ProofVerdict =
  | { fault: string }
  | { fault: null; appealId: string; sealed: number; steps: number };

/**
 * Whether a case stands in the sealed log as its proof says.
 *
 * @param text the one line of a proof.
 * @param seals lines of seals from elsewhere, their signatures checked: what the proof is held against.
 */
export function checkProof(text: string, seals: readonly string[]): ProofVerdict {
  let found: Proof | undefined;
  const fault = breakIn(() => {
    const { proof } = JSON.parse(text) as { proof: Proof };
    if (proofLine(proof) !== text.trimEnd() || proof.format !== logFormat)
      throw new Break('this is no proof this version can read');
    const known = new Map(seals.map((it) => [sealOf(it).id, sealOf(it)]));
    checkStretches(proof, known);
    checkDays(proof, known);
    found = proof;
  });
  if (!found) return { fault: fault ?? 'this is no proof' };
  const { appealId, steps } = found;
  return { fault: null, appealId, steps, sealed: found.stretches.at(-1)?.toSeq ?? 0 };
}

const sealOf = (line: string) => (JSON.parse(line) as { seal: SealStatement }).seal;

function known(seals: ReadonlyMap<number, SealStatement>, id: number): SealStatement {
  const seal = seals.get(id);
  if (!seal) throw new Break(`seal ${id} is not among the roots`);
  return seal;
}

const hashes = (path: readonly string[]) => path.map((it) => Buffer.from(it, 'hex'));

/** From the first step on none is left out, and each stretch leads to its root. */
function checkStretches(proof: Proof, seals: ReadonlyMap<number, SealStatement>): void {
  let reached = 0;
  for (const { seal: id, index, path, ...stretch } of proof.stretches) {
    const { appealId } = proof;
    const { root, count } = known(seals, id);
    if (stretch.fromSeq !== reached + 1) throw new Break(`step ${reached + 1} is left out`);
    reached = stretch.toSeq;
    const leads = rootBy(leafOf({ appealId, ...stretch }), index, count, hashes(path));
    if (leads?.toString('hex') !== root)
      throw new Break(
        `steps ${stretch.fromSeq} to ${reached} do not lead to the root of seal ${id}`,
      );
  }
  if (reached > proof.steps) throw new Break('more steps are sealed than there are');
}

/** Each hourly root leads to that of its day. */
function checkDays(proof: Proof, seals: ReadonlyMap<number, SealStatement>): void {
  for (const { seal: id, daily, index, size, path } of proof.days) {
    const leaf = leafHash(Buffer.from(known(seals, id).root, 'hex'));
    if (rootBy(leaf, index, size, hashes(path))?.toString('hex') !== known(seals, daily).root)
      throw new Break(`seal ${id} does not lead to the root of its day, seal ${daily}`);
  }
}
