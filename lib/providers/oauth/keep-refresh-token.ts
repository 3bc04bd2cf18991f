import { and, eq } from 'drizzle-orm';
import { providerKeys } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { log } from '@/lib/log';
import { openSecrets, sealSecrets } from '@/lib/providers/keys/credentials';

/**
 * Microsoft gives a new refresh token with each access token. It takes the place of the one it was given for, wherever that is
 * kept; the provider's version stays, as connections need not be made anew. Failing is no reason not to send: the old one lives on.
 */
export async function keepRefreshToken(providerId: string, before: string, after: string): Promise<void> {
  try {
    await mutation(jobContext('oauth'), 'provider_key.renew', async (tx) => {
      const [key] = await tx
        .select()
        .from(providerKeys)
        .where(and(eq(providerKeys.providerId, providerId), eq(providerKeys.active, true)))
        .for('update');
      const same = key && openSecrets(key).oauthRefreshToken === before;
      if (same)
        await tx
          .update(providerKeys)
          .set({ secrets: { ...key.secrets, ...sealSecrets(key.id, { oauthRefreshToken: after }) } })
          .where(eq(providerKeys.id, key.id));
      return { result: undefined, subjectId: providerId, after: { renewed: Boolean(same) } };
    });
  } catch (error) {
    log.warn('a new refresh token could not be stored', { providerId, error });
  }
}
