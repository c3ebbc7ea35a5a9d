import type { Answer } from './browser';
import { titleOf } from './form';

/**
 * A page that is what was asked for: it came, and says what it must.
 *
 * @throws Error else: a wrong answer is a failure, however fast it came.
 */
export function page(answer: Answer, has: string): Answer {
  if (answer.status === 200 && answer.text.includes(has)) return answer;
  throw new Error(`a page without ${has}: ${told(answer)}`);
}

/** A form that was taken and leads on. */
export function led(answer: Answer, to: RegExp): Answer {
  if (answer.status === 303 && to.test(answer.location)) return answer;
  throw new Error(`a form that leads not to ${to}: ${told(answer)}`);
}

/** What stands on a form that came back, without its marks. */
function told({ status, location, text }: Answer): string {
  const summary = /<div[^>]*role="alert"[\s\S]*?<\/div>/.exec(text)?.[0] ?? '';
  return `${status} ${location} ${titleOf(text)} ${summary.replace(/<[^>]*>/g, ' ')}`.trim();
}
