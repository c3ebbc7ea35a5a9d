import { beijing } from './beijing';
import { petition } from './petition';
import type { Preset, PresetCode } from './preset';
import { shandong } from './shandong';
import { shanghai } from './shanghai';

/** The rule sets an installation can start from; afterwards every figure is its own. */
export const presets: Record<PresetCode, Preset> = { beijing, shanghai, shandong, petition };
