CREATE TABLE "tracking_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message_bodies" ADD COLUMN "tracking" jsonb;