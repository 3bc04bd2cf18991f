import { and, desc, eq, lt } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { sandboxMessages } from '@/drizzle/schema/sandbox';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import type { SandboxRow } from './schema';

/** What the sandbox providers took in, newest first; the content is read from the message by `messageId`. */
export async function listSandboxMessages(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ data: SandboxRow[]; nextCursor: string | null }> {
  const rows = await db()
    .select({
      captured: sandboxMessages,
      provider: providers.name,
      channel: messages.channel,
      attachmentCount: messages.attachmentCount,
    })
    .from(sandboxMessages)
    .leftJoin(providers, eq(providers.id, sandboxMessages.providerId))
    .leftJoin(messages, eq(messages.id, sandboxMessages.messageId))
    .where(and(cursor ? lt(sandboxMessages.id, cursor) : undefined, scoped(ctx, messages.companyId)))
    .orderBy(desc(sandboxMessages.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: page.map(({ captured, provider, channel, attachmentCount }) => ({
      id: captured.id,
      messageId: captured.messageId,
      provider: provider ?? '',
      channel: channel ?? 'email',
      from: captured.fromEmail ? { email: captured.fromEmail, name: captured.fromName ?? undefined } : null,
      recipients: captured.recipients,
      subject: captured.subject,
      capturedAt: captured.capturedAt.toISOString(),
      attachmentCount: attachmentCount ?? 0,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.captured.id ?? null) : null,
  };
}
