import type { Door } from '../../door';
import type { CredentialKind } from './prove';
import { hashSecret } from './secrets';

/**
 * Hashes a secret and stores it as the one of its kind for this person (replacing a PIN by a passphrase or back when the
 * role changed). The journal gets the row's digest, never the secret.
 */
export async function storeSecret(
  door: Door,
  op: string,
  by: { staffId: string; name: string },
  staffId: string,
  kind: CredentialKind,
  secret: string,
  mustChange: boolean,
): Promise<void> {
  const hashed = await hashSecret(secret, door.random);
  await door.write(op, { id: by.staffId, name: by.name }, async ({ db, journal, now, newId }) => {
    const kinds: CredentialKind[] = kind === 'recovery' ? ['recovery'] : ['pin', 'passphrase'];
    const old = await db
      .selectFrom('credentials')
      .selectAll()
      .where('staffId', '=', staffId)
      .where('kind', 'in', kinds)
      .executeTakeFirst();
    const values = { kind, ...hashed, mustChange: mustChange ? 1 : 0, setAt: now };
    if (old) journal.change('credentials', old, values, { kind: 'SYSTEM', facts: { staffId } });
    else journal.create('credentials', { id: newId(), staffId, ...values }, { kind: 'SYSTEM' });
    await db
      .updateTable('sign_in_tries')
      .set({ failures: 0, total: 0, waitMs: 0, waitUntil: null })
      .where('staffId', '=', staffId)
      .execute();
  });
}
