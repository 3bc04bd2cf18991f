CREATE TABLE "token_access_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_id" uuid NOT NULL,
	"access_key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "token_access_keys" ADD CONSTRAINT "token_access_keys_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "token_access_keys_access_key_id_key" ON "token_access_keys" USING btree ("access_key_id");--> statement-breakpoint
CREATE INDEX "token_access_keys_token_id_idx" ON "token_access_keys" USING btree ("token_id");