'use client';

import { createContext, useContext } from 'react';

/** The words of the error page. They travel with every page, since an error page cannot ask for any. */
export type FaultWords = {
  title: string;
  heading: string;
  body: string;
  /** With the place `{reference}`. */
  reference: string;
  again: string;
  home: string;
};

const Words = createContext<FaultWords | null>(null);

export function FaultWordsProvider({
  words,
  children,
}: {
  words: FaultWords;
  children: React.ReactNode;
}) {
  return <Words value={words}>{children}</Words>;
}

export function useFaultWords(): FaultWords | null {
  return useContext(Words);
}
