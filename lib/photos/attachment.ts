/** As much of a picture as a page needs. */
export interface Photo {
  id: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** As much of a PDF as a page needs. */
export interface Pdf {
  id: string;
  bytes: number;
}

/** What goes with a step. */
export type Attachment = (({ kind: 'picture' } & Photo) | ({ kind: 'pdf' } & Pdf)) & {
  /** Since when the large picture, or the PDF, is deleted as laid down; null while it is there. */
  goneAt: Date | null;
};

/** The columns an attachment is told by. */
export const attachmentFields = {
  ...{ id: true, width: true, height: true, bytes: true, largeGoneAt: true },
} as const;

interface Row {
  id: string;
  width: number | null;
  height: number | null;
  bytes: number;
  largeGoneAt: Date | null;
}

export const attachmentOf = ({ id, width, height, bytes, largeGoneAt: goneAt }: Row): Attachment =>
  width === null || height === null
    ? { kind: 'pdf', id, bytes, goneAt }
    : { kind: 'picture', id, width, height, goneAt };

export const picturesIn = (all: readonly Attachment[]) => all.filter((it) => it.kind === 'picture');

export const pdfsIn = (all: readonly Attachment[]) => all.filter((it) => it.kind === 'pdf');
