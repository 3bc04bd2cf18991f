ALTER TABLE "bounce_mailboxes" ALTER COLUMN "sealed_password" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bounce_mailboxes" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "bounce_mailboxes" ADD CONSTRAINT "bounce_mailboxes_account_id_providers_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."providers"("id") ON DELETE set null ON UPDATE no action;