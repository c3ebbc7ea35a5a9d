import type { CaseFile } from '@/lib/appeals/case-file';
import { runningClock } from '@/lib/appeals/case-file';
import { fileAppeal } from '@/lib/appeals/file';
import { performWhile, type Step } from '@/lib/appeals/perform';
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
  /** Language the resident wrote in; absent: Chinese. */
  locale?: string;
  /** Login of whoever files for a caller; absent: the resident files. */
  by?: string;
  acts: readonly Act[];
}

const hour = 3_600_000;

/** When a scene is filed. */
export const startOf = (scene: Scene, now: Date): Date =>
  new Date(now.getTime() - scene.ago * hour);

/**
 * Acts a scene out through the verbs, all its steps in one transaction. What would lie in the future is
 * left for people to do.
 */
export async function act(scene: Scene, cast: Cast, now: Date): Promise<void> {
  const start = startOf(scene, now);
  const filer: Actor = scene.by ? person(cast, scene.by) : mintResident();
  const filed = await fileAppeal(
    {
      input: { what: scene.what, place: scene.place, ...named(scene.filing ?? {}, cast, null) },
      locale: scene.locale,
    },
    playing(filer, start),
  );
  if (!filed.ok) throw new Error(`a scene could not be filed: ${JSON.stringify(filed)}`);
  if (scene.acts.length === 0) return;

  const acts = scene.acts.values();
  let last: Act | undefined;
  const done = await performWhile(filed.appealId, (file) => {
    const next = acts.next().value;
    if (!next) return null;
    const { after, by, verb, input } = next;
    const at =
      verb === 'lapse'
        ? runningClock(file, 'rate')?.dueAt
        : new Date(start.getTime() + after * hour);
    if (!at || at > now) return null;
    last = next;
    const actor =
      by === 'voice'
        ? mintVoice(filed.voiceId, filed.appealId)
        : by === 'system'
          ? mintSystem()
          : person(cast, by);
    return { verb, input: named(input, cast, file), actor: playing(actor, at) };
  });
  if (!done.ok) throw new Error(`${scene.what}: ${last?.by} ${last?.verb} ${JSON.stringify(done)}`);
}

function person(cast: Cast, login: string): Actor {
  const actor = cast.actors.get(login);
  if (!actor) throw new Error(`nobody of the cast is called ${login}`);
  return actor;
}

/** Scenes name units, categories and people by code or login, the filer's voice and what is pending as such. */
function named(
  input: Record<string, unknown>,
  cast: Cast,
  file: CaseFile | null,
): Record<string, unknown> {
  const idOf = (name: string, value: string): string | undefined => {
    if (/^unit\d+$/.test(name)) return cast.units.get(value);
    switch (name) {
      case 'unitId':
      case 'secondId':
      case 'betterUnitId':
      case 'ownerUnitId':
      case 'aboutUnitId':
        return cast.units.get(value);
      case 'categoryId':
        return cast.categories.get(value);
      case 'personId':
        return cast.actors.get(value)?.personId;
      case 'voiceId':
        return file?.voices.find((it) => it.role === 'filer')?.id;
      case 'callId':
        return file?.calls.find((it) => it.unitId === cast.units.get(value))?.id;
      case 'requestId':
        return file?.requests.find((it) => it.endedAt === null)?.id;
      case 'questionId':
        return file?.questions.find((it) => it.endedAt === null)?.id;
      case 'holdId':
        return file?.pauses.find((it) => it.untilAt === null)?.requestId ?? undefined;
      default:
        return value;
    }
  };
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, idOf(name, String(value))]),
  );
}
