import type { KeyObject } from 'node:crypto';
import { Break } from './break';
import { isSignedBy, keyIdOf, publicKeyOf } from './seal-key';
import { type KeyStatement, keyText, type Signed } from './sealed-log';

/** The keys of a file in their order: each handed over to by the one before it. */
export class KeyRing {
  readonly #keys = new Map<string, { key: KeyObject; place: number; publicKey: string }>();
  #used = 0;

  get publicKeys(): string[] {
    return [...this.#keys.values()].map((it) => it.publicKey);
  }

  add({ statement, signature }: Signed<KeyStatement>): void {
    const { id, publicKey, by } = statement;
    const key = publicKeyOf(publicKey);
    if (!key || keyIdOf(publicKey) !== id || this.#keys.has(id))
      throw new Break(`key ${id} is not what it says`);
    const before = [...this.#keys.keys()].at(-1) ?? id;
    this.#keys.set(id, { key, place: this.#keys.size, publicKey });
    const signer = this.#keys.get(by);
    if (by !== before || !signer || !isSignedBy(signer.key, keyText(statement), signature))
      throw new Break(`key ${id} is not signed by the key before it`);
  }

  /** Signatures are checked in order: a key that was handed over signs nothing any more. */
  check(keyId: string, text: string, signature: string, what: string): void {
    const known = this.#keys.get(keyId);
    if (!known) throw new Break(`${what}: its key ${keyId} is missing`);
    if (known.place < this.#used) throw new Break(`${what}: its key had been handed over`);
    if (!isSignedBy(known.key, text, signature))
      throw new Break(`${what}: its signature is not right`);
    this.#used = known.place;
  }

  /** The same without regard to order: what stands first in a file was signed last. */
  checkLast(keyId: string, text: string, signature: string, what: string): void {
    const used = this.#used;
    this.check(keyId, text, signature, what);
    if (this.#used !== this.#keys.size - 1) throw new Break(`${what}: its key is not the last`);
    this.#used = used;
  }
}
