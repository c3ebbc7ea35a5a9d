/** Headers that hold for every answer; the content security policy carries a nonce and is set in scripts/web.mjs. */
const standingHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not no-referrer: browsers then send `Origin: null` and forms without JavaScript are refused.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Origin-Agent-Cluster', value: '?1' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
  { key: 'X-DNS-Prefetch-Control', value: 'off' },
  {
    key: 'Permissions-Policy',
    value: [
      'accelerometer',
      'browsing-topics',
      'camera',
      'display-capture',
      'gyroscope',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'publickey-credentials-get',
      'serial',
      'usb',
    ]
      .map((feature) => `${feature}=()`)
      // Only where somebody presses for it, when filing.
      .concat('geolocation=(self)')
      .join(', '),
  },
];

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  images: { unoptimized: true },
  // Types are checked by `npm run check`, tests and scripts with them; a build is for running.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@node-rs/jieba',
    'graphile-worker',
    'pg',
    'prom-client',
  ],
  // A page's title stands in its head, for everybody: streamed after it, a reader may be read a page without one.
  htmlLimitedBots: /.*/,
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '4mb' } },
  headers: async () => [{ source: '/:path*', headers: standingHeaders }],
};

export default config;
