import { z } from 'zod';

export const SandboxFilter = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});

export type SandboxRow = {
  id: string;
  messageId: string;
  provider: string;
  channel: string;
  /** Null: nobody is named. */
  from: { email: string; name?: string } | null;
  recipients: string[];
  subject: string;
  capturedAt: string;
  attachmentCount: number;
};
