import type { Verb } from './lifecycle';
import type { Transition } from './transition';
import { accept } from './transitions/accept';
import { annotate } from './transitions/annotate';
import { answer } from './transitions/answer';
import { assign } from './transitions/assign';
import { contact } from './transitions/contact';
import { decline } from './transitions/decline';
import { dispatch } from './transitions/dispatch';
import { file } from './transitions/file';
import { interview } from './transitions/interview';
import { judge } from './transitions/judge';
import { lapse } from './transitions/lapse';
import { message } from './transitions/message';
import { missContact } from './transitions/miss-contact';
import { redispatch } from './transitions/redispatch';
import { redo } from './transitions/redo';
import { reopen } from './transitions/reopen';
import { resolve } from './transitions/resolve';
import { sendBack } from './transitions/send-back';
import { stamp } from './transitions/stamp';
import { supplement } from './transitions/supplement';
import { withdraw } from './transitions/withdraw';

/** The rule of every verb; the compiler asks for one a line of the table. */
export const transitions: Record<Verb, Transition> = {
  file,
  dispatch,
  answer,
  decline,
  sendBack,
  redispatch,
  accept,
  assign,
  contact,
  missContact,
  message,
  supplement,
  resolve,
  redo,
  judge,
  interview,
  lapse,
  reopen,
  withdraw,
  stamp,
  annotate,
};
