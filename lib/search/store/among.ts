import { sql } from '@payloadcms/db-postgres'

/** Numbers as a set for `in`: one parameter, however many there are. */
export const among = (ids: readonly number[]) =>
  sql`(select value::int from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
