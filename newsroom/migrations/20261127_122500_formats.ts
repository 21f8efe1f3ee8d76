import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** How a story is told: what is there is a plain story. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create type enum_articles_format
      as enum ('story', 'photo-essay', 'video', 'live', 'explainer', 'interview');
    create type enum__articles_v_version_format
      as enum ('story', 'photo-essay', 'video', 'live', 'explainer', 'interview');
    alter table articles add column format enum_articles_format default 'story';
    alter table _articles_v add column version_format enum__articles_v_version_format default 'story';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table articles drop column format;
    alter table _articles_v drop column version_format;
    drop type enum_articles_format;
    drop type enum__articles_v_version_format;
  `)
}
