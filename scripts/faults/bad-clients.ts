import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** Connections of clients that do not behave, and which of them the server still holds. */
export interface BadClients {
  /** How many the server has ended by itself. */
  ended(): number;
  /** How many the server still holds, by the system's own list; the clients may be gone. */
  held(): number;
  /** They go away without a word. */
  leave(): void;
}

type Manner = (socket: Socket, nth: number) => NodeJS.Timeout | undefined;

/** Opens so many connections, each with the same bad manner. */
export function badClients(url: string, count: number, manner: Manner): BadClients {
  const { port } = new URL(url);
  const all: Socket[] = [];
  const ports = new Set<number>();
  let ended = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const socket = connect(Number(port), '127.0.0.1');
    let timer: NodeJS.Timeout | undefined;
    socket.on('connect', () => {
      ports.add(socket.localPort ?? 0);
      timer = manner(socket, nth);
    });
    socket.on('error', () => {});
    // What is answered is read, so that an end is heard.
    socket.resume();
    socket.on('end', () => {
      ended += 1;
    });
    socket.on('close', () => clearInterval(timer));
    all.push(socket);
  }
  return {
    ended: () => ended,
    held: () => openAt(Number(port)).filter((it) => ports.has(it)).length,
    leave() {
      for (const it of all) it.destroy();
    },
  };
}

/** Sends the beginning of a request, and then a line of its head a second. */
export const slowHead: Manner = (socket, nth) => {
  socket.write(`GET /?${nth} HTTP/1.1\r\nHost: localhost\r\n`);
  return setInterval(() => socket.write(`X-${Date.now()}: 1\r\n`), 1_000);
};

/** Sends the head of a form with photos, and then a little of it a second. */
export const slowBody =
  (cookie: string): Manner =>
  (socket) => {
    socket.write(headOf(cookie, 5_000_000));
    return setInterval(() => socket.write('x'.repeat(64)), 1_000);
  };

/** Sends half a photo and goes away. */
export const cutOff =
  (cookie: string): Manner =>
  (socket) => {
    socket.write(headOf(cookie, 400_000));
    socket.write(Buffer.alloc(200_000, 0xff));
    setTimeout(() => socket.destroy(), 200 + Math.random() * 800);
    return undefined;
  };

const headOf = (cookie: string, length: number): string =>
  [
    'POST /file/photos HTTP/1.1',
    'Host: localhost',
    `Cookie: ${cookie}`,
    'Origin: http://localhost',
    'Accept: application/json',
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${length}`,
    '',
    '--b',
    'Content-Disposition: form-data; name="photo"; filename="a.jpg"',
    'Content-Type: image/jpeg',
    '',
    '',
  ].join('\r\n');

const LISTENS = '0A';
/** Half closed by either side, it is given up by the system itself. */
const GOES = ['04', '05', '06', '07', '0B'];

/** The other ends of connections that end here at a port, by the system's list (Linux). */
function openAt(port: number): number[] {
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, here = '', there = '', state = ''] = line.trim().split(/\s+/);
    const portOf = (it: string) => Number.parseInt(it.split(':')[1] ?? '', 16);
    const open = portOf(here) === port && state !== LISTENS && !GOES.includes(state);
    return open ? [portOf(there)] : [];
  });
}
