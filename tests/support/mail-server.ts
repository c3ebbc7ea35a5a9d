import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  to: string[];
  headers: string;
  /** Decoded, with `\n` line ends. */
  text: string;
  encrypted: boolean;
}

export interface MailServer {
  url: string;
  taken: TakenMail[];
  /** Answers this code to an address from now on; null takes its mail again. */
  refuse(address: string, code: number | null): void;
  /** Takes so many letters from now on and says each time that it could not. */
  lie(times: number): void;
  forget(): void;
  close(): Promise<void>;
}

/** A real mail server on this machine, on a free port unless one is named, which keeps what it is given. */
export async function mailServer(at = 0): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const refused = new Map<string, number>();
  let lies = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address);
      if (!code) return done();
      done(Object.assign(new Error('not taken'), { responseCode: code }));
    },
    onData(stream, { envelope, secure }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [headers = '', ...body] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n');
        const to = envelope.rcptTo.map((it) => it.address);
        const text = decoded(headers, body.join('\r\n\r\n')).replaceAll('\r\n', '\n');
        taken.push({ to, headers, text, encrypted: secure });
        if (lies > 0) {
          lies -= 1;
          return done(Object.assign(new Error('trouble'), { responseCode: 451 }));
        }
        done();
      });
    },
  });
  await new Promise<void>((listening) => {
    server.listen(at, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: (address, code) =>
      void (code === null ? refused.delete(address) : refused.set(address, code)),
    lie: (times) => {
      lies = times;
    },
    forget: () => {
      lies = 0;
      taken.length = 0;
      refused.clear();
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Undoes the transfer encoding (RFC 2045 §6). */
function decoded(headers: string, body: string): string {
  if (/encoding: base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/encoding: quoted-printable/i.test(headers)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
