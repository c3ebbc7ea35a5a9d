import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { remembered } from '../../lib/processes/remembered.ts';

// Answers with its own number and what it remembers of a file; `/write/x` changes the file, and has it forgotten or not.
const { TEST_PORT: port, TEST_FILE: file, TEST_ENDS: ends } = process.env;
if (ends) process.exit(3);
const readWord = async () => readFileSync(file, 'utf8');
// As in a build, where a page and a route handler each have it from a module of their own.
const ofPages = remembered('word', 60_000, readWord);
const ofHandlers = remembered('word', 60_000, readWord);

const server = createServer(async (request, response) => {
  const [, step, text] = request.url.split('/');
  if (step === 'write' || step === 'silently') writeFileSync(file, text);
  if (step === 'write') await ofHandlers.forget();
  response.setHeader('Connection', 'close');
  response.end(JSON.stringify({ pid: process.pid, word: await ofPages.read() }));
});
server.listen(Number(port), '127.0.0.1', () => process.send('ready'));
process.on('SIGTERM', () => server.close(() => process.exit()));
