import { redirect } from 'next/navigation';
import { noteInAnswer } from '@/lib/request-at-hand';

/**
 * Not there, or not for this reader: both look the same. Leads to an address without a page, since
 * the framework draws its not-found page for readers without JavaScript only there; `notHere()`
 * from a page would leave them an empty one.
 */
export function notHere(): never {
  noteInAnswer({ refusal: 'notHere' });
  redirect('/not-here');
}
