import { createServer } from 'node:net';
import { Refusal } from './refusal';

/** @throws Refusal when nothing can listen there. */
export async function needPort(host: string, port: number): Promise<void> {
  const problem = await tryPort(host, port);
  if (problem) throw new Refusal(wordsFor(problem, host, port));
}

/** A port nobody listens on just now; the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
  if (preferred && !(await tryPort('127.0.0.1', preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function wordsFor(problem: string, host: string, port: number): string {
  if (problem === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program; set PORT to a free one.`;
  }
  if (problem === 'EACCES') {
    return `This user may not listen on port ${port}; set PORT to one from 1024 up.`;
  }
  return `HOST ${host} is not an address of this machine (${problem}).`;
}
