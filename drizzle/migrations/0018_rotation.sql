-- Secrets of tokens that are prepared by themselves, and warnings before a token ends.
ALTER TABLE "tokens" ADD COLUMN "rotate_every_days" integer;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "rotate_grace_hours" integer;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "rotate_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "responsible_id" uuid;--> statement-breakpoint
CREATE INDEX "tokens_rotate_at_idx" ON "tokens" USING btree ("rotate_at") WHERE "tokens"."rotate_at" is not null and "tokens"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "tokens_expires_at_idx" ON "tokens" USING btree ("expires_at") WHERE "tokens"."expires_at" is not null and "tokens"."revoked_at" is null;--> statement-breakpoint
CREATE TABLE "token_pickups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_id" uuid NOT NULL,
	"link_hash" "bytea" NOT NULL,
	"sealed" text,
	"last4" text NOT NULL,
	"mailed_at" timestamp (3) with time zone,
	"mail_problem" text,
	"picked_up_at" timestamp (3) with time zone,
	"picked_up_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_warnings" (
	"token_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"days" smallint NOT NULL,
	"mailed_at" timestamp (3) with time zone,
	"mail_problem" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "token_warnings_token_id_expires_at_days_pk" PRIMARY KEY("token_id","expires_at","days")
);
--> statement-breakpoint
ALTER TABLE "token_pickups" ADD CONSTRAINT "token_pickups_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_warnings" ADD CONSTRAINT "token_warnings_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "token_pickups_link_hash_key" ON "token_pickups" USING btree ("link_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "token_pickups_waiting_key" ON "token_pickups" USING btree ("token_id") WHERE "token_pickups"."sealed" is not null;--> statement-breakpoint
CREATE INDEX "token_pickups_token_id_idx" ON "token_pickups" USING btree ("token_id");--> statement-breakpoint
-- Keys of providers that are replaced by themselves, or whose age a person is reminded of.
ALTER TABLE "providers" ADD COLUMN "key_rotation" jsonb;--> statement-breakpoint
ALTER TABLE "provider_keys" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "provider_keys" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_keys" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE TABLE "provider_key_rotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"step" text NOT NULL,
	"key_id" uuid,
	"problem" text,
	"detail" text,
	"finished_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider_key_rotations" ADD CONSTRAINT "provider_key_rotations_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "provider_key_rotations_open_key" ON "provider_key_rotations" USING btree ("provider_id") WHERE "provider_key_rotations"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "provider_key_rotations_provider_id_idx" ON "provider_key_rotations" USING btree ("provider_id");
