export interface PhotoBytes {
  bytes: number;
  stream: NodeJS.ReadableStream;
}

/** Where bytes of pictures stay, by keys like `7f/0190….large.webp`. Each throws StoreAway where it cannot answer. */
export interface PhotoStore {
  /** Takes a file; afterwards all of it is there, or nothing. The file may be gone then. */
  put(key: string, path: string): Promise<void>;
  read(key: string): Promise<PhotoBytes | null>;
  drop(key: string): Promise<void>;
  /** What lies under a beginning of keys, and since when. */
  list(prefix: string): AsyncIterable<{ key: string; at: Date }>;
}

/** The store cannot be reached, is too slow, says no, or gave back other bytes than it was given. */
export class StoreAway extends Error {
  constructor(
    message: string,
    /** What it answered (HTTP); undefined where nothing came. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
