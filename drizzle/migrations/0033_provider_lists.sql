CREATE TABLE "held_addresses" (
	"provider_id" uuid NOT NULL,
	"list" text NOT NULL,
	"address" text NOT NULL,
	"given" text NOT NULL,
	"cause" text NOT NULL,
	"code" text,
	"reason" text,
	"held_at" timestamp (3) with time zone,
	"run_id" uuid NOT NULL,
	"refused_at" timestamp (3) with time zone,
	CONSTRAINT "held_addresses_provider_id_list_address_pk" PRIMARY KEY("provider_id","list","address")
);
--> statement-breakpoint
CREATE TABLE "provider_lists" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"nightly" boolean DEFAULT false NOT NULL,
	"step" text DEFAULT 'rest' NOT NULL,
	"applies" boolean DEFAULT false NOT NULL,
	"run_id" uuid,
	"cursor" text,
	"claimed_until" timestamp (3) with time zone,
	"not_before" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"begun_at" timestamp (3) with time zone,
	"applied_at" timestamp (3) with time zone,
	"imported" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"detail" text
);
--> statement-breakpoint
ALTER TABLE "held_addresses" ADD CONSTRAINT "held_addresses_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_lists" ADD CONSTRAINT "provider_lists_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;