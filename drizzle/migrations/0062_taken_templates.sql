CREATE TABLE "taken_templates" (
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"template_id" uuid NOT NULL,
	"language" text NOT NULL,
	"digest" text NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"number" integer NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "taken_templates_provider_id_name_pk" PRIMARY KEY("provider_id","name")
);
--> statement-breakpoint
ALTER TABLE "taken_templates" ADD CONSTRAINT "taken_templates_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_templates" ADD CONSTRAINT "taken_templates_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taken_templates_template_idx" ON "taken_templates" USING btree ("template_id");