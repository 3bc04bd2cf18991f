ALTER TABLE "notification_types" ADD COLUMN "collectable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "digest_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "preferences" ADD COLUMN "digests" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "notifications_digest_at_idx" ON "notifications" USING btree ("digest_at","contact_id") WHERE "notifications"."digest_at" is not null;