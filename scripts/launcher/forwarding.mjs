import { BlockList, isIP } from 'node:net';

const CLAIMS = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
  'x-request-id',
];

/**
 * Makes the headers about where a request came from true. Anyone may write them, so what a stranger
 * claims is thrown away; a proxy the operator trusts is believed about the hop before it.
 *
 * @param {string[]} trusted addresses and networks of the operator's own proxies
 * @returns {(request: import('node:http').IncomingMessage) => void}
 */
export function forwarding(trusted) {
  const proxies = new BlockList();
  for (const network of trusted) {
    const [address, bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits) proxies.addSubnet(address, Number(bits), family);
    else proxies.addAddress(address, family);
  }
  const isProxy = (address) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

  return ({ headers, socket }) => {
    const claimed = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = plain(socket.remoteAddress);
    if (!isProxy(address)) for (const claim of CLAIMS) delete headers[claim];
    while (isProxy(address) && claimed.length > 0) {
      const before = plain(claimed.pop()?.trim());
      if (!isIP(before)) break;
      address = before;
    }
    headers['x-forwarded-for'] = address;
  };
}

/** An IPv4 address as such, also where the socket speaks IPv6. */
function plain(address = '') {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
