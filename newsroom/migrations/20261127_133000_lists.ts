import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Every list of stories, from its newest on, is one range of one index, however many stories there are: by
 * section, series and language from the stories themselves; by topic and author from the rows that name them,
 * which therefore hold in which language and when their story came out (null while it is no published one).
 * Triggers keep that, in the transaction of the change. The story is held while a row is written: whoever is
 * about to publish, move or withdraw it is waited for. The last index finds the slugs that begin like another.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index articles_live;
    drop index articles_live_section;
    drop index articles_live_front;
    create index articles_live on articles (language, published_at, id)
      include (revised_at) where _status = 'published';
    create index articles_live_section on articles (section_id, language, published_at, id)
      where _status = 'published';
    create index articles_live_series on articles (series_id, language, published_at, id)
      where _status = 'published' and series_id is not null;
    create index articles_live_front on articles (language, published_at, id)
      where _status = 'published' and on_front_page;
    create index articles_slug_start on articles (language, slug varchar_pattern_ops);

    alter table articles_rels
      add column listed_in enum_articles_language, add column listed_at timestamptz(3);
    alter table articles_bylines
      add column listed_in enum_articles_language, add column listed_at timestamptz(3);
    update articles_rels r set listed_in = a.language, listed_at = a.published_at
      from articles a where a.id = r.parent_id and a._status = 'published';
    update articles_bylines b set listed_in = a.language, listed_at = a.published_at
      from articles a where a.id = b._parent_id and a._status = 'published';
    create index articles_rels_listed on articles_rels (topics_id, listed_in, listed_at, parent_id)
      where listed_at is not null;
    create index articles_bylines_listed
      on articles_bylines (person_id, listed_in, listed_at, _parent_id) where listed_at is not null;

    create function list_topic() returns trigger language plpgsql as $$
    begin
      select a.language, a.published_at into new.listed_in, new.listed_at
      from articles a where a.id = new.parent_id and a._status = 'published' for share;
      return new;
    end $$;
    create trigger articles_rels_listed before insert on articles_rels
      for each row execute function list_topic();

    create function list_author() returns trigger language plpgsql as $$
    begin
      select a.language, a.published_at into new.listed_in, new.listed_at
      from articles a where a.id = new._parent_id and a._status = 'published' for share;
      return new;
    end $$;
    create trigger articles_bylines_listed before insert on articles_bylines
      for each row execute function list_author();

    create function list_story() returns trigger language plpgsql as $$
    declare
      is_listed boolean := new._status = 'published';
    begin
      update articles_rels set listed_in = case when is_listed then new.language end,
        listed_at = case when is_listed then new.published_at end where parent_id = new.id;
      update articles_bylines set listed_in = case when is_listed then new.language end,
        listed_at = case when is_listed then new.published_at end where _parent_id = new.id;
      return null;
    end $$;
    create trigger articles_listed after update of language, published_at, _status on articles
      for each row when ((old.language, old.published_at, old._status)
        is distinct from (new.language, new.published_at, new._status))
      execute function list_story();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger articles_listed on articles;
    drop trigger articles_bylines_listed on articles_bylines;
    drop trigger articles_rels_listed on articles_rels;
    drop function list_story;
    drop function list_author;
    drop function list_topic;
    alter table articles_bylines drop column listed_in, drop column listed_at;
    alter table articles_rels drop column listed_in, drop column listed_at;
    drop index articles_slug_start;
    drop index articles_live_front;
    drop index articles_live_series;
    drop index articles_live_section;
    drop index articles_live;
    create index articles_live on articles (language, published_at)
      include (id, section_id, series_id, revised_at) where _status = 'published';
    create index articles_live_section on articles (section_id, language, published_at)
      where _status = 'published';
    create index articles_live_front on articles (language, published_at)
      where _status = 'published' and on_front_page;
  `)
}
