import type { Client, Connection, Submittable } from 'pg';

/** What pg's connection can do and its types do not tell. */
interface CopyConnection extends Connection {
  endCopyFrom(): void;
}

/** Bytes of one message, at most. */
const chunk = 256 * 1024;
/** Of the binary form: signature, flags and length of an extension; at its end the mark that no row follows. */
const headSize = 19;
const trailSize = 2;

/**
 * Several finished pieces of the binary form as one: of all but the first the head goes, of all but the last the
 * end mark.
 */
export function joined(pieces: readonly Uint8Array[]): Buffer[] {
  return pieces.map((it, nth) => {
    const from = nth === 0 ? 0 : headSize;
    const until = nth === pieces.length - 1 ? it.byteLength : it.byteLength - trailSize;
    return Buffer.from(it.buffer, it.byteOffset + from, until - from);
  });
}

/** What stands before the bytes of a message of CopyData: its letter, and how long it is with its length. */
function headOf(length: number): Buffer {
  const head = Buffer.from('d\0\0\0\0', 'latin1');
  head.writeInt32BE(length + 4, 1);
  return head;
}

/**
 * One COPY … FROM STDIN through pg's own connection: the protocol needs no more than answering the
 * server's "go on" with the rows and an end (PostgreSQL manual, 54.2.6).
 */
class CopyIn implements Submittable {
  readonly #text: string;
  readonly #rows: readonly Buffer[];
  readonly #end: (error: Error | null) => void;
  #failed: Error | null = null;

  constructor(text: string, rows: readonly Buffer[], end: (error: Error | null) => void) {
    this.#text = text;
    this.#rows = rows;
    this.#end = end;
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  /** Straight to the socket: pg itself would copy every byte once more to put the head before them. */
  handleCopyInResponse(connection: CopyConnection): void {
    const { stream } = connection;
    stream.cork();
    for (const rows of this.#rows) {
      for (let at = 0; at < rows.length; at += chunk) {
        const part = rows.subarray(at, at + chunk);
        stream.write(headOf(part.length));
        stream.write(part);
      }
    }
    connection.endCopyFrom();
    stream.uncork();
  }

  handleError(error: Error): void {
    this.#failed = error;
    this.#end(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.#end(null);
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

/**
 * Writes rows, each piece already in COPY's binary form, into columns of a table.
 *
 * @param frozen whether nobody else can have seen the table yet: emptied by this very transaction.
 */
export function copyIn(
  client: Client,
  table: string,
  { columns, pieces }: { columns: readonly string[]; pieces: readonly Uint8Array[] },
  frozen: boolean,
): Promise<void> {
  const named = columns.map((it) => client.escapeIdentifier(it)).join(', ');
  const how = frozen ? 'FORMAT binary, FREEZE' : 'FORMAT binary';
  const text = `COPY ${client.escapeIdentifier(table)} (${named}) FROM STDIN (${how})`;
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(text, joined(pieces), (error) => (error ? reject(error) : resolve())));
  });
}
