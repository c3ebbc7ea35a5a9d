'use client';

import { useFaultWords } from '@/components/shell/fault-words';
import { Button, Buttons, LinkButton } from '@/components/ui/button';
import { Mark } from '@/components/ui/marks';
import { fill } from '@/lib/i18n/fill';

type FaultProps = { error: unknown; retry: () => void };

/** Something of ours failed: not the reader's fault, nothing lost, and a number to give on the phone. */
export default function FaultPage({ error, retry }: FaultProps) {
  const words = useFaultWords();
  if (!words) return null;
  const reference = referenceOf(error);
  return (
    <div className="area">
      <title>{words.title}</title>
      <main id="main" className="wrap">
        <div className="summary" role="alert">
          <h1 className="text-24">
            <Mark name="stop" />
            {words.heading}
          </h1>
          <p>{words.body}</p>
          {reference && <p>{fill(words.reference, { reference })}</p>}
        </div>
        <div className="mt-24">
          <Buttons>
            <Button type="button" onClick={retry}>
              {words.again}
            </Button>
            <LinkButton href="/" kind="plain" reload>
              {words.home}
            </LinkButton>
          </Buttons>
        </div>
      </main>
    </div>
  );
}

function referenceOf(error: unknown): string | null {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null;
  return typeof digest === 'string' ? digest : null;
}
