-- The secrets of a token: the one that is used, and those that a rotation left valid for a while.
CREATE TABLE "token_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"last4" text NOT NULL,
	"valid_until" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"last_used_ip" text,
	"last_used_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_windows" (
	"token_id" uuid NOT NULL,
	"span" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "token_windows_token_id_span_pk" PRIMARY KEY("token_id","span")
);
--> statement-breakpoint
CREATE TABLE "token_days" (
	"token_id" uuid NOT NULL,
	"day" date NOT NULL,
	"route" text NOT NULL,
	"status" smallint NOT NULL,
	"requests" integer NOT NULL,
	CONSTRAINT "token_days_token_id_day_route_status_pk" PRIMARY KEY("token_id","day","route","status")
);
--> statement-breakpoint
INSERT INTO "token_secrets" ("id", "token_id", "hash", "last4", "last_used_at", "last_used_ip", "created_at")
SELECT gen_random_uuid(), "id", "token_hash", "last4", "last_used_at", "last_used_ip", "created_at" FROM "tokens";--> statement-breakpoint
ALTER TABLE "tokens" DROP COLUMN "token_hash";--> statement-breakpoint
ALTER TABLE "tokens" DROP COLUMN "last4";--> statement-breakpoint
ALTER TABLE "tokens" DROP COLUMN "last_used_at";--> statement-breakpoint
ALTER TABLE "tokens" DROP COLUMN "last_used_ip";--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "kind" text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "allowed_ips" text[];--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "from_domains" text[];--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "provider_ids" uuid[];--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "limit_minute" integer;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "limit_day" integer;--> statement-breakpoint
ALTER TABLE "token_secrets" ADD CONSTRAINT "token_secrets_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "token_secrets_token_id_idx" ON "token_secrets" USING btree ("token_id");--> statement-breakpoint
CREATE INDEX "token_days_day_idx" ON "token_days" USING btree ("day");
