ALTER TABLE "campaigns" ADD COLUMN "approval" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "maker_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "changer_id" uuid;