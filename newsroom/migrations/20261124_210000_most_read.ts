import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What is read most (`edge/counts/`). `reading_hours` holds reads of the last days by the hour; the
 * newsroom's own table has them by day. `most_read` is what the front page shows, as it was last made.
 * `count_batches` names the batches that were written, so that none is written twice.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table reading_hours (
      hour timestamptz not null,
      article_id integer not null references articles on delete cascade,
      reads integer not null,
      primary key (hour, article_id)
    );
    create index reading_hours_article on reading_hours (article_id);
    create table most_read (
      language enum_articles_language not null,
      period text not null check (period in ('day', 'week')),
      place integer not null,
      article_id integer not null references articles on delete cascade,
      primary key (language, period, place)
    );
    create index most_read_article on most_read (article_id);
    create table count_batches (
      id uuid primary key,
      written_at timestamptz not null default now()
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table count_batches;
    drop table most_read;
    drop table reading_hours;
  `)
}
