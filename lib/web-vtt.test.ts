import { captionWords, isWebVtt } from './web-vtt.ts'

const captions = `WEBVTT - over the river

NOTE made by hand

1
00:00.000 --> 00:05.500 line:90%
<v Lin Shan>Both cars leave
at once.

01:00:05.500 --> 01:00:09.000
They meet in mid-river.
`

describe('captions', () => {
  it('are taken with hours or without, by any ending of lines', () => {
    expect(isWebVtt(captions)).toBe(true)
    expect(isWebVtt(captions.replaceAll('\n', '\r\n'))).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['plain text', 'Both cars leave at once.'],
    ['SubRip', '1\n00:00:00,000 --> 00:00:05,500\nBoth cars'],
    ['no cue', 'WEBVTT\n\nNOTE nothing'],
    ['a broken time', 'WEBVTT\n\n00:00.000 --> 00:61.000\nBoth cars'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
  ])('are refused: %s', (_name, text) => expect(isWebVtt(text)).toBe(false))

  it('are searched by their words alone', () => {
    expect(captionWords(captions)).toEqual(['Both cars leave at once.', 'They meet in mid-river.'])
  })
})
