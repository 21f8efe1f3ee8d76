import { feedAnswer } from '@/app/(portal)/feed.ts'

type Context = { params: Promise<{ locale: string }> }

export async function GET(_request: Request, { params }: Context) {
  const { locale } = await params
  return await feedAnswer(locale, `/${locale}/latest`)
}
