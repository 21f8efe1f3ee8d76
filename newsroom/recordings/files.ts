import { copyFile, link, mkdir, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { languageCodes } from '../../lib/languages.ts'
import { captionsName, isRecordingType, recordingFiles } from '../../lib/recordings.ts'
import { renditionsDir, uploadsDir } from '../environment.ts'
import type { Recording } from '../payload-types.ts'

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Writes a file beside its place and moves it there: nobody reads half of one. */
async function place(file: string, make: (work: string) => Promise<void>): Promise<void> {
  if (await exists(file)) return
  // The folder of renditions is nothing that a build could know.
  const folder = path.dirname(/* turbopackIgnore: true */ file)
  const work = path.join(/* turbopackIgnore: true */ folder, `.${process.pid}.${Date.now()}`)
  await make(work)
  await rename(work, file)
}

/** One copy on disk serves both the newsroom and readers, where the file system allows it. */
const share = (from: string) => (to: string) => link(from, to).catch(() => copyFile(from, to))

/** Puts a recording and its captions where the edge serves them from. A link has neither. */
export async function layOut(
  req: PayloadRequest,
  { id, stem, filename, mimeType }: Recording,
): Promise<void> {
  if (!stem || !filename || !isRecordingType(mimeType)) return
  const folder = path.join(renditionsDir, stem)
  await mkdir(folder, { recursive: true })
  const original = path.join(uploadsDir, filename)
  await place(path.join(folder, recordingFiles[mimeType]), async (work) => {
    // Payload writes an upload after the hooks of a creation, and before them at an update.
    if (req.file) await writeFile(work, req.file.data)
    else await share(original)(work)
  })
  const { captions } = (await req.payload.findByID({
    collection: 'recordings',
    id,
    locale: 'all',
    depth: 0,
    select: { captions: true },
    req: { payload: req.payload, transactionID: req.transactionID },
  })) as unknown as { captions?: Partial<Record<string, string | null>> }
  for (const language of languageCodes) {
    const text = captions?.[language]
    if (text?.trim())
      await place(path.join(folder, captionsName(language, text)), (work) => writeFile(work, text))
  }
}
