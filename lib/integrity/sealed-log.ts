import { canonical, type EventRow, voucherOf } from '@/lib/appeals/event';
import type { Json } from '@/lib/appeals/transition';
import { leafHash, rootOf } from './merkle';

/** The files of the sealed log, as docs/sealed-log.md specifies them: JSON Lines, spelt as `canonical` spells. */

export const logFormat = 1;

/** The root before the first. */
export const noRoot = '0'.repeat(64);

export type SealKind = 'hourly' | 'daily';

export interface SealStatement {
  /** 1, 2, 3 and so on, without gaps. */
  id: number;
  kind: SealKind;
  /** Hourly: stretches sealed before, and stretches under this root. Daily: the same of its hourly roots. */
  from: number;
  count: number;
  root: string;
  /** The root before, of the same kind. */
  prevRoot: string;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  keyId: string;
}

/** What stands first in a whole log: how far it reaches, so that a file cut short is known as such. */
export interface HeadStatement {
  format: number;
  at: string;
  seals: number;
  stretches: number;
  /** Of the last seal. */
  root: string;
  keyId: string;
}

export interface KeyStatement {
  id: string;
  publicKey: string;
  since: string;
  /** The key before, which signed this line; the first signs itself. */
  by: string;
}

/** Steps of one case that came between two seals: its chain from here to there. */
export interface Stretch {
  appealId: string;
  fromSeq: number;
  toSeq: number;
  /** Of the event at `toSeq`: it binds all before it. */
  hash: string;
}

export interface Signed<Statement> {
  statement: Statement;
  signature: string;
}

/** One stretch of a case and its way to an hourly root. */
interface ProofStretch extends Omit<Stretch, 'appealId'> {
  seal: number;
  index: number;
  path: string[];
}

/** An hourly root and its way to the root of its day. */
interface ProofDay {
  seal: number;
  daily: number;
  index: number;
  size: number;
  path: string[];
}

export interface Proof {
  format: number;
  appealId: string;
  /** Steps taken so far, sealed or not. */
  steps: number;
  stretches: ProofStretch[];
  days: ProofDay[];
}

const textOf = (value: object): string => canonical(value as { [key: string]: Json });

export const sealText = (seal: SealStatement): string => `huiyin-seal-1\n${textOf(seal)}`;
export const headText = (head: HeadStatement): string => `huiyin-log-1\n${textOf(head)}`;
export const keyText = (key: KeyStatement): string => `huiyin-key-1\n${textOf(key)}`;

export const headLine = ({ statement, signature }: Signed<HeadStatement>): string =>
  textOf({ log: statement, signature });
export const keyLine = ({ statement, signature }: Signed<KeyStatement>): string =>
  textOf({ key: statement, signature });
export const sealLine = ({ statement, signature }: Signed<SealStatement>): string =>
  textOf({ seal: statement, signature });

/** What stands first in a file of roots: it needs no end, since each of its lines is signed. */
export const rootsLine = textOf({ roots: { format: logFormat } });

export const proofLine = (proof: Proof): string => textOf({ proof });

/** An event as its hash binds it: what is hashed is the format, a line feed, and the braces after "event". */
export function eventLine(event: EventRow): string {
  const { hash, ...told } = event;
  const voucher = voucherOf(told);
  const body = voucher.slice(voucher.indexOf('\n') + 1);
  return `{"event":${body},"format":${event.format},"hash":"${hash}"}`;
}

/** The leaf of a stretch: case (16 bytes), from and to (4 each, big-endian), hash (32). */
export function leafOf({ appealId, fromSeq, toSeq, hash }: Stretch): Buffer {
  const entry = Buffer.alloc(56);
  entry.write(appealId.replaceAll('-', ''), 0, 'hex');
  entry.writeUInt32BE(fromSeq, 16);
  entry.writeUInt32BE(toSeq, 20);
  entry.write(hash, 24, 'hex');
  return leafHash(entry);
}

/** The leaves of a day: the daily root before it, then each hourly root since. */
export const dayLeaves = (previous: string, hourly: readonly string[]): Buffer[] =>
  [previous, ...hourly].map((root) => leafHash(Buffer.from(root, 'hex')));

export const dayRoot = (previous: string, hourly: readonly string[]): string =>
  rootOf(dayLeaves(previous, hourly)).toString('hex');
