import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { remembered } from '../../lib/processes/remembered.ts';

// Answers with its own number and what it remembers of a file; `/write/x` changes the file, and has it forgotten or not.
const { TEST_PORT: port, TEST_FILE: file, TEST_ENDS: ends } = process.env;
if (ends) process.exit(3);
const word = remembered('word', 60_000, async () => readFileSync(file, 'utf8'));

const server = createServer(async (request, response) => {
  const [, step, text] = request.url.split('/');
  if (step === 'write' || step === 'silently') writeFileSync(file, text);
  if (step === 'write') await word.forget();
  response.setHeader('Connection', 'close');
  response.end(JSON.stringify({ pid: process.pid, word: await word.read() }));
});
server.listen(Number(port), '127.0.0.1', () => process.send('ready'));
process.on('SIGTERM', () => server.close(() => process.exit()));
