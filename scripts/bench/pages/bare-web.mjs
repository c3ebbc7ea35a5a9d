import { createServer } from 'node:http';
import next from 'next';

// A bare application in production, behind the same kind of server as ours and with nothing else of it.
const { HUIYIN_BARE: dir, PORT } = process.env;
const write = process.stdout.write;
process.stdout.write = () => true;
const app = next({ dev: false, dir, hostname: '127.0.0.1', port: Number(PORT) });
await app.prepare();
process.stdout.write = write;
const answer = app.getRequestHandler();
const server = createServer((request, response) => answer(request, response));
server.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());
