'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { fill } from '@/lib/i18n/fill';
import { boxOf, goTo, rowNow, ticked, titleOf } from './keys-rows';

interface LiveKeysProps {
  words: {
    open: string;
    heading: string;
    lead: string;
    single: string;
    close: string;
    ticked: string;
    unticked: string;
  };
  keys: readonly { key: string; does: string }[];
}

/** Where the browser remembers that single keys are not wanted (WCAG 2.1.4). */
const switchedOff = 'huiyin.keys.off';

/** Keys only count while nothing is being written and no modifier is held. */
export function isForUs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target instanceof HTMLInputElement) return target.type === 'checkbox';
  return !target.isContentEditable && !target.matches('textarea, select');
}

export function LiveKeys({ words, keys }: LiveKeysProps) {
  const [ready, setReady] = useState(false);
  const [on, setOn] = useState(true);
  const [said, setSaid] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const { ticked: isTicked, unticked } = words;

  useEffect(() => {
    setOn(keysAreOn());
    setReady(true);
  }, []);

  useEffect(() => {
    if (!on) return;
    function press(event: KeyboardEvent) {
      if (!isForUs(event)) return;
      const row = rowNow();
      const arrow = row !== null;
      if (event.key === 'j' || (arrow && event.key === 'ArrowDown')) goTo(1);
      else if (event.key === 'k' || (arrow && event.key === 'ArrowUp')) goTo(-1);
      else if (event.key === 'x' && row) {
        const box = boxOf(row);
        if (!box) return;
        box.click();
        const sentence = box.checked ? isTicked : unticked;
        setSaid(fill(sentence, { title: titleOf(row), count: ticked() }));
      } else if (event.key === '/') {
        document.querySelector<HTMLInputElement>('search input[type="search"]')?.focus();
      } else if (event.key === '?') dialog.current?.showModal();
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, isTicked, unticked]);

  function change(wanted: boolean) {
    setOn(wanted);
    keepSwitch(wanted);
  }

  if (!ready) return null;
  return (
    <>
      <p className="mt-24">
        <Button kind="plain" type="button" onClick={() => dialog.current?.showModal()}>
          {words.open}
        </Button>
      </p>
      <p className="away" aria-live="polite">
        {said}
      </p>
      <dialog ref={dialog} className="keys" aria-labelledby={headingId}>
        <h2 id={headingId}>{words.heading}</h2>
        <p className="quiet mt-8">{words.lead}</p>
        <dl className="facts mt-16">
          {keys.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="switch">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => change(event.currentTarget.checked)}
          />
          {words.single}
        </label>
        <Button kind="second" type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </Button>
      </dialog>
    </>
  );
}

/** Where storage is shut off, the keys are on. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(switchedOff) === null;
  } catch {
    return true;
  }
}

function keepSwitch(on: boolean) {
  try {
    if (on) localStorage.removeItem(switchedOff);
    else localStorage.setItem(switchedOff, 'yes');
  } catch {
    // Then it holds for this page.
  }
}
