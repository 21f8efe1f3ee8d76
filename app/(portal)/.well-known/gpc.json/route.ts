import { textAnswer } from '@/app/(portal)/text-answer.ts'
import { gpcSupport } from '@/lib/well-known/gpc.ts'

export const dynamic = 'force-dynamic'

export const GET = () => textAnswer(gpcSupport(), 'application/json')
