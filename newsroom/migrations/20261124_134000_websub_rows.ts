import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * A row for each change of a feed, instead of one for each feed: two saves that touch the same feed must
 * not wait for each other, and a feed may have a change to tell now and another when a scheduled story
 * comes out. Rows of a feed become one ping when they are sent (`edge/websub/`).
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table websub_pings drop constraint websub_pings_pkey;
    alter table websub_pings add column id bigserial primary key;
    create index websub_pings_topic on websub_pings (topic);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    delete from websub_pings p using websub_pings q where p.topic = q.topic and p.id > q.id;
    drop index websub_pings_topic;
    alter table websub_pings drop column id;
    alter table websub_pings add primary key (topic);
  `)
}
