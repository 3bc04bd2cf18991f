ALTER TABLE "provider_key_rotations" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_key_rotations" ADD COLUMN "claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_key_rotations" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_key_rotations" ADD COLUMN "told_at" timestamp (3) with time zone;