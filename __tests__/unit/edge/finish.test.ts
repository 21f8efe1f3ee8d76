import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { finish, finishAny } from '../../../edge/render/finish.ts'
import { Finisher } from '../../../edge/render/finisher.ts'
import { readPlain } from '../../../edge/render/read-plain.ts'
import { encodeAnswerNote } from '../../../lib/answer-note.ts'

const page = (head: string, body = '<p>Text</p>') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const noteTag = (note: Parameters<typeof encodeAnswerNote>[0]) =>
  `<meta name="portal:answer" content="${encodeAnswerNote(note).replace(/"/g, '&quot;')}"/>`

describe('finishing', () => {
  it('hands on byte for byte what it does not touch', () => {
    const html = page(
      '<meta charSet="utf-8"/><title>A &amp; B</title>',
      '<svg viewBox="0 0 9 9"><linearGradient id=a /></svg><pre>\n x</pre><textarea>\n<script></textarea>',
    )
    expect(finish(html).html).toBe(html)
  })

  it('removes every script that is not marked, also in templates and in SVG', () => {
    const html = page(
      '<script src="/_next/a.js" async=""></script><script>self.__next_f=[]</script>',
      '<template><script>1</script><b>kept</b></template><svg><script>2</script><script href="x"/><g></g></svg><SCRIPT>"<!--<script></script>"</SCRIPT>end',
    )
    expect(finish(html).html).toBe(
      page('', '<template><b>kept</b></template><svg><g></g></svg>end'),
    )
  })

  it('removes what Next hands to its own scripts, whatever is in it', () => {
    const data = [
      '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
      String.raw`<script>self.__next_f.push([1,"1:\u003cp\u003e \"a\" $"])</script>`,
      '<script>self.__next_f.push([1,"<p>"])</script>',
    ]
    const text = '<p title="self.__next_f.push(">self.__next_f.push([1])</p>'
    expect(finish(page('', text + data.join('') + text)).html).toBe(page('', text + text))
    expect(finish(page('', data[1]?.slice(0, -9))).whole).toBe(false)
  })

  it('keeps marked scripts without the mark', () => {
    const html = page(
      '<script data-portal="" type="module" src="/enhance/a.js"></script><script type="application/ld+json" data-portal="true">{"a":"<\\/b>"}</script>',
    )
    const { html: finished, scriptHashes } = finish(html)
    expect(finished).toContain('<script type="module" src="/enhance/a.js"></script>')
    expect(finished).toContain('<script type="application/ld+json">{"a":"<\\/b>"}</script>')
    expect(scriptHashes).toEqual([])
  })

  it('hashes marked inline scripts that run, as a browser does', () => {
    const script = 'document.documentElement.dataset.x = "1 < 2 && \'é\'"'
    const hash = createHash('sha256').update(script).digest('base64')
    expect(finish(page(`<script data-portal>${script}</script>`)).scriptHashes).toEqual([
      `sha256-${hash}`,
    ])
  })

  it('removes comments, script preloads and the empty div that Next leaves', () => {
    const head =
      '<link rel="preload" as="script" href="/_next/a.js"/><link rel="modulepreload" href="/b.js"/><link rel="expect" href="#_R_" blocking="render"/><link rel="preload" as="font" href="/f.woff2"/>'
    const body =
      '<div hidden=""><!--$--> <!--/$--></div><p>a<!-- -->b</p><div hidden="">not empty</div>'
    expect(finish(page(head, body)).html).toBe(
      page(
        '<link rel="preload" as="font" href="/f.woff2"/>',
        '<p>ab</p><div hidden="">not empty</div>',
      ),
    )
  })

  it('mends what Next writes twice or leaves empty', () => {
    const head =
      '<meta charset="utf-8"><meta charset="utf-8"><meta name="viewport" content="a"><meta name="viewport" content="a">'
    expect(finish(page(head, '<form action="" method="post"></form>')).html).toBe(
      page(
        '<meta charset="utf-8"><meta name="viewport" content="a">',
        '<form method="post"></form>',
      ),
    )
  })

  it('reads the answer note and takes it out', () => {
    const note = { status: 410, keys: ['articles:1', 'media:2'] } as const
    const finished = finish(page(noteTag(note)))
    expect(finished.note).toEqual(note)
    expect(finished.html).toBe(page(''))
  })

  it('joins the notes of layout and page: the gravest status, all keys', () => {
    const head =
      noteTag({ status: 200, keys: ['a', 'b'] }) + noteTag({ status: 404, keys: ['b', 'c'] })
    expect(finish(page(head)).note).toEqual({ status: 404, keys: ['a', 'b', 'c'] })
  })

  it('refuses a note that it cannot read', () => {
    expect(() => finish(page('<meta name="portal:answer" content="{}">'))).toThrow(
      'Not an answer note',
    )
  })

  it('tells half a page and the shell of a failed render from a whole page', () => {
    expect(finish(page('')).whole).toBe(true)
    expect(finish('<html><body><p>and then').whole).toBe(false)
    expect(finish('<html id="__next_error__"><body></body></html>').whole).toBe(false)
  })

  it('leaves text alone that only looks like markup', () => {
    const body =
      '<style>a::before{content:"<script>"}</style><noscript><img src="a"></noscript><p title="<script>">&lt;script&gt;</p>'
    expect(finish(page('', body)).html).toBe(page('', body))
  })

  it('survives long texts and broken markup without letting a script through', () => {
    const long = 'x'.repeat(200_000)
    const broken = `<p a="${long}">${long}<script>${long}</script><script data-portal>${long}</script><div hidden><b <i></div><script>never closed`
    const finished = finish(broken)
    expect(finished.html.match(/<script/g)).toHaveLength(1)
    expect(finished.html.length).toBeGreaterThan(600_000)
    expect(finished.scriptHashes).toEqual([
      `sha256-${createHash('sha256').update(long).digest('base64')}`,
    ])
  })
})

