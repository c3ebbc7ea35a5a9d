import { launch } from './launcher/launch';
import { runScript } from './launcher/refusal';

await runScript(() => launch('production'));
