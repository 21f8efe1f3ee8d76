import '../../tokens.css'
import '../portal.css'
import type { Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { revisionOf } from '@/lib/consent/revision.ts'
import { factsOf, isLanguage } from '@/lib/languages.ts'
import { readSite } from '@/lib/reading/index.ts'
import { searchDescriptionType } from '@/lib/search/description.ts'
import { pathOf } from '@/lib/urls.ts'
import { enhancement } from '../enhancement.ts'
import { faceAddress } from '../face.ts'

export const dynamic = 'force-dynamic'

/** The paper of either scheme (`app/tokens.css`), for what a browser draws around the page. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#12161a' },
  ],
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export default async function PortalLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLanguage(locale)) notFound()
  const { module, prePaint } = enhancement()
  const face = faceAddress()
  const site = await readSite(locale)
  const revision = revisionOf(site)
  return (
    <html lang={factsOf(locale).tag} data-policy={revision}>
      <head>
        {/* The edge removes every script that does not carry this mark. */}
        <script data-portal="">{prePaint}</script>
        {face && (
          <link rel="preload" href={face} as="font" type="font/woff2" crossOrigin="anonymous" />
        )}
        {/* Without script this does the same, by the reader's own cookie. */}
        <noscript>
          <link rel="stylesheet" href={`/consent.css?revision=${revision}`} />
        </noscript>
        <link
          rel="search"
          type={searchDescriptionType}
          title={site.name}
          href={pathOf({ kind: 'search-description', language: locale })}
        />
      </head>
      <body>
        {children}
        <script type="module" src={module} data-portal="" />
      </body>
    </html>
  )
}
