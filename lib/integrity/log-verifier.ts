import { eventFormat, genesis, hashOfVoucher } from '@/lib/appeals/event';
import { Break, breakIn } from './break';
import { KeyRing } from './key-ring';
import { Growing } from './merkle';
import { SealChain } from './seal-chain';
import { fingerprintOf } from './seal-key';
import {
  type HeadStatement,
  headLine,
  headText,
  type KeyStatement,
  keyLine,
  leafOf,
  logFormat,
  rootsLine,
  type SealStatement,
  type Signed,
  type Stretch,
  sealLine,
} from './sealed-log';

export interface LogSums {
  events: number;
  appeals: number;
  seals: number;
  /** Events after the last root: nothing vouches that there were no more of them. */
  unsealed: number;
  fingerprints: string[];
}

type End = { fault: string } | { fault: null; sums: LogSums };

const eventShape = /^\{"event":(\{.*\}),"format":(\d+),"hash":"([0-9a-f]{64})"\}$/;

interface Parts {
  log?: HeadStatement;
  key?: KeyStatement;
  seal?: SealStatement;
  signature: string;
}

interface Told {
  appealId: string;
  seq: number;
  prevHash: string;
}

/**
 * Recomputes a log line by line: hashes, chains, roots, signatures, order. It keeps the head of every case and
 * nothing else that grows. Without one of its checks it finds less: tests show what each is for.
 */
export class LogVerifier {
  readonly #checks: { hashes: boolean; roots: boolean };
  readonly #expected: ReadonlySet<string>;
  readonly #met = new Set<string>();
  readonly #heads = new Map<string, { seq: number; hash: string }>();
  readonly #keys = new KeyRing();
  readonly #chain = new SealChain();
  #head: Signed<HeadStatement> | 'roots' | null = null;
  #begun = false;
  #tree = new Growing();
  #stretch: Stretch | null = null;
  #events = 0;
  #unsealed = 0;

  /** @param expected seal lines kept elsewhere, each of which must be met. */
  constructor({ hashes = true, roots = true, expected = [] as Iterable<string> } = {}) {
    this.#checks = { hashes, roots };
    this.#expected = new Set(expected);
  }

  /** The break at this line, or null. After a break nothing more is to be asked. */
  take(line: string): string | null {
    return breakIn(() => {
      if (line.startsWith('{"event":')) this.#takeEvent(line);
      else this.#takeOther(line);
    });
  }

  /** The break that shows only at the end, or the sums. */
  end(): End {
    const fault = breakIn(() => {
      this.#begin();
      this.#endStretch();
      if (this.#head !== 'roots' && this.#checks.roots) this.#checkReach();
      for (const line of this.#expected) {
        if (this.#met.has(line)) continue;
        const { id } = (JSON.parse(line) as { seal: SealStatement }).seal;
        throw new Break(`seal ${id} is not the one that was kept elsewhere, or is missing`);
      }
    });
    if (fault) return { fault };
    return {
      fault: null,
      sums: {
        events: this.#events,
        appeals: this.#heads.size,
        seals: this.#chain.seals,
        unsealed: this.#unsealed,
        fingerprints: this.#keys.publicKeys.map(fingerprintOf),
      },
    };
  }

  #checkReach(): void {
    const { statement } = this.#head as Signed<HeadStatement>;
    const { seals, stretches, root } = this.#chain;
    if (seals !== statement.seals)
      throw new Break(`it ends after seal ${seals}, and ${statement.seals} are announced`);
    if (stretches !== statement.stretches || root !== statement.root)
      throw new Break('its last root is another than its first line announces');
  }

  #takeEvent(line: string): void {
    this.#begin();
    const [, body = '', format, hash = ''] = eventShape.exec(line) ?? [];
    if (!body) throw new Break('this is no event');
    const event = JSON.parse(body) as Told;
    const { appealId, seq } = event;
    const where = `case ${appealId}, step ${seq}`;
    if (this.#head === 'roots') throw new Break(`${where}: no steps belong here`);
    if (format !== String(eventFormat)) throw new Break(`${where}: unknown format`);
    if (this.#checks.hashes && hashOfVoucher(`${format}\n${body}`) !== hash)
      throw new Break(`${where}: altered`);
    const head = this.#heads.get(appealId) ?? { seq: 0, hash: genesis };
    if (seq !== head.seq + 1) throw new Break(`${where}: step ${head.seq + 1} should be here`);
    if (this.#checks.hashes && event.prevHash !== head.hash)
      throw new Break(`${where}: it follows another step than the one before it`);
    this.#heads.set(appealId, { seq, hash });
    this.#lengthen(event, hash, where);
    this.#events += 1;
    this.#unsealed += 1;
  }

  /** Between two seals steps stand in order of case and number. */
  #lengthen({ appealId, seq }: Told, hash: string, where: string): void {
    const open = this.#stretch;
    if (open?.appealId === appealId) {
      this.#stretch = { ...open, toSeq: seq, hash };
      return;
    }
    if (open && open.appealId > appealId)
      throw new Break(`${where}: it stands behind case ${open.appealId}, out of order`);
    this.#endStretch();
    this.#stretch = { appealId, fromSeq: seq, toSeq: seq, hash };
  }

  #endStretch(): void {
    if (this.#stretch && this.#checks.roots) this.#tree.add(leafOf(this.#stretch));
  }

  /** Each line is what its parts make, to the letter: nothing beside them, nothing spelt otherwise. */
  #takeOther(line: string): void {
    if (line === rootsLine) {
      this.#takeHead('roots');
      return;
    }
    const { log, key, seal, signature } = JSON.parse(line) as Parts;
    if (log && line === headLine({ statement: log, signature }))
      this.#takeHead({ statement: log, signature });
    else if (key && line === keyLine({ statement: key, signature }))
      this.#takeKey({ statement: key, signature });
    else if (seal && line === sealLine({ statement: seal, signature }))
      this.#takeSeal({ statement: seal, signature }, line);
    else throw new Break('this is no line of a log');
  }

  #takeHead(head: Signed<HeadStatement> | 'roots'): void {
    if (this.#head) throw new Break('a second first line');
    if (head !== 'roots' && head.statement.format !== logFormat)
      throw new Break('a format this version does not know');
    this.#head = head;
  }

  #takeKey(key: Signed<KeyStatement>): void {
    if (!this.#head || this.#begun) throw new Break('a key stands where none belongs');
    this.#keys.add(key);
  }

  /** Once all keys are read: the first line is signed by the last of them. */
  #begin(): void {
    if (this.#begun) return;
    if (!this.#head) throw new Break('the first line is missing');
    this.#begun = true;
    if (this.#head === 'roots') return;
    const { statement, signature } = this.#head;
    this.#keys.checkLast(statement.keyId, headText(statement), signature, 'the first line');
  }

  #takeSeal(seal: Signed<SealStatement>, line: string): void {
    this.#begin();
    this.#endStretch();
    const found = { count: this.#tree.size, root: this.#tree.root().toString('hex') };
    if (this.#checks.roots)
      this.#chain.add(seal, this.#keys, this.#head === 'roots' ? undefined : found);
    this.#met.add(line);
    this.#tree = new Growing();
    this.#stretch = null;
    this.#unsealed = 0;
  }
}
