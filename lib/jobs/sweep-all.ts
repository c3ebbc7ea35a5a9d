import { sweepTraces } from '@/lib/detectors/trace';
import { sweepDrafts } from '@/lib/drafts/keep';
import { sweepPhotos } from '@/lib/photos/held';
import { sweepAfterEffects } from './sweep-after-effects';
import { sweepCalendar } from './sweep-calendar';
import { sweepCards } from './sweep-cards';
import { sweepCodes } from './sweep-codes';
import { sweepDispatch } from './sweep-dispatch';
import { sweepKeywords } from './sweep-keywords';
import { sweepLookBacks } from './sweep-look-backs';
import { sweepNeighbours } from './sweep-neighbours';
import { sweepRatings } from './sweep-ratings';
import { sweepRecusals } from './sweep-recusals';
import { sweepSpotChecks } from './sweep-spot-checks';
import { sweepSupervision } from './sweep-supervision';
import { sweepTurns } from './sweep-turns';

/**
 * Everything that falls due by itself, in the order in which one thing leads to another: a new calendar
 * moves dates, a date brings a parked case back or ends the waiting, a date that has passed gives a card, a card brings
 * supervision. After days without a worker the first run makes up for all of it.
 */
export async function sweepAll(): Promise<Record<string, number>> {
  return {
    repromise: await sweepCalendar(),
    resume: await sweepTurns('resume'),
    endHold: await sweepTurns('endHold'),
    entrust: await sweepRecusals(),
    dispatch: await sweepDispatch(),
    lapse: await sweepTurns('lapse'),
    card: await sweepCards(),
    supervise: await sweepSupervision(),
    remind: await sweepRatings(),
    lookBack: await sweepLookBacks(),
    neighbours: await sweepNeighbours(),
    spotChecks: await sweepSpotChecks(),
    codes: await sweepCodes(),
    keywords: await sweepKeywords(),
    afterEffects: await sweepAfterEffects(),
    drafts: await sweepDrafts(),
    photos: await sweepPhotos(),
    traces: await sweepTraces(),
  };
}
