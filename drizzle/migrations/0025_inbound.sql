CREATE TABLE "inbound_refusals" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inbound_events" ADD COLUMN "key" text;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_events_key_idx" ON "inbound_events" USING btree ("provider_id","key") WHERE "inbound_events"."key" is not null;--> statement-breakpoint
CREATE INDEX "inbound_events_provider_id_idx" ON "inbound_events" USING btree ("provider_id","id");