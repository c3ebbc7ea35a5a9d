import type { IncomingMessage } from 'node:http';

type Request = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } };

export function forwarding(trusted: string[]): (request: Request) => void;
