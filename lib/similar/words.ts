import { ordinaryWords } from './ordinary-words';
import { endsAsPlace, isEnding } from './place-endings';
import { type Piece, rarityOf, segment } from './segment';

/** What somebody says of one matter: in their own words, and where it is. */
export interface Matter {
  title: string;
  what: string;
  place: string;
}

/** The words of a matter by which it is told from others. */
export interface Words {
  /** How much each word says, by how rare it is in Chinese in general and where it stands. */
  weights: ReadonlyMap<string, number>;
  /** Names of places, and the words they are made of. */
  places: ReadonlySet<string>;
  /** A name with the house, block or group that is named right behind it. */
  spots: ReadonlySet<string>;
}

const titleWeight = 1.4;
const placeWeight = 1.3;
/** Of a whole name, and of a name with its number. */
const nameWeight = 10;
const spotWeight = 11;
/** Parts of a name that are as common as this are no name by themselves: 人民, 国际. */
const commonPart = 8;
/** "不热", "不亮": two words to the dictionary, one fault to whoever complains. */
const faultWeight = 8;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // Names are typed with and without blanks: 安泉里 3 号楼.
    .replace(/(?<=[\p{L}\p{N}])[^\S\n]+(?=[\p{L}\p{N}])/gu, (blank, at: number, all: string) =>
      /[a-z]/.test(all[at - 1] ?? '') && /[a-z]/.test(all[at + blank.length] ?? '') ? ' ' : '',
    );

const digits = '零一二三四五六七八九';
const numbered =
  /(\d{1,4}|[一二三四五六七八九十]{1,3})(号楼|栋|幢|座|单元|号|室|期|组|队|弄|标段|地块)/gu;
const kinds: Readonly<Record<string, string>> = { 栋: '号楼', 幢: '号楼', 座: '号楼', 队: '组' };

/** 十二 and 12 are one number; so are a 栋 and a 号楼. */
function numberOf(digitsOrHan: string, kind: string): string {
  const named = kinds[kind] ?? kind;
  if (/\d/.test(digitsOrHan)) return `${Number(digitsOrHan)}${named}`;
  const [tens, ones] = digitsOrHan.includes('十') ? digitsOrHan.split('十') : ['', digitsOrHan];
  const ten = digitsOrHan.includes('十') ? Math.max(1, digits.indexOf(tens || '一')) : 0;
  return `${ten * 10 + (ones ? Math.max(0, digits.indexOf(ones)) : 0)}${named}`;
}

/** Words a name may be made of: names, nouns, what the dictionary does not know, letters and digits. */
const inNames = /^(n|j|s|f|x|b|eng|zg|t|q$|vn$|m$)/;
const letters = /^[\p{L}\p{N}]+$/u;
const longestName = 10;

/** Collects words as a text is read from left to right. */
class Reading {
  readonly weights = new Map<string, number>();
  readonly places = new Set<string>();
  readonly spots = new Set<string>();
  /** Words that may be the beginning of a name. */
  #run: string[] = [];
  /** The name the last piece ended with. */
  #name = '';

  constructor(
    private readonly factor: number,
    private readonly all: Reading | null = null,
  ) {}

  read(text: string): this {
    let from = 0;
    for (const match of text.matchAll(numbered)) {
      this.#pieces(text.slice(from, match.index));
      this.#number(numberOf(match[1] ?? '', match[2] ?? ''));
      from = match.index + match[0].length;
    }
    this.#pieces(text.slice(from));
    return this;
  }

  #pieces(text: string): void {
    if (!text) return;
    this.#name = '';
    this.#run = [];
    let before = '';
    for (const piece of segment(text)) {
      this.#piece(piece, before);
      before = piece.word;
    }
  }

  #piece({ word, tag }: Piece, before: string): void {
    if (!letters.test(word)) {
      this.#run = [];
      this.#name = '';
      return;
    }
    if (before === '不' && word.length === 1) this.#add(`不${word}`, faultWeight);
    if (word.length > 1 && !ordinaryWords.has(word) && !/^\d+$/.test(word)) {
      this.#add(word, rarityOf(word));
    }
    this.#name = '';
    if (!inNames.test(tag) || ordinaryWords.has(word)) {
      this.#run = [];
      return;
    }
    this.#run.push(word);
    if (endsAsPlace(word)) this.#nameEnds();
  }

  #nameEnds(): void {
    const parts = this.#run.slice(-3);
    while (parts.join('').length > longestName) parts.shift();
    const name = parts.join('');
    this.#run = [];
    // 小区 by itself is anywhere; so is a word of two letters the dictionary made of nothing known.
    if (isEnding(name) || name.length < 2) return;
    this.#name = name;
    this.#add(name, nameWeight);
    this.places.add(name);
    for (const it of parts) {
      if (it.length > 1 && !isEnding(it) && rarityOf(it) > commonPart) this.places.add(it);
    }
  }

  #number(number: string): void {
    if (!this.#name) return;
    const spot = `${this.#name}${number}`;
    this.#add(spot, spotWeight);
    this.spots.add(spot);
    this.#name = '';
  }

  #add(word: string, weight: number): void {
    const into = (this.all ?? this).weights;
    into.set(word, Math.max(into.get(word) ?? 0, weight * this.factor));
  }
}

/** Letters of an account that are read: whoever writes more has said what it is about by then. */
const mostRead = 400;

/** Reads title, account and place; a word counts once, by where it says most. */
export function wordsOf({ title, what, place }: Matter): Words {
  const account = new Reading(1).read(plain(what.slice(0, mostRead)));
  const heading = new Reading(titleWeight, account).read(plain(title));
  const where = new Reading(placeWeight, account).read(plain(place));
  const readings = [account, heading, where];
  return {
    weights: account.weights,
    places: new Set(readings.flatMap((it) => [...it.places])),
    spots: new Set(readings.flatMap((it) => [...it.spots])),
  };
}
