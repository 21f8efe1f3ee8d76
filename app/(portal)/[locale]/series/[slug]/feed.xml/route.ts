import { feedAnswer } from '@/app/(portal)/feed.ts'

type Context = { params: Promise<{ locale: string; slug: string }> }

export async function GET(_request: Request, { params }: Context) {
  const { locale, slug } = await params
  return await feedAnswer(locale, `/${locale}/series/${slug}`)
}
