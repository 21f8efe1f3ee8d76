import { textAnswer } from '@/app/(portal)/text-answer.ts'
import { defaultLanguage } from '@/lib/languages.ts'
import { readSite } from '@/lib/reading/index.ts'
import { webManifest } from '@/lib/well-known/manifest.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const { name, tagline: description } = await readSite(defaultLanguage)
  const manifest = webManifest({ name, description, language: defaultLanguage })
  return textAnswer(manifest, 'application/manifest+json')
}
