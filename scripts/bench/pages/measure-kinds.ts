import { say } from '@/scripts/launcher/say';
import { type Figure, type Served, spreadOf } from '../figures';
import type { BareServer } from './bare-server';
import { closedLoop, type Turn } from './closed-loop';
import { type Meter, type Spent, spentBetween } from './meters';
import type { PageKind } from './operations';
import { trees } from './processor-time';
import { page } from './right';

/** What is measured beside our own answers. */
export interface Measured {
  meter: Meter;
  bare: BareServer;
  byHand: ReadonlyMap<string, (nth: number) => Promise<void>>;
}

export interface How {
  clients: number;
  windowMs: number;
  /** Windows of each, ours and bare in turn, so that a busy moment of the machine meets both. */
  turns: number;
}

interface Sum {
  millis: number[];
  lasted: number;
  webMs: number;
  postgresMs: number;
}

const nothing = (): Sum => ({ millis: [], lasted: 0, webMs: 0, postgresMs: 0 });

/** Each kind of request by itself, after it has been asked a few times to warm up. */
export async function measureKinds(
  kinds: readonly PageKind[],
  measured: Measured,
  how: How,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of kinds) {
    const figure = await measureKind(kind, measured, how);
    say(`  ${kind.name}: ${figure.served?.perSecond.toFixed(0)} a second`);
    figures.push(figure);
  }
  return figures;
}

async function measureKind(kind: PageKind, measured: Measured, how: How): Promise<Figure> {
  const { meter, bare } = measured;
  const { clients, windowMs, turns } = how;
  let nth = 0;
  const ours: Turn = async (client) => (await kind.open(client, nth++)).ms;
  const path = bare.pathOf(kind.name);
  const floor: Turn | null = path
    ? async () => page(await bare.browser.get(path), '<div').ms
    : null;
  await closedLoop(clients, windowMs / 4, ours);
  if (floor) await closedLoop(clients, windowMs / 4, floor);
  const sum = nothing();
  const besides = nothing();
  for (let turn = 0; turn < turns; turn += 1) {
    const before = await meter();
    const seen = await closedLoop(clients, windowMs, ours);
    add(sum, seen, spentBetween(before, await meter()));
    if (!floor) continue;
    const webBefore = trees().spentMs(bare.web);
    const window = await closedLoop(clients, windowMs, floor);
    const webMs = trees().spentMs(bare.web) - webBefore;
    add(besides, window, { webMs, postgresMs: 0, sqlMs: 0 });
  }
  const sql = await sqlOf(kind, measured, how, () => nth++);
  const served: Served = {
    clients,
    perSecond: perSecond(sum),
    webMs: sum.webMs / sum.millis.length,
    postgresMs: sum.postgresMs / sum.millis.length,
    ...sql,
    ...(floor
      ? { bare: { perSecond: perSecond(besides), webMs: besides.webMs / besides.millis.length } }
      : {}),
  };
  const spread = floor ? { bare: spreadOf(besides.millis) } : {};
  return { name: kind.name, ours: spreadOf(sum.millis), ...spread, served };
}

/** Statements wait for processors as everything does: so they are asked by one client, and by hand likewise. */
async function sqlOf(
  kind: PageKind,
  { meter, byHand }: Measured,
  { windowMs }: How,
  next: () => number,
): Promise<Pick<Served, 'alone' | 'sqlMs' | 'sqlByHandMs'>> {
  const each = async (turn: Turn) => {
    const before = await meter();
    const { millis } = await closedLoop(1, windowMs / 4, turn);
    return { millis, sqlMs: spentBetween(before, await meter()).sqlMs / millis.length };
  };
  const { millis, sqlMs } = await each(async (client) => (await kind.open(client, next())).ms);
  const alone = spreadOf(millis);
  const hand = byHand.get(kind.name);
  if (!hand) return { alone, sqlMs };
  const other = await each(async (_, nth) => {
    await hand(nth);
    return 0;
  });
  return { alone, sqlMs, sqlByHandMs: other.sqlMs };
}

function add(
  sum: Sum,
  { millis, lasted }: { millis: number[]; lasted: number },
  { webMs, postgresMs }: Spent,
): void {
  sum.millis.push(...millis);
  sum.lasted += lasted;
  sum.webMs += webMs;
  sum.postgresMs += postgresMs;
}

const perSecond = ({ millis, lasted }: Sum): number => (millis.length * 1000) / lasted;