describe('a document as React writes it', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', '长', ' ', '\n', '&', '<', '>', '"', "'", '-', '!', '/'),
    maxLength: 9,
  })
  const path = words.map((text) => `/${text}`)
  const attributes = fc.record(
    {
      title: words,
      href: path,
      className: words,
      hidden: fc.constant(true),
      action: words,
      viewBox: words,
      'data-portal': fc.constantFrom('', 'a'),
    },
    { requiredKeys: [] },
  )
  const void_ = fc
    .tuple(
      fc.constantFrom('meta', 'link', 'img', 'br', 'input'),
      fc.record(
        {
          name: fc.constantFrom('viewport', 'a', 'next-size-adjust'),
          rel: fc.constantFrom('preload', 'modulepreload', 'icon'),
          as: fc.constantFrom('script', 'font'),
          href: path,
          'data-portal': fc.constant(''),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([name, props]) => createElement(name, props))
  const script = fc
    .tuple(
      attributes,
      fc.constantFrom(
        'self.__next_f.push([1,"a"])',
        '{"a":"\\u003c"}',
        'a<b&&c>d',
        '1<<!--',
        '</p>',
        '<script',
      ),
      fc.constantFrom('module', 'application/ld+json'),
    )
    .map(([{ hidden, action, ...props }, __html, type]) =>
      createElement('script', { ...props, type, dangerouslySetInnerHTML: { __html } }),
    )
  const { tree } = fc.letrec<{ tree: ReactNode }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      words,
      void_,
      script,
      fc
        .tuple(
          fc.constantFrom('p', 'div', 'form', 'svg', 'g', 'desc', 'template', 'h1', 'x-y'),
          attributes,
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, props, children]) => createElement(name, props, ...children)),
      fc
        .tuple(fc.constantFrom('title', 'style', 'noscript', 'textarea', 'iframe'), words)
        .map(([name, text]) =>
          createElement(
            name,
            name === 'textarea' ? { defaultValue: text } : null,
            name === 'textarea' ? undefined : text,
          ),
        ),
    ),
  }))
  const documents = fc
    .array(tree, { maxLength: 6 })
    .map(
      (body) =>
        `<!DOCTYPE html>${renderToString(createElement('html', null, createElement('body', null, ...body)))}`,
    )

  it('comes out as from the parser', () => {
    let plain = 0
    fc.assert(
      fc.property(documents, (html) => {
        expect(finish(html)).toEqual(finishAny(html))
        if (readPlain(html, new Finisher())) plain++
      }),
      { numRuns: 500 },
    )
    expect(plain).toBeGreaterThan(250)
  })

  it.each([
    '</svg><svg><script data-portal="">a<b title="</script>"></script></svg>',
    '<svg><foreignObject></svg></foreignObject><script data-portal="">if(a<b)c()</script></svg>',
    '<svg/><script>if(a<b)c()</script>',
    '<svg data-portal="" viewBox="0 0 9 9"><clipPath data-portal=""/></svg><image action="">',
    '<div hidden="until-found"></div><div HIDDEN=""></div><p DATA-PORTAL=""></p>',
    '<math><mi><script data-portal="">a<b</script></mi></math>',
  ])('and where a browser would mend it: %s', (body) => {
    const html = page('', body)
    expect(finish(html)).toEqual(finishAny(html))
  })

  it('and also once it is damaged', () => {
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.nat(40),
        fc.constantFrom(
          '',
          '<',
          '>',
          '"',
          '/',
          '<!--',
          '-->',
          '<script>',
          '</script>',
          '<script data-portal>',
          '<svg>',
          '</svg>',
          '<svg/>',
          '<foreignObject>',
          '<math>',
          '="a"',
          '<![CDATA[',
          '\0',
          '\r',
          '<plaintext>',
          '<noscript>',
          ' a=b',
        ),
        (html, place, length, put) => {
          const at = place % html.length
          const damaged = html.slice(0, at) + put + html.slice(at + length)
          expect(finish(damaged)).toEqual(finishAny(damaged))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
