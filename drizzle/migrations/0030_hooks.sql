CREATE TABLE "provider_hooks" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"url" text,
	"set_up_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "provider_hooks" ADD CONSTRAINT "provider_hooks_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;