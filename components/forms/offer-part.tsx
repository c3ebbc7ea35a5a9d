'use client';

import { useEffect, useId, useRef } from 'react';
import { Buttons } from '@/components/ui/button';
import type { OfferView } from '@/lib/form-offer';
import type { Entries } from '@/lib/forms';
import { SubmitButton } from './submit-button';

interface OfferPartProps {
  view: OfferView;
  entries: Entries;
}

/** In place of the form: what is there already, each with its own button, and the way on without any of it. */
export function OfferPart({ view, entries }: OfferPartProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {view.heading}
      </h2>
      <p className="quiet mt-8">{view.lead}</p>
      <ul className="offers mt-24">
        {view.offers.map((it) => (
          <li key={it.value}>
            <h3>{it.title}</h3>
            {it.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {it.link && (
              <p>
                <a href={it.link.href} target="_blank" rel="noopener">
                  {it.link.words}
                </a>
              </p>
            )}
            <div className="mt-16">
              <SubmitButton kind="second" name="same" value={it.value}>
                {it.take}
              </SubmitButton>
            </div>
          </li>
        ))}
      </ul>
      {Object.entries(entries).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((it) => <input key={`${name} ${it}`} type="hidden" name={name} value={it} />),
      )}
      <div className="mt-32">
        <Buttons>
          <SubmitButton name="stage" value="new">
            {view.none}
          </SubmitButton>
          <SubmitButton kind="plain" name="stage" value="edit">
            {view.edit}
          </SubmitButton>
        </Buttons>
      </div>
    </section>
  );
}
