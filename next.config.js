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
  // A process holds the pages somebody has asked for, and not all hundred from its start.
  experimental: {
    preloadEntriesOnStart: false,
    globalNotFound: true,
    serverActions: { bodySizeLimit: '4mb' },
  },
};

export default config;
