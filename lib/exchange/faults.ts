/** Why a row of a table could not be taken; `values` fill the places of the sentence. */
export interface Fault {
  code: FaultCode;
  values?: Record<string, string | number>;
}

/** A row left out, with the line it begins at (the header is line 1) and its own number if known. */
export interface BadRow {
  line: number;
  number: string | null;
  fault: Fault;
}

// biome-ignore format: one line a sentence
const sentences = {
  notUtf8:           'the text is not UTF-8',
  nul:               'a NUL character stands in it',
  quotes:            'the quotation marks do not match',
  tooBig:            'the line is longer than {megabytes} MB',
  columns:           'it has {count} columns instead of {expected}',
  noNumber:          'it has no number',
  longNumber:        'its number is longer than {most} characters',
  noTime:            '{field}: there is no time',
  wrongTime:         '{field}: not a time: {text}',
  future:            '{field}: lies in the future',
  replyBeforeAppeal: 'the reply is earlier than the appeal',
  noText:            '{field}: the text is missing',
  tooLong:           '{field}: at most {max} characters, this has {count}',
  badCharacters:     '{field}: characters that cannot be shown',
  hiddenMarks:       '{field}: invisible marks that turn the direction of writing',
  wrongText:         '{field}: cannot be used ({problem})',
  unknownUnit:       'no unit has the code or name {unit}',
  otherContent:      'this number is already there with other content',
  refused:           'the step {verb} was refused ({refusal})',
} as const;

export type FaultCode = keyof typeof sentences;

/** The reason as a sentence for the operator. */
export const reasonOf = ({ code, values }: Fault): string =>
  sentences[code].replace(/\{(\w+)\}/g, (place, name: string) => String(values?.[name] ?? place));

export const isFault = (it: object): it is Fault => 'code' in it;
