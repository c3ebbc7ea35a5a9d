import { createHash } from 'node:crypto';
import { type EventRow, genesis, seal } from '@/lib/appeals/event';
import { rootOf } from '@/lib/integrity/merkle';
import { type Signer, signerOf } from '@/lib/integrity/seal-key';
import {
  dayRoot,
  eventLine,
  headLine,
  headText,
  keyLine,
  keyText,
  leafOf,
  noRoot,
  type SealKind,
  type SealStatement,
  type Stretch,
  sealLine,
  sealText,
} from '@/lib/integrity/sealed-log';

/** A log as an installation writes it, made without one: small, and the same each time. */

const start = Date.parse('2026-11-01T00:00:00.000Z');
const uuid = (nth: number) => `01890000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
const seedOf = (name: string) => createHash('sha256').update(name).digest();

export class SmallLog {
  #old = signerOf(seedOf('old'));
  #signer = this.#old;
  #keys = [this.#keyLine(this.#old.keyId, this.#old)];
  #lines: string[] = [];
  #heads = new Map<number, EventRow>();
  #open = new Map<number, EventRow[]>();
  #last: { hourly?: SealStatement; daily?: SealStatement; any?: SealStatement } = {};
  #stretches = 0;
  #day: SealStatement[] = [];

  #keyLine(by: string, signedBy: Signer): string {
    const { keyId: id, publicKey } = this.#signer;
    const statement = { id, publicKey, since: new Date(start).toISOString(), by };
    return keyLine({ statement, signature: signedBy.sign(keyText(statement)) });
  }

  handOver(): void {
    this.#signer = signerOf(seedOf('new'));
    this.#keys.push(this.#keyLine(this.#old.keyId, this.#old));
  }

  step(nth: number): void {
    const before = this.#heads.get(nth);
    const seq = (before?.seq ?? 0) + 1;
    const at = new Date(start + seq * 60_000 + nth);
    const event = seal({
      id: uuid(1000 * nth + seq),
      appealId: uuid(nth),
      seq,
      format: 1,
      verb: seq === 1 ? 'file' : 'annotate',
      at,
      recordedAt: at,
      actorKind: 'person',
      personId: uuid(77),
      unitId: null,
      voiceId: null,
      fromStatus: seq === 1 ? null : 'filed',
      toStatus: 'filed',
      round: 1,
      data: { kind: 'help' },
      commitments: { what: createHash('sha256').update(`${nth} ${seq}`).digest('hex') },
      assumed: false,
      formKey: null,
      prevHash: before?.hash ?? genesis,
    });
    this.#heads.set(nth, event);
    this.#open.set(nth, [...(this.#open.get(nth) ?? []), event]);
  }

  #openEvents(): EventRow[] {
    const cases = [...this.#open].toSorted(([a], [b]) => a - b);
    return cases.flatMap(([, events]) => events);
  }

  hour(): void {
    const cases = [...this.#open].toSorted(([a], [b]) => a - b).map(([, events]) => events);
    const stretches = cases.map((events): Stretch => {
      const [first, last] = [events[0], events.at(-1)] as [EventRow, EventRow];
      return { appealId: last.appealId, fromSeq: first.seq, toSeq: last.seq, hash: last.hash };
    });
    this.#lines.push(...this.#openEvents().map(eventLine));
    this.#open.clear();
    const root = rootOf(stretches.map(leafOf)).toString('hex');
    this.#day.push(this.#seal('hourly', { from: this.#stretches, count: stretches.length, root }));
    this.#stretches += stretches.length;
  }

  day(): void {
    const count = this.#day.reduce((sum, it) => sum + it.count, 0);
    const roots = this.#day.map((it) => it.root);
    const root = dayRoot(this.#last.daily?.root ?? noRoot, roots);
    this.#seal('daily', { from: this.#stretches - count, count, root });
    this.#day = [];
  }

  #seal(kind: SealKind, what: { from: number; count: number; root: string }): SealStatement {
    const id = (this.#last.any?.id ?? 0) + 1;
    const statement: SealStatement = {
      ...what,
      id,
      kind,
      prevRoot: this.#last[kind]?.root ?? noRoot,
      at: new Date(start + id * 3_600_000).toISOString(),
      keyId: this.#signer.keyId,
    };
    this.#last[kind] = statement;
    this.#last.any = statement;
    this.#lines.push(sealLine({ statement, signature: this.#signer.sign(sealText(statement)) }));
    return statement;
  }

  /** All lines, those without a seal last. */
  lines(): string[] {
    const statement = {
      format: 1,
      at: new Date(start + 86_400_000).toISOString(),
      seals: this.#last.any?.id ?? 0,
      stretches: this.#stretches,
      root: this.#last.any?.root ?? noRoot,
      keyId: this.#signer.keyId,
    };
    const head = headLine({ statement, signature: this.#signer.sign(headText(statement)) });
    return [head, ...this.#keys, ...this.#lines, ...this.#openEvents().map(eventLine)];
  }
}
