import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto';

/**
 * Who can open a backup (S101). Every backup has a key of its own, locked for two holders: whoever knows the passphrase and
 * whoever has the printed recovery key. The office keeps only their public halves (X25519), so backups are made every night
 * without anybody typing a secret, and a stolen office file opens none of them.
 */

/** A holder's public half: `base64url` of the 32 bytes. */
export type PublicHalf = string;
/** The passphrase's holder: the public half and what scrypt needs to find the private one again. */
export interface PassphraseHolder {
  public: PublicHalf;
  salt: string;
  params: { N: number; r: number; p: number };
}
/** A backup's key as it lies in the file's head, locked for one holder. */
export interface LockedKey {
  holder: 'passphrase' | 'recovery';
  /** Only for `passphrase`. */
  salt?: string;
  params?: { N: number; r: number; p: number };
  ephemeral: string;
  box: string;
}

/** As for sign-in secrets (trust.md D1). */
const PARAMS = { N: 2 ** 15, r: 8, p: 3 };
const MAX_MEMORY = 64 * 1024 * 1024;
/** Characters of a passphrase at least (trust.md D2, as for administrators). */
export const MIN_PASSPHRASE = 15;

/** DER around 32 raw bytes of an X25519 private or public key. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');

const privateOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
const publicOf = (raw: PublicHalf): KeyObject =>
  createPublicKey({
    key: Buffer.concat([PUBLIC_HEAD, Buffer.from(raw, 'base64url')]),
    format: 'der',
    type: 'spki',
  });
const halfOf = (key: KeyObject): PublicHalf =>
  (key.export({ format: 'der', type: 'spki' }) as Buffer).subarray(PUBLIC_HEAD.length).toString('base64url');

function stretched(passphrase: string, salt: string, { N, r, p }: typeof PARAMS): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      Buffer.from(salt, 'base64url'),
      32,
      { N, r, p, maxmem: MAX_MEMORY },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** Makes the holder of a new passphrase. Slow on purpose (trust.md D1). */
export async function passphraseHolder(passphrase: string): Promise<PassphraseHolder> {
  const salt = randomBytes(16).toString('base64url');
  const key = privateOf(await stretched(passphrase, salt, PARAMS));
  return { public: halfOf(createPublicKey(key)), salt, params: PARAMS };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A new recovery key for paper: 32 Crockford characters, 160 bits, in groups of four. */
export function newRecoveryKey(): string {
  const code = [...randomBytes(32)].map((byte) => CROCKFORD[byte & 31]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
/** What a person types of it: blanks and dashes do not matter, nor do O/0 and I/L/1; null when it cannot be one. */
function tidy(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === 32 && [...code].every((char) => CROCKFORD.includes(char)) ? code : null;
}
const recoveryPrivate = (code: string): KeyObject =>
  privateOf(new Uint8Array(hkdfSync('sha256', code, Buffer.alloc(0), 'deskbook recovery key', 32)));
/** The public half of a recovery key as typed. Throws on one that cannot be one. */
export function recoveryHalf(typed: string): PublicHalf {
  const code = tidy(typed);
  if (code === null) throw new Error('not a recovery key');
  return halfOf(createPublicKey(recoveryPrivate(code)));
}

const boxKey = (shared: Buffer, ephemeral: string): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.from(ephemeral, 'base64url'), 'deskbook backup key', 32));
/** One key locks one thing: the nonce may stand still. */
const NONCE = Buffer.alloc(12);

function lock(dataKey: Buffer, holder: PublicHalf): { ephemeral: string; box: string } {
  const own = generateKeyPairSync('x25519');
  const ephemeral = halfOf(own.publicKey);
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: publicOf(holder) });
  const cipher = createCipheriv('aes-256-gcm', boxKey(shared, ephemeral), NONCE);
  const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return { ephemeral, box: box.toString('base64url') };
}

/** Locks a backup's key for its holders. */
export function lockFor(
  dataKey: Buffer,
  passphrase: PassphraseHolder,
  recovery: PublicHalf | null,
): LockedKey[] {
  const { salt, params } = passphrase;
  const keys: LockedKey[] = [{ holder: 'passphrase', salt, params, ...lock(dataKey, passphrase.public) }];
  if (recovery !== null) keys.push({ holder: 'recovery', ...lock(dataKey, recovery) });
  return keys;
}

function unlock({ ephemeral, box }: LockedKey, key: KeyObject): Buffer | null {
  try {
    const shared = diffieHellman({ privateKey: key, publicKey: publicOf(ephemeral) });
    const bytes = Buffer.from(box, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', boxKey(shared, ephemeral), NONCE);
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The backup's key by a typed secret, passphrase or recovery key; null when it opens none of the locks. */
export async function unlockWith(secret: string, keys: readonly LockedKey[]): Promise<Buffer | null> {
  const code = tidy(secret);
  for (const locked of keys) {
    if (locked.holder === 'recovery' && code !== null) {
      const found = unlock(locked, recoveryPrivate(code));
      if (found) return found;
    }
    if (locked.holder === 'passphrase' && locked.salt && locked.params) {
      // Numbers in a stranger's file that scrypt refuses are no key of ours.
      const seed = await stretched(secret, locked.salt, locked.params).catch(() => null);
      const found = seed && unlock(locked, privateOf(seed));
      if (found) return found;
    }
  }
  return null;
}

/** True when the passphrase is the one this holder was made of. */
export async function fitsHolder(passphrase: string, holder: PassphraseHolder): Promise<boolean> {
  const key = privateOf(await stretched(passphrase, holder.salt, holder.params));
  return halfOf(createPublicKey(key)) === holder.public;
}
