import 'server-only'
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'

/** The newsroom, opened once per process. Only the files of this folder ask it. */
export const newsroom = (): Promise<Payload> => getPayload({ config })
