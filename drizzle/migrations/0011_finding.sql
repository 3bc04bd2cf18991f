-- A provider's own id of a message leads to it.
CREATE INDEX "attempts_provider_message_ids_idx" ON "attempts" USING gin (jsonb_path_query_array("outcomes", '$[*].providerMessageId') jsonb_path_ops) WHERE "outcomes" is not null;--> statement-breakpoint
CREATE TABLE "message_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filters" jsonb NOT NULL,
	"columns" text[],
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_columns" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"columns" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message_views" ADD CONSTRAINT "message_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_columns" ADD CONSTRAINT "message_columns_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "message_views_user_id_name_key" ON "message_views" USING btree ("user_id","name");
