import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The search index is built from the story that was entered last to the first: what is searched most is found first.
 * How far it came is therefore the lowest number done, null before the first; a run that was broken off begins again.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table search_state drop column done_up_to, add column done_down_to integer;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table search_state drop column done_down_to,
      add column done_up_to integer not null default 0;
  `)
}
