ALTER TABLE "template_versions" ADD COLUMN "component_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "template_versions" ADD COLUMN "components" jsonb;