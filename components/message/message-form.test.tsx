import { render } from '../../__tests__/unit/render.tsx'
import { emptyMessage } from '../../lib/message/form.ts'
import { MessageForm } from './message-form.tsx'

const values = { ...emptyMessage, email: 'x@', text: 'First line\nsecond <line>', kind: 'tip' }

describe('message form', () => {
  it('keeps what was typed when something is wrong', () => {
    const html = render(<MessageForm language="en" values={values} errors={{ name: 'required' }} />)
    expect(html).toContain('First line\nsecond &lt;line&gt;</textarea>')
    expect(html).toMatch(/id="kind-tip"[^>]* checked=""/)
    expect(html).toContain('value="x@"')
  })

  it('says what is wrong above the form and at the field', () => {
    const errors = { email: 'not-an-email', kind: 'required' } as const
    const html = render(<MessageForm language="en" values={values} errors={errors} />)
    expect(html).toContain('2 things need your attention')
    expect(html).toContain('<a href="#email">Write an e-mail address')
    expect(html).toMatch(
      /id="email"[^>]*aria-invalid="true" aria-describedby="email-hint email-error"/,
    )
    expect(html).toContain('id="email-error"')
  })

  it('is silent about errors at first', () => {
    const html = render(<MessageForm language="zh" values={emptyMessage} errors={{}} />, 'zh')
    expect(html).not.toMatch(/role="alert"|aria-invalid|-error"/)
    expect(html).toContain('action="/zh/message/send"')
  })
})
