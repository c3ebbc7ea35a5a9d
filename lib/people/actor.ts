import { type Capability, capabilitiesOf } from './roles';

declare const minted: unique symbol;

interface Minted {
  readonly [minted]: true;
  /** Only imports and seeds act at another time than the database's. */
  readonly playsAt: Date | null;
}

export interface PersonActor extends Minted {
  readonly kind: 'person';
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly roles: readonly string[];
  readonly capabilities: ReadonlySet<Capability>;
  /** Who looks at a page; whoever acts, and whoever writes down what they read, has none. */
  readonly reader?: Reader;
}

/** Somebody at one page. An object of its own for each: all its figures come from the same database. */
export interface Reader {
  /** Mark of the last form this browser sent; null: none that is recent. */
  readonly wrote: string | null;
}

export interface VoiceActor extends Minted {
  readonly kind: 'voice';
  readonly voiceId: string;
  readonly appealId: string;
}

export interface ResidentActor extends Minted {
  readonly kind: 'resident';
  /** The appeal whose join link they hold; they may join it and read nothing of it. */
  readonly invitedTo: string | null;
}

export interface SystemActor extends Minted {
  readonly kind: 'system';
}

export interface ImportActor extends Minted {
  readonly kind: 'import';
  readonly importId: string;
}

/**
 * Whoever reads or changes anything. Branded: only the functions below make one, and only
 * sign-in, private links, jobs, imports, seeds and tests may call them
 * (held by tests/architecture.test.ts).
 */
export type Actor = PersonActor | VoiceActor | ResidentActor | SystemActor | ImportActor;

export interface PersonFacts {
  id: string;
  name: string;
  unitId: string;
  unitPath: string;
  roles: readonly string[];
  /** One of the two who take what everybody else is barred from. */
  isFallback?: boolean;
}

export function mintPerson(person: PersonFacts): PersonActor {
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    unitId: person.unitId,
    unitPath: person.unitPath,
    roles: person.roles,
    capabilities: person.isFallback
      ? new Set<Capability>([...capabilitiesOf(person.roles), 'entrusted'])
      : capabilitiesOf(person.roles),
    playsAt: null,
  } as unknown as PersonActor;
}

export const mintVoice = (voiceId: string, appealId: string) =>
  ({ kind: 'voice', voiceId, appealId, playsAt: null }) as unknown as VoiceActor;

export const mintResident = (invitedTo: string | null = null) =>
  ({ kind: 'resident', invitedTo, playsAt: null }) as unknown as ResidentActor;

export const mintSystem = () => ({ kind: 'system', playsAt: null }) as unknown as SystemActor;

export const mintImport = (importId: string, at: Date) =>
  ({ kind: 'import', importId, playsAt: at }) as unknown as ImportActor;

/** The same person as somebody who reads a page. */
export const atPage = (actor: PersonActor, wrote: string | null): PersonActor => ({
  ...actor,
  reader: { wrote },
});

/** The same actor at another time; for seeds and tests that act out the past. */
export const playing = <A extends Actor>(actor: A, at: Date): A => ({ ...actor, playsAt: at });

/** May the actor do this anywhere at all? Whether here, the table of verbs says. */
export const may = (actor: Actor, capability: Capability): boolean =>
  actor.kind === 'person' && actor.capabilities.has(capability);
