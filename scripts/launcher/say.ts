// A reader that goes away (a closed pipe) must not take the servers with it before they are stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** One line for the operator. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
