'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button, type ButtonKind } from '@/components/ui/button';
import { readPage } from './read-page';
import { sentencesOf } from './speakable';

/** A voice of the device itself: the others send what they read to their makers. */
function localVoice(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  const own = speechSynthesis.getVoices().filter((it) => it.localService);
  const speaks = (it: SpeechSynthesisVoice) => it.lang.toLowerCase().replace('_', '-');
  return (
    own.find((it) => speaks(it) === language.toLowerCase()) ??
    own.find((it) => speaks(it).split('-')[0] === language.split('-')[0]) ??
    null
  );
}

/** Some browsers know their voices only after a while. */
function whenVoicesChange(tell: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => {};
  speechSynthesis.addEventListener('voiceschanged', tell);
  return () => speechSynthesis.removeEventListener('voiceschanged', tell);
}

type SpeakerProps = {
  language: string;
  kind: ButtonKind;
  words: { label: string; start: string; pause: string; goOn: string; stop: string };
};

/**
 * Reads the page aloud with a voice of the device; nothing is sent anywhere. Not there where there is no such
 * voice. A pause goes on with the sentence it fell into: not every device can stop within one.
 */
export function Speaker({ language, kind, words }: SpeakerProps) {
  const voice = useSyncExternalStore(
    whenVoicesChange,
    () => localVoice(language),
    () => null,
  );
  const [state, setState] = useState<'silent' | 'speaking' | 'paused'>('silent');
  const reading = useRef<{ sentences: string[]; next: number }>({ sentences: [], next: 0 });

  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const hush = () => speechSynthesis.cancel();
    window.addEventListener('pagehide', hush);
    return () => {
      window.removeEventListener('pagehide', hush);
      hush();
    };
  }, []);

  if (!voice) return null;

  function speakOn() {
    const it = reading.current;
    const sentence = it.sentences[it.next];
    if (sentence === undefined) return setState('silent');
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice?.lang ?? language;
    utterance.rate = 0.9;
    utterance.onend = () => {
      // What was cancelled also ends; the next reading has a list of its own.
      if (reading.current !== it) return;
      it.next += 1;
      speakOn();
    };
    utterance.onerror = ({ error }) => {
      if (reading.current === it && error !== 'canceled' && error !== 'interrupted') end();
    };
    setState('speaking');
    speechSynthesis.speak(utterance);
  }
  function hold(next: number) {
    reading.current = { sentences: reading.current.sentences, next };
    speechSynthesis.cancel();
  }
  function start() {
    const page = document.querySelector('main');
    reading.current = { sentences: page ? sentencesOf(readPage(page)) : [], next: 0 };
    speechSynthesis.cancel();
    speakOn();
  }
  function pause() {
    hold(reading.current.next);
    setState('paused');
  }
  function end() {
    hold(0);
    setState('silent');
  }

  // One button that changes its words: whoever pressed it stays on it.
  const main = {
    silent: { words: words.start, onClick: start },
    speaking: { words: words.pause, onClick: pause },
    paused: { words: words.goOn, onClick: speakOn },
  }[state];
  return (
    <fieldset className="aloud no-print" aria-label={words.label} data-silent>
      <Button type="button" kind={kind} onClick={main.onClick}>
        {main.words}
      </Button>
      {state !== 'silent' && (
        <Button type="button" kind={kind} onClick={end}>
          {words.stop}
        </Button>
      )}
    </fieldset>
  );
}
