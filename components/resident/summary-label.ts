/** A question as the error summary names it, before a colon: without its number and question mark. */
export const summaryLabel = (question: string): string =>
  question.replace(/^\d+\.\s*/, '').replace(/[？?]$/, '');
