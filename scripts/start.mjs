import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from './launcher/bundled.mjs';

// The launcher stays as long as the service does: a compiler beside it for all that time would hold 80 MB.
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function launcher() {
  try {
    return bundled(root, 'scripts/start.ts');
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    process.stderr.write(
      `${root} cannot be written by this user (${error.code}); the pages are built there, in .next.\n`,
    );
    process.exit(1);
  }
}

await import(pathToFileURL(launcher()).href);
