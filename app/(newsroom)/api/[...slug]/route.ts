import config from '@payload-config'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { withoutDatabase } from '../../../../newsroom/faults/without-database.ts'

export const GET = withoutDatabase(config, REST_GET(config))
export const POST = withoutDatabase(config, REST_POST(config))
export const PUT = withoutDatabase(config, REST_PUT(config))
export const PATCH = withoutDatabase(config, REST_PATCH(config))
export const DELETE = withoutDatabase(config, REST_DELETE(config))
export const OPTIONS = REST_OPTIONS(config)
