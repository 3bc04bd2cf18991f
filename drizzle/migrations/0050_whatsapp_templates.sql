CREATE TABLE "whatsapp_bindings" (
	"template_id" uuid NOT NULL,
	"language" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_language" text NOT NULL,
	"values" jsonb NOT NULL,
	CONSTRAINT "whatsapp_bindings_template_id_language_provider_id_pk" PRIMARY KEY("template_id","language","provider_id")
);
--> statement-breakpoint
CREATE TABLE "whatsapp_reads" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"read_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone NOT NULL,
	"problem" text,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "whatsapp_templates" (
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"category" text,
	"state" text NOT NULL,
	"quality" text,
	"reason" text,
	"header" text NOT NULL,
	"body" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "whatsapp_templates_provider_id_name_language_pk" PRIMARY KEY("provider_id","name","language")
);
--> statement-breakpoint
ALTER TABLE "whatsapp_bindings" ADD CONSTRAINT "whatsapp_bindings_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_bindings" ADD CONSTRAINT "whatsapp_bindings_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_reads" ADD CONSTRAINT "whatsapp_reads_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_templates" ADD CONSTRAINT "whatsapp_templates_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;