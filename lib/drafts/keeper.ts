/** What is said of what was written last; nothing while it waits. */
export type Kept = 'saved' | 'unsaved' | null;

export interface KeeperOptions {
  /** Sends all that is written now; true where it was kept. `leaving`: nobody waits for the answer. */
  send: (leaving: boolean) => Promise<boolean>;
  say: (kept: Kept) => void;
  /** Milliseconds after the last change. */
  pauseMs: number;
}

export interface Keeper {
  written(): void;
  /** All of it goes another way: what waits here would only come too late. */
  submitted(): void;
  leaving(): void;
  stop(): void;
}

/**
 * Sends what is written a while after the last change, one sending after the other, so that an earlier one never
 * arrives behind a later. Each change is a revision; what is said is said of the last one, and of none before it.
 */
export function keeper({ send, say, pauseMs }: KeeperOptions): Keeper {
  let revision = 0;
  let waits = false;
  let sending = false;
  /** The pause ended while something was being sent. */
  let next = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function go() {
    next = sending;
    if (sending) return;
    sending = true;
    const sent = revision;
    const kept = await send(false).catch(() => false);
    sending = false;
    if (stopped) return;
    if (sent === revision) {
      waits &&= !kept;
      say(kept ? 'saved' : 'unsaved');
    } else if (next) void go();
  }

  return {
    written() {
      revision += 1;
      waits = true;
      say(null);
      clearTimeout(timer);
      timer = setTimeout(go, pauseMs);
    },
    submitted() {
      waits = false;
      next = false;
      clearTimeout(timer);
    },
    leaving() {
      if (waits) send(true).catch(() => {});
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
