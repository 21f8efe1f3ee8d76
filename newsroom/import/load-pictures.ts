import type { Localized, Run } from './run.ts'

/** Pictures that are there already are not made again. */
export async function loadPictures(run: Run): Promise<void> {
  for (const [name, { alt, caption, credit, focal }] of Object.entries(run.edition.pictures)) {
    const filename = `${name}.jpg`
    const existing = await run.find('media', { filename })
    const id =
      existing ??
      (await upload(
        run,
        name,
        filename,
        { alt, caption, credit: credit ?? run.edition.pictureCredit },
        focal,
      ))
    run.known.media.set(name, id)
    run.step(`picture ${name}`)
  }
}

async function upload(
  run: Run,
  name: string,
  filename: string,
  localized: Localized,
  focal: { x: number; y: number },
): Promise<number> {
  const data = await run.task.picture(name)
  const file = { data, name: filename, mimetype: 'image/jpeg', size: data.byteLength }
  const fields = { focalX: focal.x, focalY: focal.y }
  return await run.ensure('media', { filename }, fields, localized, file)
}
