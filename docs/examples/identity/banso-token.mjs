// node banso-token.mjs USER [COMPANY]
import { createHmac } from 'node:crypto';

const encoded = (value) => Buffer.from(value).toString('base64url');

/** Signs who a person is, for an hour. */
export function bansoToken(userId, accountId) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: String(userId),
    aud: process.env.BANSO_WORKSPACE,
    iat: now,
    exp: now + 3600,
    ...(accountId && { account: String(accountId) }),
  };
  const signed = `${encoded(JSON.stringify({ alg: 'HS256', typ: 'JWT' }))}.${encoded(JSON.stringify(claims))}`;
  const signature = createHmac('sha256', process.env.BANSO_IDENTITY_SECRET)
    .update(signed)
    .digest('base64url');
  return `${signed}.${signature}`;
}

console.log(bansoToken(...process.argv.slice(2)));
