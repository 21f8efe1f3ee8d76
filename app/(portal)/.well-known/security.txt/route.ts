import { siteUrl } from '@/app/(portal)/site-url.ts'
import { textAnswer } from '@/app/(portal)/text-answer.ts'
import { readContacts } from '@/lib/reading/index.ts'
import { securityTxt } from '@/lib/well-known/security-txt.ts'

export const dynamic = 'force-dynamic'

/** Not there while the newsroom has named no address to write to. */
export async function GET() {
  const { security } = await readContacts()
  if (!security) return new Response(null, { status: 404 })
  return textAnswer(securityTxt({ siteUrl: siteUrl(), contact: security, now: Date.now() }))
}
