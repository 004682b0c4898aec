import { randomFillSync, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * PINs, passphrases and recovery codes (trust.md D1, D2, D8): scrypt N=2^15, r=8, p=3, 16-byte salt, parameters kept per
 * row so that a later version can raise them (750 ms on a desk PC; no argon2 in Electron's crypto).
 */
const PARAMS = { N: 2 ** 15, r: 8, p: 3, keylen: 32 };
const MAX_MEMORY = 64 * 1024 * 1024;

export interface SecretHash {
  hash: string;
  salt: string;
  params: string;
}

function derive(secret: string, salt: Buffer, params: typeof PARAMS): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      secret.normalize('NFKC'),
      salt,
      params.keylen,
      { N: params.N, r: params.r, p: params.p, maxmem: MAX_MEMORY },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** Hashes a secret with a fresh salt. Slow on purpose; never inside a transaction. */
export async function hashSecret(
  secret: string,
  random: (bytes: Uint8Array) => void = (bytes) => randomFillSync(bytes),
): Promise<SecretHash> {
  const salt = Buffer.alloc(16);
  random(salt);
  const key = await derive(secret, salt, PARAMS);
  return {
    hash: key.toString('base64url'),
    salt: salt.toString('base64url'),
    params: JSON.stringify(PARAMS),
  };
}

/** A hash nobody has the secret of: an unknown person costs the same time as a known one (D1). */
export const NOBODY: SecretHash = {
  hash: Buffer.alloc(32).toString('base64url'),
  salt: Buffer.alloc(16, 7).toString('base64url'),
  params: JSON.stringify(PARAMS),
};

/** Compares in constant time. */
export async function secretFits(secret: string, stored: SecretHash): Promise<boolean> {
  const params = JSON.parse(stored.params) as typeof PARAMS;
  const key = await derive(secret, Buffer.from(stored.salt, 'base64url'), params);
  const wanted = Buffer.from(stored.hash, 'base64url');
  return key.length === wanted.length && timingSafeEqual(key, wanted);
}

/** True when the row was hashed with weaker parameters than today's: hash again at the next sign-in. */
export const needsRehash = (stored: SecretHash): boolean => stored.params !== JSON.stringify(PARAMS);

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** One-time recovery code: 16 Crockford characters, 80 bits, printed once (D8). */
export function newRecoveryCode(random: (bytes: Uint8Array) => void): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  const code = [...bytes].map((b) => CROCKFORD[b & 31]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person types of a code: blanks and dashes do not matter, nor do O/0 and I/L/1. */
export const tidyRecoveryCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
