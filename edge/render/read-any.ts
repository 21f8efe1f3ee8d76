import { RewritingStream } from 'parse5-html-rewriting-stream'
import type { EndTag, StartTag } from 'parse5-sax-parser'
import type { Finisher } from './finisher.ts'

/** Tells a finisher what stands in any text that is taken for a document, as browsers would read it. */
export function readAny(html: string, finisher: Finisher): void {
  const text = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html
  new Reader(text.replace(nextData, ''), finisher).run()
}

/**
 * What Next hands to its own scripts, as it writes it: without `<` (it stands as `\u003c`), and more than half of a
 * document. The parser would read it letter by letter, which takes longer than all the rest; what
 * does not look like this it reads still.
 */
const nextData = /<script>(?:\(self\.__next_f=|self\.__next_f\.push\()[^<]*<\/script>/g

class Reader extends RewritingStream {
  private readonly source: string
  private readonly finisher: Finisher
  /** Where in the source a text begins that is not handed on yet, and where it ends. */
  private textFrom = 0
  private textTo = 0

  constructor(source: string, finisher: Finisher) {
    super()
    this.source = source
    this.finisher = finisher
    const on = <T>(event: string, act: (token: T, raw: string) => void) =>
      this.on(event, (token, raw) => {
        this.flushText()
        act(token, raw)
      })
    on<StartTag>('startTag', (tag, raw) => {
      const endsItself = tag.selfClosing && this.parserFeedbackSimulator.inForeignContent
      finisher.startTag(tag, raw, endsItself)
    })
    on<EndTag>('endTag', (tag, raw) => finisher.endTag(tag.tagName, raw))
    on('doctype', (_, raw) => finisher.write(raw))
    on('comment', () => {})
  }

  run(): void {
    // One write of everything: the text is whole already, and so the work is synchronous.
    this.tokenizer.write(this.source, true)
    this.flushText()
  }

  /**
   * Characters come a word at a time: that they are text, and to where, is all that is kept of them. (The parser's own way
   * puts them together with a new location for each word, which takes longer than the parsing.)
   */
  override onCharacter({ location }: Parameters<RewritingStream['onCharacter']>[0]): void {
    if (!location) return
    if (this.textTo === this.textFrom) this.textFrom = location.startOffset
    this.textTo = location.endOffset
  }

  private flushText(): void {
    if (this.textTo === this.textFrom) return
    this.finisher.text(this.source.slice(this.textFrom, this.textTo))
    this.textFrom = this.textTo
  }

  /** What no event is about. */
  override emitRaw(html: string): void {
    this.finisher.write(html)
  }
}
