import { withPayload } from '@payloadcms/next/withPayload'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  // Messages are parsed once, at the build, and not for each page anew.
  experimental: { messages: { path: './messages', format: 'json', precompile: true } },
})

/** @type {import('next').NextConfig} */
const portal = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The edge compresses, once per render.
  compress: false,
  devIndicators: false,
  // Metadata is never streamed: the HTML of one render is complete.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // Readers of a story load no style of the search or the archive; the price is a small file more.
  experimental: { cssChunking: { type: 'graph', requestCost: 3000 } },
  // `npm test` checks types; a start on a fresh clone need not.
  typescript: { ignoreBuildErrors: true },
  async rewrites() {
    return [
      {
        // The year stands where a section may stand: Next tells them apart only by folders.
        source: '/:locale/:year(\\d{4})/:month(\\d{2})/:day(\\d{2})/:slug/:rest*',
        destination: '/:locale/story/:year/:month/:day/:slug/:rest*',
      },
    ]
  },
}

const payload = withPayload(withNextIntl(portal), { devBundleServerPackages: false })

/** Client hints are for the newsroom's theme: asked of readers, they would cost each first visit a second request. */
const newsroomOnly = async () =>
  (await payload.headers()).map((entry) =>
    entry.source === '/:path*' ? { ...entry, source: '/admin/:path*' } : entry,
  )

export default { ...payload, headers: newsroomOnly }
