/** Where scripts/web.mjs keeps what belongs to the request at hand; found by name, since bundles share no module. */
const requests = Symbol.for('huiyin.requests');

/** What the line about an answer says beside route and status: ids and words of ours, never of whom a case is. */
export interface Noted {
  /** Id of the person of staff who asked (ASVS 5.0, 16.2.1). */
  person?: string;
  /** Why they got nothing, or had to wait (ASVS 5.0, 16.3.2): `notHere`, the code of a step that was refused, `limit sign-in-place`. */
  refusal?: string;
}

/** Outside of a request it is noted nowhere. */
export function noteInAnswer(noted: Noted): void {
  const kept = globalThis as { [requests]?: { getStore(): { noted: Noted } | undefined } };
  const store = kept[requests]?.getStore();
  if (store) Object.assign(store.noted, noted);
}
