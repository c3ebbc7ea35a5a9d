import { randomUUID } from 'node:crypto';
import type { Browser } from './browser';
import { type Fields, filledIn, formIn } from './form';
import type { CaseAtWork } from './scene';

/** What a form of one verb sends by itself for any case, learnt from one that was opened. */
export interface StepForm {
  for(caseNumber: string, step: number, written: Readonly<Record<string, string>>): Fields;
}

/**
 * Opens one form of a verb. That of another case differs from it in the case number it is bound to, the step it was
 * drawn at and its own key: the bytes sent are those a browser would send.
 */
async function learnForm(browser: Browser, caseNumber: string, verb: string): Promise<StepForm> {
  const { text } = await browser.get(`/appeals/${caseNumber}/${verb}`);
  const learnt = formIn(text, 'formKey');
  return {
    for: (other, step, written) =>
      filledIn(
        learnt.map(([name, value]) => [name, value.replaceAll(caseNumber, other)] as const),
        { step: String(step), formKey: randomUUID(), ...written },
      ),
  };
}

/** The words of one more call with the resident. */
export const called = { how: 'telephone', said: '又打了一次电话，说好明天上午到' };

/** The forms of cases at work, learnt from the first of them. */
export async function contactForm(cases: readonly CaseAtWork[]): Promise<StepForm> {
  const [first] = cases;
  if (!first) throw new Error('no case is being worked on');
  return learnForm(first.browser, first.caseNumber, 'contact');
}
