import { nthOf } from '../people';
import { asked } from '../search';
import type { Answer } from './browser';
import { page } from './right';
import type { Scene } from './scene';

/** A page people open, asked for by whoever opens it. */
export interface PageKind {
  name: string;
  open(client: number, nth: number): Promise<Answer>;
}

/** The pages that are opened all day, each with what must stand on it. */
export function pageKinds(scene: Scene): PageKind[] {
  const { read, followed, person } = scene;
  const staff =
    (role: string, path: (nth: number) => string, has: (nth: number) => string) =>
    async (client: number, nth: number) => {
      const { browser } = await person(role, client);
      return page(await browser.get(path(nth)), has(nth));
    };
  const anybody = (path: string, has: string) => async (_: number, nth: number) =>
    page(await nthOf(followed, nth).browser.get(path), has);
  const search = (letters: keyof typeof asked): PageKind => {
    const words = (nth: number) => nthOf(asked[letters], nth);
    return {
      name: `search, ${letters} letters`,
      open: staff(
        'dispatcher',
        (nth) => `/desk/search?words=${encodeURIComponent(words(nth))}`,
        (nth) => `value="${words(nth)}"`,
      ),
    };
  };
  return [
    {
      name: 'queue',
      open: staff(
        'handler',
        () => '/desk?desk=unit&list=all',
        () => 'href="/appeals/',
      ),
    },
    {
      name: 'case with its story',
      open: async (_, nth) => {
        const { browser, caseNumber } = nthOf(read, nth);
        return page(await browser.get(`/appeals/${caseNumber}`), caseNumber);
      },
    },
    {
      name: 'form of a step',
      open: async (_, nth) => {
        const { browser, caseNumber } = nthOf(read, nth);
        return page(await browser.get(`/appeals/${caseNumber}/contact`), 'name="formKey"');
      },
    },
    {
      name: 'supervision',
      open: staff(
        'supervisor',
        () => '/supervision',
        () => 'id="units"',
      ),
    },
    {
      name: 'places and subjects',
      open: staff(
        'supervisor',
        () => '/supervision/places',
        () => '<table',
      ),
    },
    search(2),
    search(3),
    search(6),
    {
      name: 'follow',
      open: async (_, nth) => {
        const { browser, caseNumber, title } = nthOf(followed, nth);
        return page(await browser.get(`/follow/${caseNumber}`), textOf(title).slice(0, 6));
      },
    },
    { name: 'filing, first page', open: anybody('/file', 'name="what"') },
    { name: 'front', open: anybody('/', 'href="/file"') },
    { name: 'open window', open: anybody('/open', '<table') },
    { name: 'cases shown to all', open: anybody('/open/cases', 'name="category"') },
    { name: 'outlines of places', open: anybody('/outlines', '"FeatureCollection"') },
  ];
}

/** As it stands in HTML. */
const textOf = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
