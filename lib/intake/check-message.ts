import type { ParsedMessage } from '@/lib/channels/message-fields';
import type { Context } from '@/lib/context';
import { prepareFiles } from './prepare-files';
import { readyMessage } from './ready';

/** Whether it would be accepted; nothing is stored. @throws AppError as `acceptMessage` */
export async function checkMessage(ctx: Context, input: ParsedMessage): Promise<void> {
  await readyMessage(ctx, input, await prepareFiles(input));
}
