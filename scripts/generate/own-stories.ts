import type pg from 'pg'

/** Whether the newsroom holds stories that neither an import nor this program made. */
export async function holdsOwnStories(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (
       select from articles a where not exists (
         select from imported_documents d
         where d.collection = 'articles' and d.document_id = a.id
       )
     ) as found`,
  )
  return rows[0]?.found === true
}
