import { checkMessage } from '../../lib/message/check.ts'
import { emptyMessage } from '../../lib/message/form.ts'
import { decodeFormState, encodeFormState } from '../../lib/message/state.ts'

const site = 'https://portal.example'
const good = {
  name: ' 李江 ',
  email: 'li@example.com',
  kind: 'tip',
  story: `${site}/zh/2026/01/02/a-story/`,
  text: 'Something to look into.',
}

describe('messages', () => {
  it('a good one is taken, trimmed, with the path of its story', () => {
    expect(checkMessage(good, site)).toEqual({
      message: { ...good, name: '李江', story: '/zh/2026/01/02/a-story' },
    })
  })

  it('every fault is named at its field', () => {
    expect(checkMessage(emptyMessage, site)).toEqual({
      errors: { name: 'required', email: 'required', kind: 'required', text: 'required' },
    })
    const wrong = {
      name: 'x'.repeat(81),
      email: 'nobody',
      kind: 'praise',
      story: 'https://elsewhere.example/zh/2026/01/02/a-story',
      text: 'x'.repeat(5001),
    }
    expect(checkMessage(wrong, site)).toEqual({
      errors: {
        name: 'too-long',
        email: 'not-an-email',
        kind: 'not-a-kind',
        story: 'not-a-story',
        text: 'too-long',
      },
    })
  })

  it('what was typed comes back whole, in any script', () => {
    const values = { ...emptyMessage, name: '"><b>江</b>', text: '两江\n交汇 🌉' }
    const state = { values, errors: { email: 'required' as const }, limited: false }
    expect(decodeFormState(encodeFormState(state))).toEqual(state)
  })

  it('a state that nobody of ours wrote is an empty form', () => {
    expect(decodeFormState('%%%').values).toEqual(emptyMessage)
    expect(decodeFormState(encodeFormState({ values: 1 } as never)).values).toEqual(emptyMessage)
  })
})
