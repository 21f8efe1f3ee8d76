import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { need, type Run } from './run.ts'

/** After the pictures, which are their posters. What a file is, the newsroom reads from its bytes. */
export async function loadRecordings(run: Run): Promise<void> {
  for (const [name, recording] of Object.entries(run.edition.recordings)) {
    const { file, link, poster, title, credit, captions, transcript } = recording
    const data = file && (await readFile(file))
    const upload = file &&
      data && {
        data,
        name: `${name}${path.extname(file)}`,
        mimetype: 'application/octet-stream',
        size: data.byteLength,
      }
    const id = await run.ensure(
      'recordings',
      upload ? { filename: upload.name } : { link },
      { poster: poster && need(run.known.media, poster, 'picture') },
      { title, credit: credit ?? run.edition.pictureCredit, captions, transcript },
      upload || undefined,
    )
    run.known.recordings.set(name, id)
  }
}
