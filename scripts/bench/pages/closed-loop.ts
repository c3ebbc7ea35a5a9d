/** A job of one of several clients, for the nth time of all; says how many milliseconds its answer took. */
export type Turn = (client: number, nth: number) => Promise<number>;

export interface Window {
  /** Milliseconds of every answer. */
  millis: number[];
  /** From the first question to the last answer, in milliseconds. */
  lasted: number;
}

/**
 * So many clients, each of whom asks again as soon as it is answered, for so long. What has been asked is waited
 * for, and counts. The first wrong answer ends it.
 */
export async function closedLoop(clients: number, forMs: number, turn: Turn): Promise<Window> {
  const begun = performance.now();
  const millis: number[] = [];
  let asked = 0;
  const client = async (which: number) => {
    while (performance.now() - begun < forMs) {
      asked += 1;
      millis.push(await turn(which, asked - 1));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, which) => client(which)));
  return { millis, lasted: performance.now() - begun };
}
