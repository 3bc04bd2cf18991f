import { commandContext } from '@/lib/context';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { sampleMessage } from './sample';

/** Accepts one message after the other on this process's database, some at a time; tells the longest since it was last asked. */
const AT_ONCE = 4;
const ctx = commandContext('bench');
const message = MessageInput.parse(sampleMessage());
let longestMs = 0;
let count = 0;

for (let n = 0; n < AT_ONCE; n++) void acceptOn();

async function acceptOn(): Promise<void> {
  for (;;) {
    const began = performance.now();
    await acceptMessage(ctx, message);
    longestMs = Math.max(longestMs, performance.now() - began);
    count++;
  }
}

process.on('message', () => {
  process.send?.({ longestMs, count });
  longestMs = 0;
  count = 0;
});
process.send?.({ ready: true });
