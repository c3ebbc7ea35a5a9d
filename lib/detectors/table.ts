import { afterContact } from './after-contact';
import { burst } from './burst';
import { deskNetwork } from './desk-network';
import type { Detector } from './detector';
import { heardOtherwise } from './heard-otherwise';
import { monthEnd } from './month-end';
import { noContact } from './no-contact';
import { photoAgain } from './photo-again';
import { quick } from './quick';
import { samePhone } from './same-phone';
import { sameWords } from './same-words';
import { withdrawn } from './withdrawn';

/** Every detector there is; its words are `detector.<key>` of the namespace signals. */
export const detectors = {
  deskNetwork,
  burst,
  afterContact,
  heardOtherwise,
  samePhone,
  sameWords,
  quick,
  noContact,
  monthEnd,
  photoAgain,
  withdrawn,
} as const satisfies Record<string, Detector>;

export type DetectorKey = keyof typeof detectors;

export const detectorKeys = Object.keys(detectors) as DetectorKey[];

export const isDetectorKey = (key: string): key is DetectorKey => Object.hasOwn(detectors, key);
