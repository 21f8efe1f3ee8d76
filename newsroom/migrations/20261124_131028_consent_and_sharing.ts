import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_articles_genre" AS ENUM('news', 'report', 'background', 'analysis', 'opinion');
  CREATE TYPE "public"."enum__articles_v_version_genre" AS ENUM('news', 'report', 'background', 'analysis', 'opinion');
  CREATE TABLE "articles_corrections" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"corrected_at" timestamp(3) with time zone,
  	"text" varchar
  );
  
  CREATE TABLE "_articles_v_version_corrections" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"corrected_at" timestamp(3) with time zone,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "consent_counts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"day" varchar NOT NULL,
  	"shown" numeric DEFAULT 0 NOT NULL,
  	"accepted" numeric DEFAULT 0 NOT NULL,
  	"refused" numeric DEFAULT 0 NOT NULL,
  	"chosen" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "reading_counts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"day" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"reads" numeric DEFAULT 0 NOT NULL
  );
  
  ALTER TABLE "articles" ADD COLUMN "genre" "enum_articles_genre" DEFAULT 'news';
  ALTER TABLE "_articles_v" ADD COLUMN "version_genre" "enum__articles_v_version_genre" DEFAULT 'news';
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "consent_counts_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "reading_counts_id" integer;
  ALTER TABLE "site_settings" ADD COLUMN "security_contact" varchar;
  ALTER TABLE "site_settings" ADD COLUMN "websub_hub" varchar;
  ALTER TABLE "articles_corrections" ADD CONSTRAINT "articles_corrections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_corrections" ADD CONSTRAINT "_articles_v_version_corrections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "articles_corrections_order_idx" ON "articles_corrections" USING btree ("_order");
  CREATE INDEX "articles_corrections_parent_id_idx" ON "articles_corrections" USING btree ("_parent_id");
  CREATE INDEX "_articles_v_version_corrections_order_idx" ON "_articles_v_version_corrections" USING btree ("_order");
  CREATE INDEX "_articles_v_version_corrections_parent_id_idx" ON "_articles_v_version_corrections" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "day_idx" ON "consent_counts" USING btree ("day");
  CREATE INDEX "reading_counts_path_idx" ON "reading_counts" USING btree ("path");
  CREATE UNIQUE INDEX "day_path_idx" ON "reading_counts" USING btree ("day","path");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_consent_counts_fk" FOREIGN KEY ("consent_counts_id") REFERENCES "public"."consent_counts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reading_counts_fk" FOREIGN KEY ("reading_counts_id") REFERENCES "public"."reading_counts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_consent_counts_id_idx" ON "payload_locked_documents_rels" USING btree ("consent_counts_id");
  CREATE INDEX "payload_locked_documents_rels_reading_counts_id_idx" ON "payload_locked_documents_rels" USING btree ("reading_counts_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles_corrections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_articles_v_version_corrections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "consent_counts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "reading_counts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "articles_corrections" CASCADE;
  DROP TABLE "_articles_v_version_corrections" CASCADE;
  DROP TABLE "consent_counts" CASCADE;
  DROP TABLE "reading_counts" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_consent_counts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_reading_counts_fk";
  
  DROP INDEX "payload_locked_documents_rels_consent_counts_id_idx";
  DROP INDEX "payload_locked_documents_rels_reading_counts_id_idx";
  ALTER TABLE "articles" DROP COLUMN "genre";
  ALTER TABLE "_articles_v" DROP COLUMN "version_genre";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "consent_counts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "reading_counts_id";
  ALTER TABLE "site_settings" DROP COLUMN "security_contact";
  ALTER TABLE "site_settings" DROP COLUMN "websub_hub";
  DROP TYPE "public"."enum_articles_genre";
  DROP TYPE "public"."enum__articles_v_version_genre";`)
}
