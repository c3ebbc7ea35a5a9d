/** So much of a crowd one place may be, however many there are: a page with a dozen pictures asks for them all at once. */
const alwaysIn = 1 / 2;
/** Beyond so many times what one place may fill, nobody more is let in. */
const wholeHouse = 4;

const ofThisMachine = /^(127\.|::1$)/;
/** Asked by machines that look after it. */
const looksAfter = /^\/api\/(health|ready|metrics)$/;
/** They come as slowly as the network does, and cost little while they come. */
const comesSlowly = /\/photos$/;

/** 24 bits of an IPv4 address, 48 of an IPv6 address: what one hand can have. */
function placeOf(address) {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 3).join(':');
}

/**
 * Keeps one place from filling the line of a web process. While so many requests are under way, places that have half
 * as many or more are told to come back; others are let in, until there are four times as many. Requests of
 * this machine are let in: they are its operator's, or of a proxy that does not say for whom it asks.
 *
 * @param {number} most how many under way are a crowd; 0: nobody is ever turned away
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   whether it is turned away; else it counts until it is answered
 */
export function crowd(most) {
  const places = new Map();
  let all = 0;
  return ({ headers, url = '/', method }, response) => {
    const address = String(headers['x-forwarded-for'] ?? '');
    const path = url.split('?', 1)[0];
    if (most === 0 || ofThisMachine.test(address) || looksAfter.test(path)) return false;
    if (path.startsWith('/_next/') || (method === 'POST' && comesSlowly.test(path))) return false;
    const place = placeOf(address);
    const own = places.get(place) ?? 0;
    if (all >= most * wholeHouse || (all >= most && own >= most * alwaysIn)) return true;
    all += 1;
    places.set(place, own + 1);
    response.once('close', () => {
      all -= 1;
      const left = (places.get(place) ?? 1) - 1;
      if (left > 0) places.set(place, left);
      else places.delete(place);
    });
    return false;
  };
}
