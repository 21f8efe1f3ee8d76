import { siteUrl } from '@/app/(portal)/site-url.ts'
import { isLanguage } from '@/lib/languages.ts'
import { checkMessage } from '@/lib/message/check.ts'
import { honeypotField, type MessageValues, messageFields } from '@/lib/message/form.ts'
import {
  encodeFormState,
  type FormState,
  formStateHeader,
  limitedHeader,
} from '@/lib/message/state.ts'
import { keepMessage } from '@/lib/reading/messages.ts'
import { ownKey } from '@/lib/renderer-key.ts'
import { isSameOrigin } from '@/lib/same-origin.ts'
import { pathOf } from '@/lib/urls.ts'

type Context = { params: Promise<{ locale: string }> }

/** Whether a page of this portal sent the form. */
function isOwn({ headers }: Request): boolean {
  const sent = { fetchSite: headers.get('sec-fetch-site'), origin: headers.get('origin') }
  return isSameOrigin(sent, new URL(siteUrl()).origin)
}

function typedIn(form: FormData): MessageValues {
  const text = (field: string): string => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  return Object.fromEntries(messageFields.map((field) => [field, text(field)])) as MessageValues
}

/** The form again, with all that was typed, from its own page: one place renders it. */
async function formAgain(language: string, state: FormState): Promise<Response> {
  const origin = process.env.RENDERER_ORIGIN ?? siteUrl()
  const page = await fetch(`${origin}/${language}/message`, {
    headers: { ...ownKey(), [formStateHeader]: encodeFormState(state) },
    cache: 'no-store',
  })
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  const status = state.limited ? 429 : 422
  return new Response(page.body, { status: page.ok ? status : page.status, headers })
}

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path } })

export async function POST(request: Request, { params }: Context) {
  const { locale: language } = await params
  if (!isLanguage(language)) return new Response(null, { status: 404 })
  if (!isOwn(request)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => new FormData())
  const values = typedIn(form)
  const thanks = pathOf({ kind: 'message-thanks', language })
  // A program filled the field that people do not see: it is told what it wants to hear.
  if (form.get(honeypotField)) return seeOther(thanks)
  const checked = checkMessage(values, siteUrl())
  if ('errors' in checked)
    return await formAgain(language, { values, errors: checked.errors, limited: false })
  if (request.headers.has(limitedHeader))
    return await formAgain(language, { values, errors: {}, limited: true })
  await keepMessage(checked.message, language)
  return seeOther(thanks)
}
