import { z } from 'zod'
import { parseAddress } from '../urls.ts'
import {
  type MessageError,
  type MessageErrors,
  type MessageField,
  type MessageKind,
  type MessageValues,
  messageFields,
  messageKinds,
  messageLimits,
} from './form.ts'

export type CheckedMessage = {
  name: string
  email: string
  kind: MessageKind
  /** Path of the story that it is about. */
  story: string | null
  text: string
}

const isKind = (value: string): value is MessageKind => messageKinds.some((kind) => kind === value)

/** The path of an address of this portal, typed whole or from its slash on; null for any other. */
function storyPathOf(typed: string, siteUrl: string): string | null {
  if (!URL.canParse(typed, siteUrl)) return null
  const url = new URL(typed, siteUrl)
  if (url.origin !== new URL(siteUrl).origin) return null
  const path = url.pathname.replace(/\/$/, '')
  return parseAddress(path)?.kind === 'story' ? path : null
}

function faultOf(field: MessageField, value: string, siteUrl: string): MessageError | null {
  if (field !== 'kind' && value.length > messageLimits[field]) return 'too-long'
  if (field === 'story')
    return value === '' || storyPathOf(value, siteUrl) !== null ? null : 'not-a-story'
  if (value === '') return 'required'
  if (field === 'email') return z.email().safeParse(value).success ? null : 'not-an-email'
  if (field === 'kind') return isKind(value) ? null : 'not-a-kind'
  return null
}

/** Checks what a reader typed; white space around it does not count. */
export function checkMessage(
  typed: MessageValues,
  siteUrl: string,
): { message: CheckedMessage } | { errors: MessageErrors } {
  const errors: MessageErrors = {}
  for (const field of messageFields) {
    const fault = faultOf(field, typed[field].trim(), siteUrl)
    if (fault) errors[field] = fault
  }
  const kind = typed.kind.trim()
  if (Object.keys(errors).length > 0 || !isKind(kind)) return { errors }
  return {
    message: {
      name: typed.name.trim(),
      email: typed.email.trim(),
      kind,
      story: typed.story.trim() ? storyPathOf(typed.story.trim(), siteUrl) : null,
      text: typed.text.trim(),
    },
  }
}
