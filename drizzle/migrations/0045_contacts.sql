CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"key" text,
	"identity" text NOT NULL,
	"name" text,
	"email" text,
	"email_compared" text,
	"phone" text,
	"whatsapp" text,
	"telegram" text,
	"slack" text,
	"language" text,
	"time_zone" text,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_identity_key" ON "contacts" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),"identity");--> statement-breakpoint
CREATE INDEX "contacts_email_idx" ON "contacts" USING btree ("email_compared") WHERE "contacts"."email_compared" is not null;