ALTER TABLE "message_attachments" ALTER COLUMN "content_type" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "cargo" jsonb;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "recipient_domains" jsonb;