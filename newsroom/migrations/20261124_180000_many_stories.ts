import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What lists, sitemaps and archives ask of all stories at once is answered from these indexes alone: the
 * rows themselves, with all their text, would be read for every count. The last one finds what is
 * flagged for the front page without what was flagged years ago.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index articles_live on articles (language, published_at)
      include (id, section_id, series_id, revised_at) where _status = 'published';
    create index articles_live_section on articles (section_id, language, published_at)
      where _status = 'published';
    create index articles_live_front on articles (language, published_at)
      where _status = 'published' and on_front_page;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index articles_live_front;
    drop index articles_live_section;
    drop index articles_live;
  `)
}
