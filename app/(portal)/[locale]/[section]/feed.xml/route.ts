import { feedAnswer } from '@/app/(portal)/feed.ts'

type Context = { params: Promise<{ locale: string; section: string }> }

export async function GET(_request: Request, { params }: Context) {
  const { locale, section } = await params
  return await feedAnswer(locale, `/${locale}/${section}`)
}
