CREATE TABLE "delivery_days" (
	"day" date NOT NULL,
	"provider_id" uuid NOT NULL,
	"category" text NOT NULL,
	"attempts_sent" integer DEFAULT 0 NOT NULL,
	"attempts_failed" integer DEFAULT 0 NOT NULL,
	"attempts_faulty" integer DEFAULT 0 NOT NULL,
	"attempts_slow" integer DEFAULT 0 NOT NULL,
	"duration_ms_sum" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"failovers" integer DEFAULT 0 NOT NULL,
	"messages_sent" integer DEFAULT 0 NOT NULL,
	"messages_failed" integer DEFAULT 0 NOT NULL,
	"messages_parked" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_days_day_provider_id_category_pk" PRIMARY KEY("day","provider_id","category")
);
--> statement-breakpoint
CREATE TABLE "delivery_hours" (
	"hour" timestamp (3) with time zone NOT NULL,
	"provider_id" uuid NOT NULL,
	"category" text NOT NULL,
	"attempts_sent" integer DEFAULT 0 NOT NULL,
	"attempts_failed" integer DEFAULT 0 NOT NULL,
	"attempts_faulty" integer DEFAULT 0 NOT NULL,
	"attempts_slow" integer DEFAULT 0 NOT NULL,
	"duration_ms_sum" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"failovers" integer DEFAULT 0 NOT NULL,
	"messages_sent" integer DEFAULT 0 NOT NULL,
	"messages_failed" integer DEFAULT 0 NOT NULL,
	"messages_parked" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_hours_hour_provider_id_category_pk" PRIMARY KEY("hour","provider_id","category")
);
--> statement-breakpoint
CREATE TABLE "delivery_minutes" (
	"minute" timestamp (3) with time zone NOT NULL,
	"provider_id" uuid NOT NULL,
	"category" text NOT NULL,
	"slot" smallint NOT NULL,
	"attempts_sent" integer DEFAULT 0 NOT NULL,
	"attempts_failed" integer DEFAULT 0 NOT NULL,
	"attempts_faulty" integer DEFAULT 0 NOT NULL,
	"attempts_slow" integer DEFAULT 0 NOT NULL,
	"duration_ms_sum" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"failovers" integer DEFAULT 0 NOT NULL,
	"messages_sent" integer DEFAULT 0 NOT NULL,
	"messages_failed" integer DEFAULT 0 NOT NULL,
	"messages_parked" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_minutes_minute_provider_id_category_slot_pk" PRIMARY KEY("minute","provider_id","category","slot")
);
--> statement-breakpoint
CREATE TABLE "failover_hours" (
	"hour" timestamp (3) with time zone NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"failovers" integer NOT NULL,
	"extra_cost_micros" bigint NOT NULL,
	CONSTRAINT "failover_hours_hour_from_id_to_id_pk" PRIMARY KEY("hour","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "drills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"started_by" text NOT NULL,
	"options" jsonb
);
--> statement-breakpoint
CREATE TABLE "dedupe_keys" (
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"message_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dedupe_keys_owner_key_pk" PRIMARY KEY("owner","key")
);
--> statement-breakpoint
CREATE TABLE "provider_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"type" text NOT NULL,
	"detail" jsonb,
	"actor" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_windows" (
	"provider_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	"booked_for" timestamp (3) with time zone,
	"booked" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "provider_windows_provider_id_unit_pk" PRIMARY KEY("provider_id","unit")
);
--> statement-breakpoint
-- Hand-written: what was counted so far stays; the category was not kept then.
INSERT INTO "delivery_days" ("day", "provider_id", "category", "attempts_sent", "attempts_failed", "duration_ms_sum", "cost_micros", "last_used_at")
SELECT "day", "provider_id", 'transactional', sum("sent"), sum("failed"), sum("duration_ms_sum"), sum("cost_micros"), max("last_used_at")
FROM "provider_days" GROUP BY "day", "provider_id";--> statement-breakpoint
DROP TABLE "provider_days" CASCADE;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "open_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "probe_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "weight_percent" smallint DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "weight_changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "check_ok" boolean;--> statement-breakpoint
ALTER TABLE "provider_health" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "sender_domains" text[];--> statement-breakpoint
ALTER TABLE "drills" ADD CONSTRAINT "drills_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_changes" ADD CONSTRAINT "provider_changes_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_windows" ADD CONSTRAINT "provider_windows_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drills_started_at_idx" ON "drills" USING btree ("started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "dedupe_keys_expires_at_idx" ON "dedupe_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "provider_changes_provider_id_idx" ON "provider_changes" USING btree ("provider_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "provider_changes_at_idx" ON "provider_changes" USING btree ("at");--> statement-breakpoint
-- Hand-written from here on.
-- A message is being sent while a claim on it lives; that is not stored a second time as a state, which would cost an update of the
-- indexes at each claim.
ALTER TABLE "messages" DROP CONSTRAINT "messages_due_check";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_status_check";--> statement-breakpoint
UPDATE "messages" SET "status" = 'queued' WHERE "status" = 'sending';--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_status_check" CHECK ("status" IN ('scheduled','queued','retrying','sent','delivered','parked','uncertain','bounced','failed','suppressed','canceled'));--> statement-breakpoint
-- What still waits is due some time, what came to rest is not. Parked may be either: until a limit renews, or until a person decides.
ALTER TABLE "messages" ADD CONSTRAINT "messages_due_check" CHECK ("status" = 'parked' OR ("due_at" IS NOT NULL) = ("status" IN ('scheduled','queued','retrying')));--> statement-breakpoint
-- Room in each page for the row's next version: a claim then touches no index (heap-only tuples). lib/partitions.ts does it for new weeks.
DO $$
DECLARE partition regclass;
BEGIN
  FOR partition IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent IN ('messages'::regclass, 'attempts'::regclass) LOOP
    EXECUTE format('ALTER TABLE %s SET (fillfactor = 50)', partition);
  END LOOP;
END $$;
