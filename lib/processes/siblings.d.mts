/** What this process answers when a sibling asks for it by name; it must survive being written as JSON. */
export function answerSiblings(name: string, answer: () => unknown): void;

/**
 * Asks all other web processes of this machine, and settles once they have answered.
 *
 * @returns their answers; none where there are no others, or one does not answer within a second.
 */
export function askSiblings(name: string): Promise<unknown[]>;
