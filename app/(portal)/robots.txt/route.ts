import { siteUrl } from '@/app/(portal)/site-url.ts'
import { textAnswer } from '@/app/(portal)/text-answer.ts'
import { robotsTxt } from '@/lib/well-known/robots.ts'

export const dynamic = 'force-dynamic'

export const GET = () => textAnswer(robotsTxt(siteUrl()))
