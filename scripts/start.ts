import { launch, partNamed } from './launcher/launch';
import { runScript } from './launcher/refusal';

/** `npm start` runs everything; `npm start -- web` and `npm start -- worker` one part of it. */
await runScript(async () => launch('production', partNamed(process.argv[2])));
