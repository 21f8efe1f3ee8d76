import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The search index (`lib/search/`): one row for each published story in its language, found through
 * `words` alone. It lies outside of the row and uncompressed, since phrases are looked up in it; `head` is
 * small and stays in the row, since ranking reads it for every candidate. `passage` is what highlighted
 * passages are cut from. `search_names` holds what sections, series, topics and people are called,
 * `search_words` the words of headlines, for spelling; `search_state`, how far and by which rules the
 * index was built.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table search_stories (
      story_id integer primary key references articles (id) on delete cascade,
      language text not null,
      published_at timestamptz not null,
      section_id integer,
      rules integer not null,
      head tsvector not null,
      words tsvector not null,
      passage text not null
    ) with (toast_tuple_target = 1024);
    alter table search_stories alter column head set storage main,
      alter column words set storage external;
    create index search_stories_words on search_stories using gin (words);
    create index search_stories_head on search_stories using gin (head);
    create table search_names (
      kind text not null,
      term_id integer not null,
      language text not null,
      name text not null,
      slug text not null,
      words tsvector not null,
      primary key (kind, term_id, language)
    );
    create index search_names_words on search_names using gin (words);
    create table search_words (
      language text not null,
      word text not null,
      sound text not null,
      primary key (language, word)
    );
    create index search_words_sound on search_words (language, sound);
    create table search_state (
      single boolean primary key default true check (single),
      rules integer not null,
      anew boolean not null default false,
      done_up_to integer not null default 0,
      finished_at timestamptz
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table search_state;
    drop table search_words;
    drop table search_names;
    drop table search_stories;
  `)
}
