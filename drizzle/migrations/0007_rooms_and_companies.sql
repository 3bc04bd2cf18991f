CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"time_zone" text,
	"currency" text,
	"language" text,
	"from_email" text,
	"from_name" text,
	"brand" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"limits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "companies_key_key" ON "companies" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_name_key" ON "companies" USING btree (lower("name"));--> statement-breakpoint
CREATE TABLE "inbound_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"headers" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"error" text
);
--> statement-breakpoint
CREATE INDEX "inbound_events_pending_idx" ON "inbound_events" USING btree ("id") WHERE "inbound_events"."applied_at" is null;--> statement-breakpoint
CREATE TABLE "keyring_canary" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oauth_states" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "oauth_states_created_at_idx" ON "oauth_states" USING btree ("created_at");--> statement-breakpoint
CREATE TABLE "provider_drafts" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"draft" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider_drafts" ADD CONSTRAINT "provider_drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- What lay in the settings for want of a home. Sign-ins under way are begun anew.
INSERT INTO "provider_drafts" ("user_id", "draft", "updated_at")
SELECT u."id", s."value", s."updated_at" FROM "settings" s JOIN "users" u ON s."key" = 'provider-draft:' || u."id";--> statement-breakpoint
INSERT INTO "keyring_canary" ("id", "sealed")
SELECT 'canary', "value" #>> '{}' FROM "settings" WHERE "key" = 'keyring.canary';--> statement-breakpoint
DELETE FROM "settings" WHERE "key" LIKE 'provider-draft:%' OR "key" LIKE 'oauth-state:%' OR "key" = 'keyring.canary';--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "company_id" uuid;--> statement-breakpoint
DROP INDEX "providers_name_key";--> statement-breakpoint
CREATE UNIQUE INDEX "providers_name_key" ON "providers" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),lower("name"));--> statement-breakpoint
ALTER TABLE "provider_windows" RENAME TO "usage_windows";--> statement-breakpoint
ALTER TABLE "usage_windows" DROP CONSTRAINT "provider_windows_provider_id_providers_id_fk";--> statement-breakpoint
ALTER TABLE "usage_windows" RENAME COLUMN "provider_id" TO "owner_id";--> statement-breakpoint
ALTER TABLE "usage_windows" RENAME CONSTRAINT "provider_windows_provider_id_unit_pk" TO "usage_windows_owner_id_unit_pk";--> statement-breakpoint
-- Any channel: a message has a sender, and each recipient an address in the form of the channel.
ALTER TABLE "messages" RENAME COLUMN "from_email" TO "sender";--> statement-breakpoint
ALTER TABLE "messages" RENAME COLUMN "from_name" TO "sender_name";--> statement-breakpoint
ALTER TABLE "messages" RENAME COLUMN "recipient_emails" TO "recipient_addresses";--> statement-breakpoint
ALTER INDEX "messages_recipient_emails_idx" RENAME TO "messages_recipient_addresses_idx";--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "subject" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "type" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "accepted_by_type" text DEFAULT 'token' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "accepted_by_type" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "accepted_by_id" uuid;--> statement-breakpoint
-- A label was kept until now: whose it is can be told where exactly one has it.
UPDATE "messages" m SET
  "recipients" = (
    SELECT coalesce(jsonb_agg(r - 'email' || jsonb_build_object('address', r -> 'email') ORDER BY n), '[]')
    FROM jsonb_array_elements(m."recipients") WITH ORDINALITY AS e(r, n)),
  "accepted_by_type" = split_part(m."accepted_by", ':', 1),
  "accepted_by_id" = (
    SELECT (array_agg(k."id"))[1] FROM (
      SELECT 'token' AS "type", "id", "name" AS "label" FROM "tokens"
      UNION ALL SELECT 'user', "id", "email" FROM "users"
    ) k WHERE k."type" || ':' || k."label" = m."accepted_by" HAVING count(*) = 1);--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "accepted_by";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "xid" xid8 DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "xid" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
CREATE INDEX "events_xid_idx" ON "events" USING btree ("xid","id");--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL, ADD COLUMN "company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL, ADD COLUMN "type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL, ADD COLUMN "company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL, ADD COLUMN "type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL, ADD COLUMN "company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL, ADD COLUMN "type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" DROP CONSTRAINT "delivery_minutes_minute_provider_id_category_slot_pk";--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD CONSTRAINT "delivery_minutes_pk" PRIMARY KEY("minute","provider_id","channel","company_id","type","category","slot");--> statement-breakpoint
ALTER TABLE "delivery_hours" DROP CONSTRAINT "delivery_hours_hour_provider_id_category_pk";--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD CONSTRAINT "delivery_hours_pk" PRIMARY KEY("hour","provider_id","channel","company_id","type","category");--> statement-breakpoint
ALTER TABLE "delivery_days" DROP CONSTRAINT "delivery_days_day_provider_id_category_pk";--> statement-breakpoint
ALTER TABLE "delivery_days" ADD CONSTRAINT "delivery_days_pk" PRIMARY KEY("day","provider_id","channel","company_id","type","category");
