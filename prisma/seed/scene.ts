import { runningClock } from '@/lib/appeals/case-file';
import { fileAppeal } from '@/lib/appeals/file';
import { loadCaseFile } from '@/lib/appeals/load';
import { performAll, type Step } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { type Actor, mintResident, mintSystem, mintVoice, playing } from '@/lib/people/actor';
import type { Cast } from './install-cast';

/** A step of a scene: hours after filing, who, and what they do. */
export interface Act {
  after: number;
  by: string;
  verb: Step['verb'];
  input: Record<string, unknown>;
}

export interface Scene {
  /** Hours before the demo is set up. */
  ago: number;
  what: string;
  place: string;
  filing?: Record<string, string>;
  /** Login of whoever files for a caller; absent: the resident files. */
  by?: string;
  acts: readonly Act[];
}

const hour = 3_600_000;

/** Acts a scene out through the verbs. What would lie in the future is left for people to do. */
export async function act(scene: Scene, cast: Cast, now: Date): Promise<void> {
  const start = new Date(now.getTime() - scene.ago * hour);
  const filer: Actor = scene.by ? person(cast, scene.by) : mintResident();
  const filed = await fileAppeal(
    { input: { what: scene.what, place: scene.place, ...scene.filing } },
    playing(filer, start),
  );
  if (!filed.ok) throw new Error(`a scene could not be filed: ${JSON.stringify(filed)}`);

  for (const { after, by, verb, input } of scene.acts) {
    let at = new Date(start.getTime() + after * hour);
    if (at > now) return;
    const actor =
      by === 'voice'
        ? mintVoice(filed.voiceId, filed.appealId)
        : by === 'system'
          ? mintSystem()
          : person(cast, by);
    if (verb === 'lapse') {
      const due = await rateDue(filed.appealId);
      if (!due || due > now) return;
      at = due;
    }
    const step = { appealId: filed.appealId, verb, input: named(input, cast) };
    const done = await performAll([{ ...step, actor: playing(actor, at) }]);
    if (!done.ok) throw new Error(`${scene.what}: ${verb} ${JSON.stringify(done)}`);
  }
}

async function rateDue(appealId: string): Promise<Date | null> {
  const loaded = await loadCaseFile(db(), appealId);
  return (loaded && runningClock(loaded.file, 'rate')?.dueAt) ?? null;
}

function person(cast: Cast, login: string): Actor {
  const actor = cast.actors.get(login);
  if (!actor) throw new Error(`nobody of the cast is called ${login}`);
  return actor;
}

/** Scenes name units and categories by code. */
function named(input: Record<string, unknown>, cast: Cast): Record<string, unknown> {
  const ids: Record<string, ReadonlyMap<string, string>> = {
    unitId: cast.units,
    betterUnitId: cast.units,
    categoryId: cast.categories,
  };
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      ids[name] ? ids[name].get(String(value)) : value,
    ]),
  );
}
