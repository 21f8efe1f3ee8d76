import { importEdition } from '../../newsroom/import/load.ts'
import { withNewsroom } from '../../scripts/with-newsroom.ts'
import { pictureOf } from './desk.ts'

/** A program: loads the sample edition into the newsroom of DATABASE_URL, every picture another and all of them small. */
await withNewsroom(async (payload) => {
  await importEdition({ payload, edition: 'sample', folder: 'content', picture: pictureOf })
})
