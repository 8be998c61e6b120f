/** Where the secret is found on the customer's server, in every sample. */
export const SECRET_VARIABLE = 'BANSO_IDENTITY_SECRET';

/** How to sign a token in one language. */
export interface SigningSample {
  id: 'node' | 'python' | 'ruby' | 'php' | 'go' | 'java';
  /** The language, by its own name. */
  name: string;
  /** What has to be installed. */
  install: string;
  file: string;
  /** `audience` is the id of the workspace. */
  code: (audience: string) => string;
}

/**
 * HS256 with the secret as it was copied, as UTF-8 bytes: `sub` the user, `aud` the workspace, an hour to live, and the
 * account when there is one.
 */
export const SIGNING_SAMPLES: readonly SigningSample[] = [
  {
    id: 'node',
    name: 'Node',
    install: 'npm install jose',
    file: 'banso-token.js',
    code: (audience) => `import { SignJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.${SECRET_VARIABLE});

export function bansoToken(userId, accountId) {
  return new SignJWT(accountId ? { account: accountId } : {})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setAudience('${audience}')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(secret);
}
`,
  },
  {
    id: 'python',
    name: 'Python',
    install: 'pip install pyjwt',
    file: 'banso_token.py',
    code: (audience) => `import os
import time

import jwt


def banso_token(user_id, account_id=None):
    now = int(time.time())
    claims = {
        "sub": str(user_id),
        "aud": "${audience}",
        "iat": now,
        "exp": now + 3600,
    }
    if account_id is not None:
        claims["account"] = str(account_id)
    return jwt.encode(claims, os.environ["${SECRET_VARIABLE}"], algorithm="HS256")
`,
  },
  {
    id: 'ruby',
    name: 'Ruby',
    install: 'gem install jwt',
    file: 'banso_token.rb',
    code: (audience) => `require "jwt"

def banso_token(user_id, account_id = nil)
  now = Time.now.to_i
  claims = {
    sub: user_id.to_s,
    aud: "${audience}",
    iat: now,
    exp: now + 3600
  }
  claims[:account] = account_id.to_s if account_id
  JWT.encode(claims, ENV.fetch("${SECRET_VARIABLE}"), "HS256")
end
`,
  },
  {
    id: 'php',
    name: 'PHP',
    install: 'composer require firebase/php-jwt',
    file: 'BansoToken.php',
    code: (audience) => `<?php

use Firebase\\JWT\\JWT;

function banso_token(string $userId, ?string $accountId = null): string
{
    $now = time();
    $claims = [
        'sub' => $userId,
        'aud' => '${audience}',
        'iat' => $now,
        'exp' => $now + 3600,
    ];
    if ($accountId !== null) {
        $claims['account'] = $accountId;
    }
    return JWT::encode($claims, getenv('${SECRET_VARIABLE}'), 'HS256');
}
`,
  },
  {
    id: 'go',
    name: 'Go',
    install: 'go get github.com/golang-jwt/jwt/v5',
    file: 'bansotoken.go',
    code: (audience) => `package bansotoken

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func New(userID, accountID string) (string, error) {
	now := time.Now()
	claims := jwt.MapClaims{
		"sub": userID,
		"aud": "${audience}",
		"iat": now.Unix(),
		"exp": now.Add(time.Hour).Unix(),
	}
	if accountID != "" {
		claims["account"] = accountID
	}
	secret := []byte(os.Getenv("${SECRET_VARIABLE}"))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
}
`,
  },
  {
    id: 'java',
    name: 'Java',
    install: 'com.auth0:java-jwt',
    file: 'BansoToken.java',
    code: (audience) => `import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.time.Instant;

public final class BansoToken {
  private static final Algorithm HS256 = Algorithm.HMAC256(System.getenv("${SECRET_VARIABLE}"));

  public static String of(String userId, String accountId) {
    Instant now = Instant.now();
    JWTCreator.Builder token = JWT.create()
        .withSubject(userId)
        .withAudience("${audience}")
        .withIssuedAt(now)
        .withExpiresAt(now.plus(Duration.ofHours(1)));
    if (accountId != null) {
      token = token.withClaim("account", accountId);
    }
    return token.sign(HS256);
  }
}
`,
  },
];
