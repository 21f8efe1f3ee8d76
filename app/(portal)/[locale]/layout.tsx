import '../../tokens.css'
import '../portal.css'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { factsOf, isLanguage } from '@/lib/languages.ts'
import { enhancement } from '../enhancement.ts'

export const dynamic = 'force-dynamic'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export default async function PortalLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLanguage(locale)) notFound()
  return (
    <html lang={factsOf(locale).tag}>
      <body>
        {children}
        {/* The edge removes every script that does not carry this mark. */}
        <script type="module" src={enhancement()} data-portal="" />
      </body>
    </html>
  )
}
