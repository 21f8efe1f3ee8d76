import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Entries of live stories. Readers' pages are answered from the last three indexes: the newest entries, the
 * key points, and the one that is pinned, of which a story has at most one. A story takes its entries
 * along when it is deleted.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table articles add column coverage_ended_at timestamp(3) with time zone;
    alter table articles add column is_replay boolean default false;
    alter table _articles_v add column version_coverage_ended_at timestamp(3) with time zone;
    alter table _articles_v add column version_is_replay boolean default false;

    create type enum_live_entries_status as enum ('draft', 'published');
    create type enum__live_entries_v_version_status as enum ('draft', 'published');
    create type enum__live_entries_v_published_locale as enum ('en', 'zh');
    create table live_entries (
      id serial primary key,
      headline varchar,
      body jsonb,
      story_id integer references articles on delete cascade,
      at timestamp(3) with time zone,
      is_key_point boolean default false,
      is_pinned boolean default false,
      created_by_id integer references users on delete set null,
      updated_at timestamp(3) with time zone not null default now(),
      created_at timestamp(3) with time zone not null default now(),
      _status enum_live_entries_status default 'draft'
    );
    create table _live_entries_v (
      id serial primary key,
      parent_id integer references live_entries on delete set null,
      version_headline varchar,
      version_body jsonb,
      version_story_id integer references articles on delete set null,
      version_at timestamp(3) with time zone,
      version_is_key_point boolean default false,
      version_is_pinned boolean default false,
      version_created_by_id integer references users on delete set null,
      version_updated_at timestamp(3) with time zone,
      version_created_at timestamp(3) with time zone,
      version__status enum__live_entries_v_version_status default 'draft',
      created_at timestamp(3) with time zone not null default now(),
      updated_at timestamp(3) with time zone not null default now(),
      snapshot boolean,
      published_locale enum__live_entries_v_published_locale,
      latest boolean
    );
    alter table payload_locked_documents_rels
      add column live_entries_id integer references live_entries on delete cascade;

    create index live_entries_story_idx on live_entries (story_id);
    create index live_entries_created_by_idx on live_entries (created_by_id);
    create index live_entries_updated_at_idx on live_entries (updated_at);
    create index live_entries_created_at_idx on live_entries (created_at);
    create index live_entries__status_idx on live_entries (_status);
    create index _live_entries_v_parent_idx on _live_entries_v (parent_id);
    create index _live_entries_v_version_version_story_idx on _live_entries_v (version_story_id);
    create index _live_entries_v_version_version_created_by_idx
      on _live_entries_v (version_created_by_id);
    create index _live_entries_v_version_version_updated_at_idx
      on _live_entries_v (version_updated_at);
    create index _live_entries_v_version_version_created_at_idx
      on _live_entries_v (version_created_at);
    create index _live_entries_v_version_version__status_idx on _live_entries_v (version__status);
    create index _live_entries_v_created_at_idx on _live_entries_v (created_at);
    create index _live_entries_v_updated_at_idx on _live_entries_v (updated_at);
    create index _live_entries_v_snapshot_idx on _live_entries_v (snapshot);
    create index _live_entries_v_published_locale_idx on _live_entries_v (published_locale);
    create index _live_entries_v_latest_idx on _live_entries_v (latest);
    create index payload_locked_documents_rels_live_entries_id_idx
      on payload_locked_documents_rels (live_entries_id);

    create index live_entries_newest on live_entries (story_id, at, id) where _status = 'published';
    create index live_entries_key_points on live_entries (story_id, at, id)
      where _status = 'published' and is_key_point;
    create unique index live_entries_pinned on live_entries (story_id)
      where _status = 'published' and is_pinned;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table payload_locked_documents_rels drop column live_entries_id;
    drop table _live_entries_v;
    drop table live_entries;
    drop type enum_live_entries_status;
    drop type enum__live_entries_v_version_status;
    drop type enum__live_entries_v_published_locale;
    alter table articles drop column coverage_ended_at;
    alter table articles drop column is_replay;
    alter table _articles_v drop column version_coverage_ended_at;
    alter table _articles_v drop column version_is_replay;
  `)
}
