/** What the form for messages sends, and what may be wrong with it; `app/` checks with these limits. */
export const messageKinds = ['comment', 'correction', 'tip', 'harmful'] as const
export type MessageKind = (typeof messageKinds)[number]

export const messageFields = ['name', 'email', 'kind', 'story', 'text'] as const
export type MessageField = (typeof messageFields)[number]

/** As typed: nothing is trimmed or dropped, so that nothing is lost when the form comes back. */
export type MessageValues = Record<MessageField, string>

export const emptyMessage: MessageValues = { name: '', email: '', kind: '', story: '', text: '' }

/** Longest values, in characters (UTF-16 code units); e-mail after RFC 5321, 4.5.3.1.3. */
export const messageLimits = { name: 80, email: 254, story: 500, text: 5000 } as const

/** `not-a-story`: not an address of this portal. */
export type MessageError = 'required' | 'too-long' | 'not-an-email' | 'not-a-kind' | 'not-a-story'
export type MessageErrors = Partial<Record<MessageField, MessageError>>

/** The field that people do not see; whatever fills it in is a program. */
export const honeypotField = 'website'
