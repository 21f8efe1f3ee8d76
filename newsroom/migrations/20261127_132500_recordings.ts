import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Films and sounds, and the places of a story where one can stand: at its head, and as its audio version. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create type enum_recordings_kind as enum ('video', 'audio');
    create table recordings (
      id serial primary key,
      link varchar,
      poster_id integer
        constraint recordings_poster_id_media_id_fk references media (id) on delete set null,
      kind enum_recordings_kind,
      seconds numeric,
      stem varchar,
      updated_at timestamp(3) with time zone default now() not null,
      created_at timestamp(3) with time zone default now() not null,
      url varchar,
      thumbnail_u_r_l varchar,
      filename varchar,
      mime_type varchar,
      filesize numeric,
      width numeric,
      height numeric
    );
    create index recordings_poster_idx on recordings (poster_id);
    create index recordings_kind_idx on recordings (kind);
    create index recordings_updated_at_idx on recordings (updated_at);
    create index recordings_created_at_idx on recordings (created_at);
    create unique index recordings_filename_idx on recordings (filename);

    create table recordings_locales (
      title varchar,
      credit varchar,
      captions varchar,
      transcript varchar,
      id serial primary key,
      _locale _locales not null,
      _parent_id integer not null
        constraint recordings_locales_parent_id_fk references recordings (id) on delete cascade
    );
    create unique index recordings_locales_locale_parent_id_unique
      on recordings_locales (_locale, _parent_id);

    alter table articles
      add column recording_id integer constraint articles_recording_id_recordings_id_fk
        references recordings (id) on delete set null,
      add column audio_id integer constraint articles_audio_id_recordings_id_fk
        references recordings (id) on delete set null;
    create index articles_recording_idx on articles (recording_id);
    create index articles_audio_idx on articles (audio_id);

    alter table _articles_v
      add column version_recording_id integer
        constraint _articles_v_version_recording_id_recordings_id_fk
        references recordings (id) on delete set null,
      add column version_audio_id integer constraint _articles_v_version_audio_id_recordings_id_fk
        references recordings (id) on delete set null;
    create index _articles_v_version_version_recording_idx on _articles_v (version_recording_id);
    create index _articles_v_version_version_audio_idx on _articles_v (version_audio_id);

    alter table payload_locked_documents_rels
      add column recordings_id integer constraint payload_locked_documents_rels_recordings_fk
        references recordings (id) on delete cascade;
    create index payload_locked_documents_rels_recordings_id_idx
      on payload_locked_documents_rels (recordings_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table payload_locked_documents_rels drop column recordings_id;
    alter table _articles_v drop column version_recording_id, drop column version_audio_id;
    alter table articles drop column recording_id, drop column audio_id;
    drop table recordings_locales;
    drop table recordings;
    drop type enum_recordings_kind;
  `)
}
