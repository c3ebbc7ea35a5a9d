import { Anchor } from './anchor';

export type OpenStep = { href: string; words: string; hint?: string };
export type ShutStep = { words: string; reason: string };

/** What can be done, and what cannot with the reason why: never a dead button. */
export function OpenSteps({ steps }: { steps: readonly (OpenStep | ShutStep)[] }) {
  return (
    <ul className="verbs">
      {steps.map((step) =>
        'href' in step ? (
          <li key={step.href}>
            <Anchor href={step.href}>
              <b>{step.words}</b>
              {step.hint && <span>{step.hint}</span>}
            </Anchor>
          </li>
        ) : (
          <li key={step.words} className="no">
            <span>{step.words}</span>
            <span>{step.reason}</span>
          </li>
        ),
      )}
    </ul>
  );
}
