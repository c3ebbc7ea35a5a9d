import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Who sits before the other house's sign-in page, and what it says of them. */
interface Someone {
  sub: string;
  email?: string;
  email_verified?: boolean;
  amr?: string[];
}

export interface OidcServer {
  issuer: string;
  /** What Huiyin is told of it. */
  settings: Record<string, string>;
  /** Whoever presses its button is this. */
  who: Someone;
  /** What it says it is called, where that is not its address. */
  says: string | null;
  /** How often its own sign-in page was pressed. */
  pressed: number;
  /** Whether it answers at all. */
  isUp: boolean;
  /** From now on browsers may be sent back to this address of Huiyin. */
  register(publicUrl: string): void;
  close(): Promise<void>;
}

const client = { id: 'huiyin', secret: 'a secret of the tests alone' };

/** A real OpenID Connect provider, with one button for a sign-in page. It wants PKCE and answers one client. */
export async function oidcServer(): Promise<OidcServer> {
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  const http = createServer((request, response) => {
    if (!office.isUp) request.socket.destroy();
    else answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((go) => http.listen(0, '127.0.0.1', go));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const people = new Map<string, Someone>();
  const office: OidcServer = {
    issuer,
    settings: {
      HUIYIN_OIDC_ISSUER: issuer,
      HUIYIN_OIDC_CLIENT_ID: client.id,
      HUIYIN_OIDC_CLIENT_SECRET: client.secret,
      HUIYIN_OIDC_NAME: '统一身份认证',
      HUIYIN_OIDC_NAME_EN: 'the county sign-in',
      HUIYIN_OIDC_SECOND_FACTOR: 'mfa',
    },
    who: { sub: 'nobody' },
    says: null,
    pressed: 0,
    isUp: true,
    register(publicUrl) {
      const provider = providerFor(issuer, `${publicUrl}/sign-in/sso/back`, people);
      const callback = provider.callback();
      answer = async (request, response) => {
        if (office.says && request.url === '/.well-known/openid-configuration') {
          sendJson(response, described(issuer, office.says));
        } else if (!request.url?.startsWith('/interaction/')) {
          await callback(request, response);
        } else if (request.method !== 'POST') {
          sendPage(response, request.url);
        } else {
          office.pressed += 1;
          people.set(office.who.sub, office.who);
          const { sub: accountId, amr } = office.who;
          const login = { accountId, ...(amr && { amr }) };
          await provider.interactionFinished(request, response, { login });
        }
      };
    },
    close: () => {
      http.closeAllConnections();
      return new Promise((go) => http.close(() => go()));
    },
  };
  office.register('http://127.0.0.1:1');
  return office;
}

function providerFor(issuer: string, redirectUri: string, people: ReadonlyMap<string, Someone>) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] as never,
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    pkce: { required: () => true, methods: ['S256'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ ...(people.get(id) ?? { sub: id }) }),
    }),
    // Nobody is asked whether Huiyin may know their address.
    async loadExistingGrant({ oidc: { provider, session } }) {
      const grant = new provider.Grant({
        clientId: client.id,
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
}

const described = (at: string, issuer: string) => ({
  issuer,
  authorization_endpoint: `${at}/auth`,
  token_endpoint: `${at}/token`,
  userinfo_endpoint: `${at}/me`,
  jwks_uri: `${at}/jwks`,
});

function sendJson(response: ServerResponse, what: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(what));
}

function sendPage(response: ServerResponse, url: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
    <html lang="zh"><title>统一身份认证</title><link rel="icon" href="data:,"><h1>统一身份认证</h1>
    <form method="post" action="${url}"><button>我是本人</button></form></html>`);
}
