import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What changes touch, for the edge (see `newsroom/outbox/write.ts`, `edge/outbox-follower.ts`).
 * `seq` is given when a transaction commits, one commit after the other: whoever has read up to a number
 * has missed nothing below it. `due_at` lies ahead for a story that comes out later.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table outbox (
      id bigserial primary key,
      seq bigint unique,
      keys text[] not null,
      urgent boolean not null default false,
      due_at timestamptz not null default now(),
      created_at timestamptz not null default now()
    );
    create index outbox_due on outbox (due_at);
    create sequence outbox_seq;
    create function outbox_commit() returns trigger language plpgsql as $$
    begin
      -- Held until the transaction has ended, which it is about to: no other lock is waited for.
      perform pg_advisory_xact_lock(7316421);
      update outbox set seq = nextval('outbox_seq') where id = new.id;
      perform pg_notify('outbox', '');
      return null;
    end $$;
    create constraint trigger outbox_commit after insert on outbox
      deferrable initially deferred for each row execute function outbox_commit();
    -- No two live stories share an address.
    create unique index articles_path_unique on articles (path) where _status = 'published';
    -- What an import brought in, so that it can be taken out again (\`newsroom/import/\`).
    create table imported_documents (
      edition text not null,
      collection text not null,
      document_id integer not null,
      imported_at timestamptz not null default now(),
      primary key (edition, collection, document_id)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table imported_documents;
    drop index articles_path_unique;
    drop table outbox;
    drop function outbox_commit();
    drop sequence outbox_seq;
  `)
}
