CREATE TABLE "provider_pace" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"rate" real,
	"ceiling" real,
	"connections" smallint,
	"changed_at" timestamp (3) with time zone,
	"refusals" integer DEFAULT 0 NOT NULL,
	"reply" text
);
--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "recipients_sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "recipients_sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "recipients_sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_windows" ADD COLUMN "full_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "overrides" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_pace" ADD CONSTRAINT "provider_pace_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_line_idx" ON "messages" USING btree ("provider_id","priority","id") WHERE "messages"."reason" in ('paced', 'no_room');--> statement-breakpoint
-- Hand-written: past figures count at least one recipient an attempt, and what providers said of themselves is kept.
UPDATE "provider_windows" SET "full_until" = "booked_for" WHERE "unit" = 'provider';--> statement-breakpoint
UPDATE "delivery_minutes" SET "recipients_sent" = "attempts_sent";--> statement-breakpoint
UPDATE "delivery_hours" SET "recipients_sent" = "attempts_sent";--> statement-breakpoint
UPDATE "delivery_days" SET "recipients_sent" = "attempts_sent";--> statement-breakpoint
-- Messages wait in a line of their own now, not by a booking.
ALTER TABLE "provider_windows" DROP COLUMN "booked_for";--> statement-breakpoint
ALTER TABLE "provider_windows" DROP COLUMN "booked";