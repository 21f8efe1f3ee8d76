import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What a WebSub hub is still to be told: one row for each feed that changed, gone when the hub has
 * taken it. `due_at` is when it is tried (again); `attempts` how often it was.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table websub_pings (
      topic text primary key,
      due_at timestamptz not null default now(),
      attempts integer not null default 0,
      last_error text,
      created_at timestamptz not null default now()
    );
    create index websub_pings_due on websub_pings (due_at);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table websub_pings`)
}
