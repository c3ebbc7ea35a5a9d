/** What is used of the Web Speech API, which the types of the language do not hold. */
interface Recogniser extends EventTarget {
  lang: string;
  start(): void;
  stop(): void;
  abort(): void;
}

interface Heard extends Event {
  resultIndex: number;
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}

type Maker = new () => Recogniser;

const maker = (): Maker | undefined =>
  Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition');

/** Browsers hear on secure pages alone. */
export const canHear = (): boolean => window.isSecureContext && maker() !== undefined;

/** Whether the page was opened as one that may use the microphone; browsers that do not tell are believed. */
export function mayHear(): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy');
  if (typeof policy !== 'object' || policy === null) return true;
  return (policy as { allowsFeature(name: string): boolean }).allowsFeature('microphone');
}

const errors: Record<string, string> = {
  'not-allowed': 'denied',
  'service-not-allowed': 'denied',
  'audio-capture': 'noMicrophone',
  network: 'network',
  'no-speech': 'nothing',
  'language-not-supported': 'language',
};

export interface Hearing {
  /** Takes what was said so far and ends. */
  stop(): void;
  /** Ends and tells nobody. */
  drop(): void;
}

/**
 * Listens until the speaker pauses, in the page's language.
 *
 * @param write what was heard, once the browser is sure of it
 * @param ended how it came out: heard, stopped, or what went wrong
 */
export function hear(write: (text: string) => void, ended: (how: string) => void): Hearing {
  const made = new (maker() as Maker)();
  let how = 'nothing';
  let over = false;
  // Not `continuous`: some telephones then give the same words again and again.
  made.lang = document.documentElement.lang;
  made.addEventListener('result', (event) => {
    if (over) return;
    const { results, resultIndex } = event as Heard;
    const sure = Array.from(results)
      .slice(resultIndex)
      .filter((it) => it.isFinal);
    const text = sure
      .map((it) => it[0]?.transcript ?? '')
      .join('')
      .trim();
    if (!text) return;
    how = 'heard';
    write(text);
  });
  made.addEventListener('error', (event) => {
    const code = String(Reflect.get(event, 'error'));
    if (code !== 'aborted') how = errors[code] ?? 'failed';
  });
  made.addEventListener('end', () => {
    if (!over) ended(how);
    over = true;
  });
  made.start();
  return {
    stop() {
      if (how === 'nothing') how = 'stopped';
      made.stop();
    },
    drop() {
      over = true;
      made.abort();
    },
  };
}
